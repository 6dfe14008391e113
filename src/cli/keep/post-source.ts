import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { UnusableAnswer } from "../../import/posts/found-post.ts";
import type { FoundPost } from "../../import/posts/found-post.ts";
import { readPost, refuseLarge } from "../../import/posts/read-post.ts";
import { printable } from "../../report/terminal-text.ts";

/** What `stet keep` was given of a post besides options. */
export interface PostSource {
  /** The address, where it was typed. */
  url?: string | undefined;
  /** What a file says. */
  found: FoundPost;
}

/** Reads what the command was given: an address, or a file below `cwd`, whose address `url` overrides. */
export function postSource(
  { what, url }: { what: string; url?: string | undefined },
  cwd: string,
): PostSource | { fault: string } {
  const nothing: FoundPost = { pictures: [], notes: [] };
  const path = resolve(cwd, what);
  const stats = /^https?:\/\//i.test(what) ? undefined : statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    // A name of a file has an ending; what has a slash behind a dot is an address.
    const isAddress =
      /^[a-z][a-z\d+.-]*:|^[^/\s.]+\.[^/\s]+\//i.test(what) && !/\.json$/i.test(what);
    if (!isAddress)
      return {
        fault: `There is no file '${printable(what)}'. Name the file of an answer that you saved, or the address of the post with https:// before it.`,
      };
    if (url !== undefined)
      return {
        fault:
          "The address of the post is given twice. Leave out --url, which is for files that do not say it.",
      };
    return { url: what, found: nothing };
  }
  try {
    if (!stats.isFile())
      throw new UnusableAnswer("It is not a file. Name the file of an answer that you saved.");
    refuseLarge(stats.size);
    return { url, found: readPost(readFileSync(path)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { fault: `${printable(what)}: ${error.message}` };
  }
}
