import { isoWithOffset } from "../domain/dates.ts";
import type { Post } from "../domain/post.ts";
import type { PostTarget } from "./body.ts";

/** How the picture of a post is asked for among those of the text: no file can be written so. */
export function postImageSource(slug: string): string {
  return `post:${slug}`;
}

/** A post as a text in `language` shows it, with its date in a time zone. */
export function postTarget(post: Post, language: string, timezone: string): PostTarget {
  const { slug, text, author, handle, network, url, date, picture: image } = post;
  return {
    text,
    author,
    ...(handle === undefined ? {} : { handle }),
    ...(network === undefined ? {} : { network }),
    url,
    day: date.day,
    iso: date.timed ? isoWithOffset(date.instant, timezone) : date.day,
    ...(post.language === undefined || post.language === language
      ? {}
      : { language: post.language }),
    ...(image === undefined ? {} : { image: { src: postImageSource(slug), alt: image.alt } }),
  };
}
