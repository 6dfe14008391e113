import type { ArchiveMenu, ArchiveSite } from "../archive.ts";
import type { DateZones } from "./written-date.ts";
import type { SplitText } from "./front-matter.ts";
import type { SourceFolder } from "./source-folder.ts";
import type { Values } from "./values.ts";

/** Generators whose source folders are read. */
export const MARKDOWN_SYSTEMS = ["hugo", "jekyll", "astro", "eleventy", "docusaurus"] as const;
export type MarkdownSystem = (typeof MARKDOWN_SYSTEMS)[number];

/** A text file of a source folder, with the values that the generator gives it besides its own. */
export interface SourceText {
  path: string;
  /** Its front matter, over what configuration and data files say of it. */
  values: Values;
  /** Its front matter alone. */
  own: SplitText;
}

/** What a generator makes of a text. */
export interface PlacedText {
  kind: "article" | "page";
  /** Its address below the host, `/blog/2026/a/`, not encoded; none where it cannot be told. */
  address?: string;
  slug: string;
  /** As it is written, in front matter or in a file's name. */
  date?: string;
  /** What the title is where front matter has none. */
  title?: string;
  /** Why readers could not read it. */
  draft?: string | true;
  language?: string;
  /** Names of categories that its path says. */
  categories?: string[];
  /** What an editor should know. */
  notes?: string[];
}

/** What a text becomes besides a text: nothing, or what is said of a category. */
export type NoText =
  | { leftOut: string }
  | { category: { name: string; title?: string; kind: "category" | "tag" } }
  | { redirect: string; address: string };

/** A generator, with the configuration of one site. */
export interface Generator {
  system: MarkdownSystem;
  site: ArchiveSite;
  /** What all its addresses begin with below the host: `/blog`, or nothing. */
  base: string;
  zones: DateZones;
  menus: ArchiveMenu[];
  /** What could not be read or has to be looked at: each a file, where there is one, and a sentence. */
  notes: { file?: string; what: string }[];
  /** Values that texts may ask for, such as those of `site` and of parameters. */
  variables: Values;
  /** Whether a file is one of its texts, as against a README of a theme. */
  isText(path: string): boolean;
  /** Values that configuration and data files give a text. */
  defaults(path: string): Values;
  place(text: SourceText): PlacedText | NoText;
  /** Addresses of a file that was published as it is; none where it was not. */
  fileAddresses(path: string): string[];
  /** The text in whose folder a file was published, with its path there; undefined for a file of no text. */
  bundleOf(path: string): { text: string; name: string } | undefined;
  /** Whether tags in one text are separated by spaces. */
  spacedTags: boolean;
  /** Files that say who authors are, by path. */
  authorFiles: readonly string[];
  /** The first part of an address of a term, such as `/tags/`; absent where there were no such pages. */
  termAddress(kind: "category" | "tag" | "series" | "author", name: string): string | undefined;
}

/** Makes a generator for the site in a folder. Faults of its configuration are added to `faults`, `file:line:column: …`. */
export type OpenGenerator = (folder: SourceFolder, faults: string[]) => Generator;

/** Whether what a generator says of a text is that it is one. */
export function isPlaced(placed: ReturnType<Generator["place"]>): placed is PlacedText {
  return "slug" in placed;
}
