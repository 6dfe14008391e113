import { urlOf } from "../web-address.ts";
import { DELETED, UnusableAnswer } from "./found-post.ts";
import type { FoundPost } from "./found-post.ts";
import { isObject, listAt, textAt, valueAt } from "./json-fields.ts";
import type { JsonObject } from "./json-fields.ts";
import { postTextOf } from "./post-text.ts";
import { notForAll, warned } from "./shown-to.ts";

const ACTIVITIES = /^(?:Create|Update|Announce|Add)$/;
const OBJECTS = /^(?:Note|Article|Page|Question|Image|Video|Audio|Event)$/;
const GONE = /^(?:Tombstone|Delete|Undo)$/;

/** Addresses that stand for everybody (ActivityPub, section 5.6). */
const EVERYBODY = new Set(["https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"]);

/** Whether an object is one of ActivityStreams 2.0 that posts are made of. */
export function isActivity(value: JsonObject): boolean {
  const type = textAt(value, "type");
  return ACTIVITIES.test(type) || OBJECTS.test(type) || GONE.test(type);
}

/**
 * A post as ActivityPub sends it: a Note or the like, or the activity that creates it. Throws UnusableAnswer for one that
 * was deleted, that only some may read, or that only names the post.
 */
export function activityPost(value: JsonObject): FoundPost {
  const type = textAt(value, "type");
  if (GONE.test(type)) throw new UnusableAnswer(DELETED);
  if (ACTIVITIES.test(type)) {
    const object = valueAt(value, "object");
    if (isObject(object) && isActivity(object)) return activityPost(object);
    throw new UnusableAnswer(
      "It names a post, and does not hold it. Save the object that it names, asked for with the header `Accept: application/activity+json`.",
    );
  }
  const audience = [...listAt(value, "to"), ...listAt(value, "cc")];
  if (audience.length > 0 && !audience.some((one) => EVERYBODY.has(String(one))))
    throw new UnusableAnswer(notForAll());
  const { html, language } = contentOf(value);
  const title = /^(?:Note|Question)$/.test(type) ? "" : textAt(value, "name");
  const said = postTextOf(html);
  const { text, notes } = warned({
    text: [title, said].filter(Boolean).join("\n\n"),
    warning: /^(?:Note|Question)$/.test(type) ? (postTextOf(textAt(value, "summary")) ?? "") : "",
    isSensitive: valueAt(value, "sensitive") === true,
  });
  const attached = listAt(value, "attachment").filter(isMedia);
  const hasPoll = type === "Question" || valueAt(value, "oneOf") !== undefined;
  return {
    text,
    ...authorOf(value),
    date: textAt(value, "published"),
    url: addressOf(value),
    language,
    pictures: attached.filter(isImage).map((one) => textAt(one, "name") || textAt(one, "summary")),
    notes: [
      ...notes,
      ...(attached.every(isImage) ? [] : ["Its films and recordings are not kept."]),
      ...(hasPoll ? ["Its poll is not kept."] : []),
    ],
  };
}

function isMedia(one: unknown): boolean {
  return /^(?:Document|Image|Video|Audio)$/.test(textAt(one, "type"));
}

function isImage(one: unknown): boolean {
  return textAt(one, "type") === "Image" || /^(?:image\/|$)/.test(textAt(one, "mediaType"));
}

/** Its HTML, and its language where it is written in one alone. */
function contentOf(value: JsonObject): { html: string; language?: string } {
  const map = valueAt(value, "contentMap");
  const written = isObject(map) ? Object.keys(map).filter((key) => textAt(map, key) !== "") : [];
  const [language, second] = written;
  const html = textAt(value, "content") || textAt(map, language ?? "");
  return language === undefined || second !== undefined ? { html } : { html, language };
}

/** Who wrote it: the object says little more than the address of the account. */
function authorOf(value: JsonObject): { author?: string; handle?: string } {
  const [by] = listAt(value, "attributedTo");
  const account = typeof by === "string" ? by : textAt(by, "url") || textAt(by, "id");
  const author = textAt(by, "name");
  const url = urlOf(account);
  const user =
    textAt(by, "preferredUsername") ||
    /^\/(?:@|users\/|u\/|profile\/|accounts\/)([\w.-]+)\/?$/.exec(url?.pathname ?? "")?.[1];
  return {
    ...(author === "" ? {} : { author }),
    ...(url === undefined || !user ? {} : { handle: `@${user}@${url.hostname}` }),
  };
}

/** The page that people open, or else the identity of the object, which leads there. */
function addressOf(value: JsonObject): string {
  const links = listAt(value, "url");
  const page = links.find((one) => textAt(one, "mediaType") === "text/html");
  const [first] = links;
  const found = typeof first === "string" ? first.trim() : textAt(page ?? first, "href");
  return found || textAt(value, "id");
}
