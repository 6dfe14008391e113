import type { Node } from "unist";
import type { ElementContent, Root } from "hast";
import type { BodyMetadata, BodyFormat } from "../domain/body.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Day } from "../domain/dates.ts";
import type { DatedCorrection } from "../domain/shown-correction.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ChartTable } from "./chart/chart-table.ts";
import type { BodyMessages } from "../i18n/messages.ts";

/** Something wrong in a body, or something left out of it: a diagnostic before its file is known. */
export type BodyDiagnostic = Omit<Diagnostic, "file">;

/** The one syntax tree of a body that page, feed and search record are made from. */
export interface BodyTree {
  tree: Root;
}

/** A body just parsed: its tree, with what was found in it. */
export interface Body extends BodyTree {
  format: BodyFormat;
  /** Collected when they are first asked for, from the tree as it is then. */
  readonly metadata: BodyMetadata;
  diagnostics: BodyDiagnostic[];
}

/** A picture ready to be shown. */
export interface ImageTarget {
  /** Address of the form that everything can show. */
  url: string;
  /** Its size in pixels. */
  width: number;
  height: number;
  /** What it stands on shows through it, so it needs the ground that it was drawn for. */
  transparent?: true;
  /** Smaller forms of the same picture for those that know the type, best first (HTML, `source` in `picture`). */
  sources?: { type: string; srcset: string }[];
  /** How wide the picture stands in the text column; there where `sources` are. */
  sizes?: string;
}

/** Something to be played, or the captions of it. */
export interface MediaTarget {
  /** Where a link to it leads. */
  href: string;
  /** What a click may put on the page: the file itself, or a frame with an address of its own; absent where it may not. */
  plays?: { as: "file" } | { as: "frame"; url: string };
  /** The other host that it comes from. */
  host?: string;
}

/** A post of a social network as texts show it. */
export interface PostTarget {
  /** Plain, with its line breaks. */
  text: string;
  author: string;
  handle?: string;
  network?: string;
  /** Where it stood. */
  url: string;
  day: Day;
  /** For `datetime`: the day, or the instant where the time of day is known. */
  iso: string;
  /** Where it is not that of the text around it. */
  language?: string;
  image?: { src: string; alt: string };
}

/** How the addresses in a body are answered when it is rendered. */
export interface BodyTargets {
  /** Address as written to final address; `null` for a dead one: the text stays, the link goes. */
  links: Record<string, string | null>;
  /** Address as written to picture; `null` for one that is missing or stands on another host. */
  images: Record<string, ImageTarget | null>;
  /** Films, recordings and captions by address as written; `null` for those that cannot be had. */
  media: Record<string, MediaTarget | null>;
  /** Authors that it names, by slug. */
  authors: Record<string, { name: string; href: string }>;
  /** Posts by slug; those that are not known are left out. */
  posts: Record<string, PostTarget>;
  /** Address as written of a file of figures to what it holds. */
  data: Record<string, ChartTable>;
  words: BodyMessages;
  /** The corrections of record that the front matter holds. */
  corrections: readonly (DatedCorrection & { note: string })[];
  /** Absolute address of the article. */
  address: string;
  /** Language of the publication, for dates and numbers that the press writes. */
  language: string;
  /** Time zone of the publication, by IANA name. */
  timezone: string;
}

/** Targets that answer nothing: of a text that is counted or searched, before there is a publication around it. */
export const NO_TARGETS: BodyTargets = {
  links: {},
  images: {},
  media: {},
  posts: {},
  data: {},
  authors: {},
  words: {
    footnotes: "",
    footnoteBack: "",
    table: "",
    post: { on: "", dated: "" },
    correctedOn: "",
    chart: { figures: "", source: "" },
    blocks: {
      callouts: { note: "", update: "", warning: "", tip: "" },
      document: "",
      page: "",
      separator: "",
      speaker: "",
    },
    player: {
      video: "",
      audio: "",
      play: "",
      minutes: "",
      hours: "",
      loads: "",
      at: "",
      transcript: "",
    },
    colon: "",
    live: { keyMoments: "", by: "" },
  },
  corrections: [],
  address: "",
  language: "en",
  timezone: "UTC",
};

/** What a component's attribute can hold: data, read from the syntax and never evaluated. */
export type Literal =
  | string
  | number
  | boolean
  | readonly Literal[]
  | { readonly [key: string]: Literal };

/** A registered component in the tree, with its attributes checked. */
export interface ComponentNode extends Node {
  type: "component";
  name: string;
  values: Readonly<Record<string, Literal>>;
  /** Where each attribute stands. */
  places: Readonly<Record<string, SourceLocation>>;
  /** Where the value of each stands, without the quotation marks. */
  valueLocations: Readonly<Record<string, SourceLocation>>;
  children: ElementContent[];
  /** Whether something was reported of it, so that its values are not what it needs. */
  invalid?: true;
}

declare module "hast" {
  interface RootContentMap {
    component: ComponentNode;
  }
  interface ElementContentMap {
    component: ComponentNode;
  }
}
