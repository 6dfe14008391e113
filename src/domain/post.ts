import type { DatedMoment } from "./dates.ts";

/** A post of a social network, kept in the publication: `posts/SLUG.yaml`. */
export interface Post {
  slug: string;
  /** Plain, with its line breaks. */
  text: string;
  /** Whose account it was, as the account names itself. */
  author: string;
  /** Name of the account on the network. */
  handle?: string;
  date: DatedMoment;
  /** Where it stood. It may have gone from there. */
  url: string;
  network?: string;
  /** As written: beside the post (`./a.jpg`) or in `public/` (`/a.jpg`). */
  picture?: { src: string; alt: string };
  /** Where it is not that of the text around it. */
  language?: string;
}

/** The file that a post is kept in, below the content folder. */
export function postFile(slug: string): string {
  return `posts/${slug}.yaml`;
}
