import { FEED_TYPES, feedFormat } from "../domain/feed-formats.ts";
import { fileEnding, PUBLISHABLE_TYPES } from "../domain/publishable-types.ts";

/** By file ending: what the press writes and publications copy, besides what anyone may publish. Text is UTF-8. */
export const TYPES: Readonly<Record<string, string>> = {
  ...PUBLISHABLE_TYPES,
  // Pages at old addresses, which other systems have made: they are HTML, as the one in their place is.
  ...Object.fromEntries(
    ["asp", "aspx", "cfm", "htm", "jsp", "php", "shtml", "xhtml"].map((ending) => [
      ending,
      "text/html; charset=utf-8",
    ]),
  ),
  atom: "application/atom+xml; charset=utf-8",
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  opml: "text/x-opml; charset=utf-8",
  // What the search reads.
  ...Object.fromEntries(
    ["pagefind", "pf_filter", "pf_fragment", "pf_index", "pf_meta", "words"].map((ending) => [
      ending,
      "application/octet-stream",
    ]),
  ),
  wasm: "application/wasm",
  webmanifest: "application/manifest+json; charset=utf-8",
  xml: "application/xml; charset=utf-8",
};

/**
 * The `Content-Type` of a bundle path, by its ending; `application/octet-stream` for those that have none or
 * that are not known.
 */
export function contentType(path: string): string {
  // Feeds, whose endings say too little.
  const format = feedFormat(path);
  if (format !== undefined) return `${FEED_TYPES[format]}; charset=utf-8`;
  return TYPES[fileEnding(path)] ?? "application/octet-stream";
}
