import type { BodyFormat } from "../domain/body.ts";
import type { ArchiveFile } from "./archive.ts";

/** What of a body is counted, before and after. */
export interface BodyCounts {
  words: number;
  links: number;
  pictures: number;
  headings: number;
  tables: number;
  footnotes: number;
  /** Players, posts of networks and other frames. */
  embeds: number;
}

/** What a converter needs to know of the rest of the archive. */
export interface BodyContext {
  /** Address of the text in the old system, absolute: what its relative addresses start from. */
  base: string;
  /**
   * The new address for one of the old site, absolute as given by `new URL(href, base)`, with the fragment if there is
   * such a place in the new text; `null` where there is nothing in the archive, so that the text stays without its link;
   * undefined for an address of any other site.
   */
  link: (url: URL) => string | null | undefined;
  /** The file that an address of the old site names, and how the new text names it (`./a.jpg`, `/uploads/a.jpg`). */
  file: (url: URL) => { file: ArchiveFile; src: string } | undefined;
  /** Likewise by the key of a file. */
  fileOf: (key: string) => { file: ArchiveFile; src: string } | undefined;
  /** The publication's language, for words that have to be written. */
  language: string;
}

/** Something that an editor may have to look at, in the words of the ledger. */
export interface BodyNote {
  /** `lost`: is not in the new text. `changed`: is there in another form. `look`: should be looked at. */
  kind: "lost" | "changed" | "look";
  /** One line: what, and what became of it. */
  what: string;
}

/** A post of a network that the new text quotes. */
export interface QuotedPost {
  /** Name of its file in `posts/`. */
  slug: string;
  text: string;
  author: string;
  handle?: string;
  network?: string;
  /** A day or an instant; absent where the archive has none. */
  date?: string;
  url: string;
  /** Beside it: `./gates.jpg`. */
  picture?: { src: string; alt: string };
  language?: string;
}

/** A body in Stet's form. */
export interface ConvertedBody {
  /** Without front matter. */
  text: string;
  format: BodyFormat;
  /** The beginning of its running text. */
  excerpt: string;
  before: BodyCounts;
  after: BodyCounts;
  notes: BodyNote[];
  posts: QuotedPost[];
  /** Keys of the files that it shows or links to. */
  files: string[];
}

/** Converts the body of one system. Pure; throws nothing: what it cannot convert it keeps as visible text, and notes. */
export type ConvertBody = (
  body: { body: string; details?: Record<string, string> },
  context: BodyContext,
) => ConvertedBody;
