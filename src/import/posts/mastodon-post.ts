import { isEmail, urlOf } from "../web-address.ts";
import { UnusableAnswer } from "./found-post.ts";
import type { FoundPost } from "./found-post.ts";
import { isObject, listAt, textAt, valueAt } from "./json-fields.ts";
import type { JsonObject } from "./json-fields.ts";
import { postTextOf } from "./post-text.ts";
import { notForAll, warned } from "./shown-to.ts";

/** Whether an object is a status as Mastodon's API gives it (docs.joinmastodon.org, entities/Status). */
export function isMastodonStatus(value: JsonObject): boolean {
  return typeof value["content"] === "string" && isObject(value["account"]);
}

/** A status of Mastodon's API; of a boost the status that it boosts. Throws UnusableAnswer for one that few may read. */
export function mastodonPost(status: JsonObject): FoundPost {
  const boosted = valueAt(status, "reblog");
  if (isObject(boosted)) return mastodonPost({ ...boosted, reblog: null });
  const visibility = textAt(status, "visibility");
  if (visibility === "private" || visibility === "direct") throw new UnusableAnswer(notForAll());
  const url = textAt(status, "url") || textAt(status, "uri");
  const media = listAt(status, "media_attachments");
  const isImage = (one: unknown): boolean => /^(?:image|gifv|)$/.test(textAt(one, "type"));
  const { text, notes } = warned({
    text: postTextOf(textAt(status, "content")),
    warning: textAt(status, "spoiler_text"),
    isSensitive: valueAt(status, "sensitive") === true,
  });
  return {
    text,
    author: textAt(status, "account", "display_name") || textAt(status, "account", "username"),
    handle: handleOf(status),
    date: textAt(status, "created_at"),
    url,
    language: textAt(status, "language"),
    pictures: media.filter(isImage).map((one) => textAt(one, "description")),
    notes: [
      ...notes,
      ...(media.every(isImage) ? [] : ["Its films and recordings are not kept."]),
      ...(isObject(valueAt(status, "poll")) ? ["Its poll is not kept."] : []),
    ],
  };
}

/** The account with its server, as the whole network knows it. */
function handleOf(status: JsonObject): string {
  const name = textAt(status, "account", "acct") || textAt(status, "account", "username");
  if (name === "" || isEmail(name)) return name === "" ? "" : `@${name}`;
  const host = urlOf(textAt(status, "account", "url"))?.hostname;
  return host === undefined ? `@${name}` : `@${name}@${host}`;
}
