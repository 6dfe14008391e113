import { jsonFaultAt } from "../../domain/json-fault.ts";
import { activityPost, isActivity } from "./activity-post.ts";
import { blueskyPost, isBlueskyPost } from "./bluesky-post.ts";
import { DELETED, TOO_DEEP, UnusableAnswer } from "./found-post.ts";
import type { FoundPost } from "./found-post.ts";
import { isObject, listAt, textAt, valueAt } from "./json-fields.ts";
import type { JsonObject } from "./json-fields.ts";
import { isMastodonStatus, mastodonPost } from "./mastodon-post.ts";
import { isOembed, oembedPost } from "./oembed-post.ts";

/** Largest answer that is read, in bytes: of a post they have a few thousand. */
export const LARGEST_ANSWER = 1_000_000;

/**
 * The post in an answer of its network that was saved as a file: oEmbed, ActivityPub, Mastodon's API or Bluesky's. Nothing
 * is fetched. Of what the answer holds besides, such as how many follow somebody, nothing is taken.
 *
 * Throws UnusableAnswer, whose message says why there is no post in it.
 */
export function readPost(bytes: Uint8Array): FoundPost {
  const value = jsonOf(bytes);
  if (!isObject(value) && !Array.isArray(value))
    throw new UnusableAnswer("It holds a single value, not an answer of a network.");
  try {
    return postIn(isObject(value) ? value : { posts: value });
  } catch (error) {
    // Deeper than the stack.
    if (error instanceof RangeError) throw new UnusableAnswer(TOO_DEEP);
    throw error;
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  refuseLarge(bytes.length);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableAnswer(
      "It is not written in UTF-8, as JSON is. Save it again as it was sent.",
    );
  }
  if (text.trim() === "") throw new UnusableAnswer("It is empty. Save the answer again.");
  if (/^\s*</.test(text))
    throw new UnusableAnswer(
      "It is a page of HTML, not JSON. Save the answer of the network's oEmbed address, not the page of the post; or give the address of the post and --text, --author and --date.",
    );
  const at = jsonFaultAt(text);
  if (at === undefined) return JSON.parse(text);
  const before = text.slice(0, at);
  const place = `line ${before.split("\n").length}, column ${at - before.lastIndexOf("\n")}`;
  throw new UnusableAnswer(
    at >= text.length
      ? `It is cut off: the JSON ends in the middle, at ${place}. Save it again.`
      : `It is not JSON from ${place} on. Save it again as it was sent.`,
  );
}

/** Throws UnusableAnswer for a file of so many bytes that no post has them. */
export function refuseLarge(bytes: number): void {
  if (bytes <= LARGEST_ANSWER) return;
  throw new UnusableAnswer(
    `It has ${bytes.toLocaleString("en")} bytes; the answer for a post has a few thousand, and at most ${LARGEST_ANSWER.toLocaleString("en")} are read.`,
  );
}

function postIn(value: JsonObject): FoundPost {
  const posts = valueAt(value, "posts");
  if (Array.isArray(posts)) return onlyOf(posts);
  const thread = valueAt(value, "thread");
  if (isObject(thread)) return postIn(thread);
  if (isMastodonStatus(value)) return mastodonPost(value);
  if (isBlueskyPost(value) || isObject(valueAt(value, "post"))) return blueskyPost(value);
  if (isActivity(value)) return activityPost(value);
  const error = errorOf(value);
  if (error !== undefined)
    throw new UnusableAnswer(
      `It is an answer that something went wrong: "${error}". The post may be deleted, or for some readers alone.`,
    );
  if (isOembed(value)) return oembedPost(value);
  throw new UnusableAnswer(
    "It is JSON, but no post of a kind that is known: an answer of oEmbed, an object of ActivityPub, a status of Mastodon's API or a post of Bluesky's. Give the address of the post and --text, --author and --date.",
  );
}

/** Of a list, the one post that it holds. */
function onlyOf(posts: readonly unknown[]): FoundPost {
  const [post, second] = posts;
  if (post === undefined) throw new UnusableAnswer(DELETED);
  if (second !== undefined)
    throw new UnusableAnswer(
      `It holds ${posts.length} posts. Save the one that you quote in a file of its own.`,
    );
  if (!isObject(post)) throw new UnusableAnswer("It holds a list, but no post in it.");
  return postIn(post);
}

const MOST_OF_ERROR = 200;

/** What an answer says went wrong, on one line; undefined where it says nothing of the kind. */
function errorOf(value: JsonObject): string | undefined {
  const [first] = listAt(value, "errors");
  const error = valueAt(value, "error");
  const isError =
    first !== undefined ||
    (error !== undefined && error !== null && error !== false) ||
    Number(valueAt(value, "status")) >= 400 ||
    Number(valueAt(value, "code")) >= 400;
  if (!isError) return undefined;
  const said = [
    textAt(error, "message"),
    textAt(value, "error_description"),
    textAt(value, "message"),
    textAt(first, "message"),
    textAt(first, "detail"),
    textAt(value, "error"),
    textAt(value, "title"),
  ].find((one) => one !== "");
  return (said ?? JSON.stringify(error ?? first ?? value))
    .replace(/\s+/g, " ")
    .slice(0, MOST_OF_ERROR);
}
