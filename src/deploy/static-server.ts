import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { bundledHeaders } from "./bundled-headers.ts";
import { byteRange } from "./byte-range.ts";
import type { ByteRange } from "./byte-range.ts";
import { CURRENT, FEED_CACHING } from "./caching.ts";
import { isPackable, WORTH_PACKING } from "./packable.ts";
import { contentType } from "./content-type.ts";
import { classHeaders, fileClasses } from "./hosting.ts";
import type { Headers } from "./hosting.ts";
import { readTarget, withSlash } from "./request-path.ts";
import type { Asked } from "./request-path.ts";
import { openServedFile } from "./served-file.ts";
import type { ServedFile } from "./served-file.ts";

/** What follows from `site.yaml` besides, the bundle says itself. */
const CLASSES = fileClasses(undefined);

/** A bundle to be served. */
export interface Served {
  /** The bundle, absolute. */
  folder: string;
  /** Path the bundle lies at, with a slash at both ends. */
  base: string;
}

/**
 * Serves a bundle as its hosts do: `index.html` for a folder, a redirect to the closing slash, `404.html` for what
 * is not there, texts packed. Validators instead of ages, so that a bundle published while this runs is shown at
 * once; feeds alone may be kept for a while. The headers are those that the bundle asks for.
 */
export function serveBundle(served: Served): RequestListener {
  return (request, response) => {
    answer(served, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else say(response, 500, "This file cannot be read.");
    });
  };
}

async function answer(
  { folder, base }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, url = "" } = request;
  const { headers, folders } = await bundledHeaders(folder);
  response.setHeaders(new Map(Object.entries(headers)));
  response.setHeader("cache-control", "no-cache");
  if (method !== "GET" && method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    say(response, 405, "Only GET and HEAD are allowed here.");
    return;
  }
  const asked = readTarget(url, base);
  if (asked.kind === "malformed") return say(response, 400, "This is not a valid address.");
  if (asked.kind === "elsewhere") return redirect(response, asked.location);
  const path = asked.kind === "path" ? pathOf(asked) : undefined;
  const found = path === undefined ? undefined : await openServedFile(folder, path);
  if (path !== undefined && found !== undefined) {
    const ofFolder = folders[path[0] ?? ""] ?? {};
    return send(request, response, 200, path, found, path.length > 1 ? ofFolder : {});
  }
  if (asked.kind === "path" && !asked.folder && (await hasIndex(folder, asked.parts))) {
    return redirect(response, withSlash(url));
  }
  const missing = await openServedFile(folder, ["404.html"]);
  if (missing === undefined) return say(response, 404, "There is no such page.");
  return send(request, response, 404, ["404.html"], missing);
}

function pathOf({ parts, folder }: Extract<Asked, { kind: "path" }>): string[] {
  return folder ? [...parts, "index.html"] : parts;
}

async function hasIndex(folder: string, parts: readonly string[]): Promise<boolean> {
  const index = await openServedFile(folder, [...parts, "index.html"]);
  await index?.handle.close();
  return index !== undefined;
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  path: readonly string[],
  file: ServedFile,
  ofFolder: Headers = {},
): Promise<void> {
  const { handle, bytes, etag, changed } = file;
  const type = contentType(path.join("/"));
  const isPacked = bytes >= WORTH_PACKING && isPackable(type) && takesGzip(request);
  try {
    if (isPackable(type)) response.setHeader("vary", "accept-encoding");
    if (status === 200) {
      const { "cache-control": caching = CURRENT, ...own } = classHeaders(path.join("/"), CLASSES);
      response.setHeaders(new Map(Object.entries(own)));
      response.setHeaders(new Map(Object.entries(ofFolder)));
      // Ages are for hosts: here a page is shown as it was just published.
      if (caching === FEED_CACHING) response.setHeader("cache-control", caching);
      // Packed bytes are another representation: their validator is weak (RFC 9110, section 8.8.3.3).
      response.setHeader("etag", isPacked ? `W/${etag}` : etag);
      response.setHeader("last-modified", new Date(changed * 1000).toUTCString());
      if (isCurrent(request.headers, file)) {
        response.writeHead(304).end();
        return;
      }
    }
    const part = askedPart(request, status, isPacked, file);
    if (part === "unsatisfiable") {
      response.setHeader("content-range", `bytes */${bytes}`);
      say(response, 416, "There is no such part of this file.");
      return;
    }
    if (status === 200 && !isPacked) response.setHeader("accept-ranges", "bytes");
    if (part !== "whole") {
      const { start, end } = part;
      response.writeHead(206, {
        "content-type": type,
        "content-range": `bytes ${start}-${end}/${bytes}`,
        "content-length": end - start + 1,
      });
      await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
      return;
    }
    response.writeHead(status, {
      "content-type": type,
      ...(isPacked ? { "content-encoding": "gzip" } : { "content-length": bytes }),
    });
    if (request.method === "HEAD" || bytes === 0) {
      response.end();
      return;
    }
    const stream = handle.createReadStream({ end: bytes - 1, autoClose: false });
    if (isPacked) await pipeline(stream, createGzip(), response);
    else await pipeline(stream, response);
  } finally {
    await handle.close();
  }
}

/** The part that is asked for: of a state that the reader has not seen there is none (RFC 9110, section 13.1.5). */
function askedPart(
  { headers, method }: IncomingMessage,
  status: number,
  isPacked: boolean,
  { bytes, etag, changed }: ServedFile,
): ByteRange {
  const { range, "if-range": seen } = headers;
  if (status !== 200 || isPacked || method !== "GET") return "whole";
  const isCurrent =
    seen === undefined || seen === etag || Date.parse(String(seen)) === changed * 1000;
  return isCurrent ? byteRange(range, bytes) : "whole";
}

/** RFC 9110, section 12.5.3: gzip is named, by its name or as any, and not with a weight of nothing. */
function takesGzip({ headers }: IncomingMessage): boolean {
  return String(headers["accept-encoding"] ?? "")
    .toLowerCase()
    .split(",")
    .some((one) => /^\s*(?:x-)?(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/.test(one));
}

/**
 * Whether a reader has this state of a file. RFC 9110, section 13.1.2: any of the listed validators, compared weakly,
 * or `*`. Only where none are listed does the date count (section 13.1.3).
 */
function isCurrent(headers: IncomingMessage["headers"], { etag, changed }: ServedFile): boolean {
  const listed = headers["if-none-match"];
  if (listed === undefined) {
    const since = Date.parse(headers["if-modified-since"] ?? "");
    return changed * 1000 <= since;
  }
  return listed
    .split(",")
    .some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location, "content-length": 0 }).end();
}

function say(response: ServerResponse, status: number, text: string): void {
  const body = `${text}\n`;
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
