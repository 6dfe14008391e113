import { FEED_TYPES, feedFormat } from "../domain/feed-formats.ts";
import { fileEnding, PUBLISHABLE_TYPES } from "../domain/publishable-types.ts";

/** By file ending: what the press writes and publications copy, besides what anyone may publish. Text is UTF-8. */
const TYPES: Readonly<Record<string, string>> = {
  ...PUBLISHABLE_TYPES,
  atom: "application/atom+xml; charset=utf-8",
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  opml: "text/x-opml; charset=utf-8",
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
