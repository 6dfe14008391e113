/** What the content folder held at an earlier revision, as far as it differs from what it holds now. */
export interface EarlierContent {
  /** Names the revision to people: the beginning of its hash. */
  revision: string;
  /** Paths of all files that it had, below the content folder. */
  paths: ReadonlySet<string>;
  /** Texts of the articles, pages and YAML files that are gone or changed since, by their paths then. */
  changed: ReadonlyMap<string, string>;
}

/** Why there is no earlier content to compare with, in a sentence, and what to do about it, if anything can be done. */
export interface NoHistory {
  why: string;
  fix: string;
}
