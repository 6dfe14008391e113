import type { Article, StandingPage } from "../../domain/article.ts";
import type { Instant } from "../../domain/dates.ts";
import type { Site } from "../../domain/publication.ts";
import type { ContentFiles } from "../../loader/content-lists.ts";
import type { MovedEntry } from "../../loader/redirects-file.ts";
import type { LocatedReferences, ReferenceLocations } from "../../loader/references.ts";
import type { PublishedUrls } from "../../urls/resolve-link.ts";

/** What a rename looks at: the content folder after the check. */
export interface RenameSources {
  now: Instant;
  site: Site;
  files: ContentFiles;
  placed: readonly { article: Article; places: ReferenceLocations }[];
  pages: readonly StandingPage[];
  invalid: readonly { file: string; path: string }[];
  /** Everything that refers to other files, texts with errors too. */
  texts: readonly LocatedReferences[];
  written?: { moved: readonly MovedEntry[] };
  urls: PublishedUrls;
  textOf: (file: string) => string | undefined;
}

/** A file that can be renamed, with its address. */
export interface Renamed {
  kind: "article" | "page" | "author" | "category" | "story";
  /** Path below the content folder. */
  file: string;
  /** Address below the base. */
  path: string;
  slug: string;
}

/** Why a rename cannot be done, in sentences with a remedy; `better` is a new name that would do. */
export class RenameRefused extends Error {
  override name = "RenameRefused";
  readonly better: string | undefined;

  constructor(message: string, better?: string) {
    super(message);
    this.better = better;
  }
}

/** What becomes of a file: its new path, which may be the old one, and its new text, if that changes. */
export interface ChangedFile {
  from: string;
  to: string;
  text?: string;
}

/** Folders of the data files that can be renamed, by what they are. */
export const DATA_FOLDERS = {
  author: "authors",
  category: "categories",
  story: "stories",
} as const;

/** What a file of the content folder is, if it can be renamed. */
export function kindOfFile(file: string): Renamed["kind"] | undefined {
  if (/^articles\/.*\.mdx?$/.test(file)) return "article";
  if (/^pages\/.*\.mdx?$/.test(file)) return "page";
  const [folder, name = ""] = file.split("/");
  if (!name.endsWith(".yaml")) return undefined;
  return (["author", "category", "story"] as const).find((kind) => DATA_FOLDERS[kind] === folder);
}
