import type { BodyWork } from "../body-work.ts";
import { embedHtml, mediaKind, playerHtml } from "./embeds.ts";
import type { ShortcodeNode } from "./shortcode-parser.ts";
import { writtenTree } from "./shortcode-parser.ts";
import { urlOf } from "../web-address.ts";

type ShortcodeUse = Exclude<ShortcodeNode, string>;

/** Addresses for what a shortcode of a network only gives the number of. */
const BY_NUMBER: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  yt: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
  ted: (id) => `https://www.ted.com/talks/${id}`,
  tweet: (id) => `https://twitter.com/i/status/${id}`,
  twitter: (id) => `https://twitter.com/i/status/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  gist: (id) => `https://gist.github.com/${id}`,
  wpvideo: (id) => `https://videopress.com/v/${id}`,
  videopress: (id) => `https://videopress.com/v/${id}`,
  scribd: (id) => `https://www.scribd.com/document/${id}`,
  slideshare: (id) => `https://www.slideshare.net/slideshow/embed_code/${id}`,
};

/** What `[embed]`, `[youtube]` and the like show; undefined where no address is in them. */
export function embedShortcode(node: ShortcodeUse, work: BodyWork): string | undefined {
  const { name, attributes, children = [] } = node;
  const inside = writtenTree(children)
    .replace(/<[^<>]*>/g, "")
    .replaceAll("&amp;", "&")
    .trim();
  const values = [
    attributes["url"],
    attributes["src"],
    attributes["link"],
    inside,
    attributes["0"],
    attributes["id"],
  ];
  const value = values.find((one) => one !== undefined && one !== "")?.trim();
  if (value === undefined) return undefined;
  const make = BY_NUMBER[name.replace(/^su_|_(?:sc|advanced)$/g, "")];
  const address =
    /^(?:https?:)?\/\//.test(value) || make === undefined
      ? value.replace(/^\/\//, "https://")
      : make(encodeURIComponent(value).replaceAll("%2F", "/"));
  return /^https?:\/\//.test(address) ? work.slots.block(embedHtml(address, work)) : undefined;
}

const SOURCES = {
  audio: ["src", "url", "mp3", "m4a", "ogg", "wav", "0"],
  video: ["src", "url", "mp4", "m4v", "webm", "ogv", "flv", "0"],
} as const;

/** What `[audio]` and `[video]` show; undefined where no address is in them. */
export function mediaShortcode(
  kind: "audio" | "video",
  node: ShortcodeUse,
  work: BodyWork,
): string | undefined {
  const { attributes, children = [] } = node;
  const written = SOURCES[kind]
    .map((key) => attributes[key])
    .find((one) => one !== undefined && one !== "");
  // The old player took several addresses and its settings in one value.
  const src = written?.split(/[,|]/)[0]?.trim() ?? inText(writtenTree(children));
  const url = src === undefined ? undefined : urlOf(src, work.context.base);
  if (src === undefined || url === undefined) return undefined;
  if (mediaKind(url) === undefined) return work.slots.block(embedHtml(url.href, work));
  const poster = attributes["poster"] || undefined;
  const caption = attributes["caption"] ?? "";
  return work.slots.block(
    playerHtml({
      kind: mediaKind(url) ?? kind,
      src: url.href,
      poster,
      caption,
      title: attributes["title"],
    }),
  );
}

/** A player for each recording of a list. */
export function playlistShortcode(
  keys: readonly string[],
  attributes: Record<string, string>,
  work: BodyWork,
): string {
  const kind = attributes["type"] === "video" ? "video" : "audio";
  const players = keys.flatMap((key) => {
    const found = work.context.fileOf(key);
    if (found === undefined) {
      work.notes.add("lost", `Attachment ${key} of a playlist is not in the archive`);
      return [];
    }
    const url = urlOf(found.file.addresses[0] ?? "");
    return url === undefined || mediaKind(url) === undefined
      ? []
      : [playerHtml({ kind: mediaKind(url) ?? kind, fileKey: key, caption: found.file.caption })];
  });
  work.notes.add("changed", "A playlist is now a player for each of its recordings");
  return players.join("");
}

function inText(text: string): string | undefined {
  return /https?:\/\/[^\s<>"']{1,2000}/.exec(text)?.[0];
}
