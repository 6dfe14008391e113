import { DELETED, UnusableAnswer } from "./found-post.ts";
import type { FoundPost } from "./found-post.ts";
import { isObject, listAt, textAt, valueAt } from "./json-fields.ts";
import type { JsonObject } from "./json-fields.ts";
import { wholeAddress } from "./post-text.ts";

const RECORD = "app.bsky.feed.post";

/** Whether an object is a post of Bluesky: as its API shows it, as its repository gives it, or the record alone. */
export function isBlueskyPost(value: JsonObject): boolean {
  const type = textAt(value, "$type");
  return type === RECORD || type.startsWith("app.bsky.feed.defs#") || recordOf(value) !== undefined;
}

/** A post of Bluesky. Throws UnusableAnswer for one that is gone. */
export function blueskyPost(value: JsonObject): FoundPost {
  const shown = valueAt(value, "post");
  if (isObject(shown)) return blueskyPost(shown);
  const type = textAt(value, "$type");
  if (/#notFoundPost$/.test(type)) throw new UnusableAnswer(DELETED);
  if (/#blockedPost$/.test(type))
    throw new UnusableAnswer(
      "Its author has blocked whoever saved this, so the answer does not hold the post. Save it without signing in.",
    );
  const record = type === RECORD ? value : recordOf(value);
  if (record === undefined) throw new UnusableAnswer("It holds no post of Bluesky.");
  const uri = textAt(value, "uri");
  const [, did = "", number = ""] =
    /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([\w-]+)$/.exec(uri) ?? [];
  const name = textAt(value, "author", "handle");
  const account = name === "" || name === "handle.invalid" ? did : name;
  const languages = listAt(record, "langs");
  const media = mediaOf(record);
  const card = textAt(record, "embed", "external", "uri");
  return {
    text: writtenOut(record),
    author: textAt(value, "author", "displayName") || name,
    handle: account === name && name !== "" ? `@${name}` : "",
    date: textAt(record, "createdAt"),
    url: number === "" ? "" : `https://bsky.app/profile/${account}/post/${number}`,
    network: "Bluesky",
    language: languages.length === 1 ? String(languages[0]) : "",
    pictures: media.map((one) => textAt(one, "alt")),
    notes: [...cardNote(card, record), ...embedNotes(record), ...labelNotes(value, record)],
  };
}

function recordOf(value: JsonObject): JsonObject | undefined {
  return ["record", "value"]
    .map((key) => valueAt(value, key))
    .find((one): one is JsonObject => isObject(one) && textAt(one, "$type") === RECORD);
}

/** Its text with the addresses that links hide or shorten; the places of these are counted in bytes of UTF-8. */
function writtenOut(record: JsonObject): string {
  const text = valueAt(record, "text");
  const bytes = Buffer.from(typeof text === "string" ? text : "");
  const links = listAt(record, "facets")
    .flatMap((facet) => {
      const uri = listAt(facet, "features")
        .map((one) => textAt(one, "uri"))
        .find(Boolean);
      const start = Number(valueAt(facet, "index", "byteStart"));
      const end = Number(valueAt(facet, "index", "byteEnd"));
      const isInside =
        Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= bytes.length;
      return uri !== undefined && isInside && start < end ? [{ start, end, uri }] : [];
    })
    .sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, uri } of links) {
    if (start < at) continue;
    const shown = bytes.toString("utf8", start, end);
    const isWeb = /^https?:\/\//i.test(uri);
    parts.push(bytes.toString("utf8", at, start), isWeb ? wholeAddress(shown, uri) : shown);
    at = end;
  }
  return [...parts, bytes.toString("utf8", at)].join("");
}

function mediaOf(record: JsonObject): readonly unknown[] {
  return [...listAt(record, "embed", "images"), ...listAt(record, "embed", "media", "images")];
}

function cardNote(card: string, record: JsonObject): string[] {
  const address = card.replace(/^https?:\/\//, "");
  if (address === "" || writtenOut(record).includes(address)) return [];
  return [`It shows a card that leads to ${card}, which is not in its text and not kept.`];
}

function embedNotes(record: JsonObject): string[] {
  const type = textAt(record, "embed", "$type");
  const media = textAt(record, "embed", "media", "$type");
  return [
    ...(type.startsWith("app.bsky.embed.record") ? ["The post that it quotes is not kept."] : []),
    ...([type, media].some((one) => one.startsWith("app.bsky.embed.video"))
      ? ["Its film is not kept."]
      : []),
  ];
}

/** What its author or the network warns of. */
function labelNotes(value: JsonObject, record: JsonObject): string[] {
  const labels = [...listAt(value, "labels"), ...listAt(record, "labels", "values")];
  const names = [...new Set(labels.map((one) => textAt(one, "val")).filter(Boolean))];
  const isShy = listAt(value, "author", "labels").some(
    (one) => textAt(one, "val") === "!no-unauthenticated",
  );
  return [
    ...(names.length === 0
      ? []
      : [
          `It is labelled ${names.join(", ")}. Readers see all of it at once: decide whether they should.`,
        ]),
    ...(isShy ? ["Its author asks that only people who have signed in be shown it."] : []),
  ];
}
