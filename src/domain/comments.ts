/** A discussion at GitHub that giscus shows, `comments.giscus` of `site.yaml`. */
export interface Giscus {
  repo: string;
  repoId: string;
  category: string;
  categoryId: string;
  /** Whether readers may answer with a sign alone. */
  reactions: boolean;
  /** Where the field for a new comment stands. */
  input: "top" | "bottom";
}

/** How readers answer: by letters to an address, or in a discussion that they open themselves. */
export type Commenting = { letters: string } | { giscus: Giscus };

/** The comments that are kept below an article, as the index knows them. */
export interface ArchivedComments {
  /** Path below the content folder. */
  file: string;
  /** Digest of the file's bytes. */
  digest: string;
  /** How many of them are shown. */
  count: number;
  /** Links of all of them as written, each once. */
  links: string[];
  /** Names of those that are dated later than now, and of all that answer them; absent where there are none. */
  withheld?: string[];
}

/** Where giscus is. */
export const GISCUS_ORIGIN = "https://giscus.app";
