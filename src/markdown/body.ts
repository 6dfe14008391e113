import type { Literal as LiteralNode, Node } from "unist";
import type { ElementContent, Root } from "hast";

/** The two ways an article may be written: plain Markdown, or Markdown with registered components. */
export type BodyFormat = "md" | "mdx";

/** Where something stands in the file: 1-based, columns counted in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
  length?: number;
}

/** Something wrong in a body, or something left out of it, with the way to mend it. */
export interface BodyProblem extends Place {
  code: string;
  severity: "error" | "warning";
  message: string;
  fix: string;
}

/** A heading of the body, with the fragment that leads to it. */
export interface BodyHeading {
  depth: number;
  id: string;
  text: string;
}

/** A link as the author wrote it. */
export interface BodyLink extends Place {
  href: string;
}

/** A picture as the author wrote it. */
export interface BodyPicture extends Place {
  src: string;
  alt: string;
}

/** What the rest of the press needs to know of a body without rendering it. */
export interface BodyFacts {
  words: number;
  headings: BodyHeading[];
  /** Every fragment of the rendered page, footnotes included. */
  ids: string[];
  /** Links in order of appearance; those that footnotes need among themselves are left out. */
  links: BodyLink[];
  pictures: BodyPicture[];
  /** The first 200 characters of running text at most, cut at a word. */
  excerpt: string;
}

/** A parsed body: one syntax tree that page, feed, search record and findings are made from. */
export interface Body {
  format: BodyFormat;
  tree: Root;
  facts: BodyFacts;
  problems: BodyProblem[];
}

/** A picture ready to be shown. `width` and `height` are in pixels. */
export interface PictureTarget {
  url: string;
  width: number;
  height: number;
}

/** The words of the press that readers meet inside a body, in the language of the publication. */
export interface BodyWords {
  /** Heading above the footnotes. */
  footnotes: string;
  /** Label of the way back from a footnote; `{number}` stands for the number of the note. */
  footnoteBack: string;
  /** Label of a table that scrolls sideways and has no caption. */
  table: string;
}

/** How the addresses in a body are answered when it is rendered. */
export interface BodyTargets {
  /** Address as written to final address; `null` for a dead one: the text stays, the link goes. */
  links: Record<string, string | null>;
  /** Address as written to picture; `null` for one that is missing or stands on another host. */
  pictures: Record<string, PictureTarget | null>;
  words: BodyWords;
  /** Absolute address of the article. */
  address: string;
}

/** What a component's attribute can hold: data, read from the syntax and never evaluated. */
export type Literal =
  string | number | boolean | readonly Literal[] | { readonly [key: string]: Literal };

/** A registered component in the tree, with its attributes checked. */
export interface ComponentNode extends Node {
  type: "component";
  name: string;
  values: Readonly<Record<string, Literal>>;
  /** Where each attribute stands. */
  places: Readonly<Record<string, Place>>;
  children: ElementContent[];
}

/** Raw HTML as the Markdown parser leaves it. */
export interface RawNode extends LiteralNode {
  type: "raw";
  value: string;
}

declare module "hast" {
  interface RootContentMap {
    component: ComponentNode;
  }
  interface ElementContentMap {
    component: ComponentNode;
  }
}
