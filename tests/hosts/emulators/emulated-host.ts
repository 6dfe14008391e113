/** The files of a bundle, by their path in it without a leading slash. */
export type BundleFiles = ReadonlyMap<string, string | Uint8Array>;

/** What is given to a host: files, and whatever configuration it reads besides. */
export interface Bundle {
  files: BundleFiles;
}

/** A request as it arrives: `path` as a browser sends it, percent-encoded, with its query. */
export interface HostRequest {
  method?: "GET" | "HEAD" | "POST";
  path: string;
  headers?: Readonly<Record<string, string>>;
}

/** What a host answers: header names in lower case, and the path of the file whose text is sent, if one is. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  file?: string;
  /** A text that is no file of the bundle: one that a function makes. */
  body?: string;
}

/** The address that requests of the examples and tests are sent to, for rules that name a whole URL. */
export const EMULATED_ORIGIN = "https://press.example";

/** A request's path and its query, which begins with `?` or is empty. */
export function splitPath(path: string): { pathname: string; search: string } {
  const start = path.indexOf("?");
  return start === -1
    ? { pathname: path, search: "" }
    : { pathname: path.slice(0, start), search: path.slice(start) };
}

/** The path as files are named; undefined for one that is not percent-encoded UTF-8. */
export function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** Whether the bundle has a file at this path, which begins with a slash and is decoded. */
export function hasFile(files: BundleFiles, path: string): boolean {
  return path.startsWith("/") && files.has(path.slice(1));
}

/** The text of a file of the bundle; empty if there is none. */
export function fileText(files: BundleFiles, name: string): string {
  const content = files.get(name) ?? "";
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

/** An entity tag that changes with the content of a file; hosts compute theirs in other ways. */
export function entityTag(content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  // FNV-1a: short, and different enough for a few files.
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `"${hash.toString(16)}-${bytes.length.toString(16)}"`;
}

/** Whether the client has what it asks for: `If-None-Match` holds this entity tag, strong or weak. */
export function isKnown(request: HostRequest, tag: string): boolean {
  const known = Object.entries(request.headers ?? {})
    .filter(([name]) => name.toLowerCase() === "if-none-match")
    .flatMap(([, value]) => value.split(","));
  return known.some((one) => one.trim().replace(/^W\//, "") === tag);
}

/** A pattern that matches this text and nothing else. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** A redirect, with the query of the request unless the target has its own. */
export function redirectTo(status: number, target: string, search = ""): Answer {
  const [address = "", ...fragments] = target.split("#");
  const fragment = fragments.length > 0 ? `#${fragments.join("#")}` : "";
  const query = address.includes("?") ? "" : search;
  return { status, headers: { location: address + query + fragment } };
}

/**
 * The media type that hosts take from a file's ending when nothing tells them otherwise, from the IANA registry by way
 * of the table `mime-db`, which the tools of Netlify, Cloudflare and Vercel use. Endings that are not here have none.
 */
export function guessedType(file: string): string | undefined {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? undefined : GUESSED_TYPES[name.slice(dot + 1).toLowerCase()];
}

const GUESSED_TYPES: Readonly<Record<string, string>> = {
  atom: "application/atom+xml",
  avif: "image/avif",
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  gif: "image/gif",
  htm: "text/html; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/vnd.microsoft.icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  pdf: "application/pdf",
  png: "image/png",
  rss: "application/rss+xml",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json; charset=utf-8",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml",
};
