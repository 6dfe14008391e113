import { FEED_TYPES, feedFormat } from "../domain/feed-files.ts";

/** By file ending. Text is UTF-8, which the press writes and asks of everyone. */
const TYPES: Readonly<Record<string, string>> = {
  atom: "application/atom+xml; charset=utf-8",
  avif: "image/avif",
  css: "text/css; charset=utf-8",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
  m4a: "audio/mp4",
  mjs: "text/javascript; charset=utf-8",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  ogg: "audio/ogg",
  opml: "text/x-opml; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  wasm: "application/wasm",
  wav: "audio/wav",
  webm: "video/webm",
  webmanifest: "application/manifest+json; charset=utf-8",
  webp: "image/webp",
  woff: "font/woff",
  woff2: "font/woff2",
  xml: "application/xml; charset=utf-8",
};

/**
 * The `Content-Type` of a bundle path, by its ending; `application/octet-stream` for those that have none or
 * that are not known.
 */
export function contentType(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  // Feeds, whose endings say too little.
  const format = feedFormat(path);
  if (format !== undefined) return `${FEED_TYPES[format]}; charset=utf-8`;
  const ending = name.includes(".") ? name.slice(name.lastIndexOf(".") + 1).toLowerCase() : "";
  return TYPES[ending] ?? "application/octet-stream";
}
