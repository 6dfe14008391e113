/** What a saved answer of a network says of a post, as it says it: nothing is checked yet. */
export interface FoundPost {
  /** Plain, with its line breaks. */
  text?: string | undefined;
  author?: string | undefined;
  handle?: string | undefined;
  /** In any form. */
  date?: string | undefined;
  url?: string | undefined;
  network?: string | undefined;
  language?: string | undefined;
  /** Of each picture that it shows what its author says that it shows; empty where nothing is said. */
  pictures: readonly string[];
  /** What of it is not kept, or has to be known by whoever quotes it: whole sentences. */
  notes: readonly string[];
}

/** A file that no post can be read from. The message says why, as a sentence or more, and what to do. */
export class UnusableAnswer extends Error {
  override name = "UnusableAnswer";
}

/** That a post is no longer there. */
export const DELETED =
  "It says that the post was deleted. If you have its words from before, give its address and --text, --author and --date.";

/** That what a file holds is nested beyond what can be read. */
export const TOO_DEEP = "What it holds is nested too deeply to be read, which no network writes.";
