import type { SourceLocation } from "./source-location.ts";
import type { LiveUpdate } from "./live-update.ts";

/** How a body is written: plain Markdown, or Markdown with registered components. */
export type BodyFormat = "md" | "mdx";

/** What a file is played or read as. */
export type MediaUse = "video" | "audio" | "captions";

/** What the press draws for a use of a component, without the figures themselves. */
export interface DrawnUse {
  /** Equal uses have equal names, and drawings that differ have names that do. */
  name: string;
  kind: "bar" | "column" | "line";
  unit: string;
  /** The file of its figures as written; absent where they stand in the text. */
  src?: string;
  /** Of the drawing for feeds, where its figures stand in the text. */
  height?: number;
}

/** What the rest of the press needs to know of a body without rendering it. */
export interface BodyMetadata {
  words: number;
  headings: { depth: number; id: string; text: string }[];
  /** Every fragment of the rendered body, footnotes included: what a link may point at. */
  ids: string[];
  /** Links as written, in order; those that footnotes need among themselves are left out. */
  links: ({ href: string } & SourceLocation)[];
  /** Pictures as written, in order. */
  images: ({ src: string } & SourceLocation)[];
  /** Films, recordings and their captions as written, in order; absent where there are none. */
  media?: ({ src: string; use: MediaUse } & SourceLocation)[];
  /** Names of the components that it uses, each once. */
  components: string[];
  /** Updates of a live blog, newest first; absent where there are none. */
  updates?: LiveUpdate[];
  /** Posts that it quotes, by slug, in order; absent where there are none. */
  posts?: ({ slug: string } & SourceLocation)[];
  /** What the press draws for them, in order; absent where that is nothing. */
  drawn?: (DrawnUse & SourceLocation)[];
  /** The first 200 characters of running text at most, cut at a word. */
  excerpt: string;
}

/** Whether a text holds something that can be played. */
export function hasPlayers({ media = [] }: Pick<BodyMetadata, "media">): boolean {
  return media.length > 0;
}

/** The facts of a body in which there is nothing. */
export function noMetadata(): BodyMetadata {
  return {
    words: 0,
    headings: [],
    ids: [],
    links: [],
    images: [],
    components: [],
    excerpt: "",
  };
}
