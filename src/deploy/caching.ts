import { feedFormat } from "../domain/feed-formats.ts";

/** How long a feed may be kept, in seconds: readers come every hour or so, and a correction may be half an hour late. */
const FEED_AGE = 1800;

export const FEED_CACHING = `public, max-age=${FEED_AGE}`;

/** Asked for each time, and sent only where it changed. */
export const CURRENT = "no-cache";

/** A year, the longest that caches are told (RFC 9111 sets no bound; this one is usual). */
export const LASTING = "public, max-age=31536000, immutable";

/** Names that change with what is in the file: forms of pictures, and the scripts, styles and fonts of pages. */
const NAMED_AFTER_CONTENT = [
  /^(media\/[^/]+\.)[\da-f]{16}((?:-\d+(?:x\d+)?)?\.\w+)$/,
  /^(_astro\/[^/]+[.-])[\w-]{8}(\.\w+)$/,
];

/** The `Cache-Control` of a bundle path. */
export function cacheControl(path: string): string {
  if (feedFormat(path) !== undefined) return FEED_CACHING;
  return NAMED_AFTER_CONTENT.some((name) => name.test(path)) ? LASTING : CURRENT;
}

/** A bundle path with `*` for the part that changes with what is in the file; undefined where it has no such part. */
export function withoutContentHash(path: string): string | undefined {
  const name = NAMED_AFTER_CONTENT.find((form) => form.test(path));
  return name && path.replace(name, "$1*$2");
}
