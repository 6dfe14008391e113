import type { StandingPage } from "../../domain/article.ts";
import type { Instant } from "../../domain/dates.ts";
import type { Site } from "../../domain/publication.ts";
import type { ContentFiles } from "../../loader/content-lists.ts";
import type { MovedEntry, TakedownEntry } from "../../loader/redirects-file.ts";
import type { LocatedReferences } from "../../loader/references.ts";
import type { PublishedUrls } from "../../urls/resolve-link.ts";
import type { LocatedArticle } from "../article-identity.ts";

/** The content folder as it is, for whoever compares it with another state or changes it. */
export interface PresentContent {
  now: Instant;
  site: Site;
  files: ContentFiles;
  /** Valid articles, drafts and scheduled ones too. */
  placed: readonly LocatedArticle[];
  /** Valid standing pages. */
  pages: readonly StandingPage[];
  /** Texts with errors, which have an address all the same. */
  invalid: readonly { file: string; path: string }[];
  /** Everything that refers to other files, texts with errors too. */
  texts: readonly LocatedReferences[];
  /** What `redirects.yaml` says; absent where it cannot be read. */
  written?: { moved: readonly MovedEntry[]; takedowns: readonly TakedownEntry[] };
  urls: PublishedUrls;
  /** The text of a file of the folder; undefined where there is none. */
  textOf: (file: string) => string | undefined;
}
