import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { contentType } from "./content-type.ts";
import { SECURITY_HEADERS } from "./headers.ts";
import { readTarget, withSlash } from "./request-path.ts";
import type { Asked } from "./request-path.ts";
import { openServedFile } from "./served-file.ts";
import type { ServedFile } from "./served-file.ts";

/** A bundle to be served. */
export interface Served {
  /** The bundle, absolute. */
  folder: string;
  /** Path the bundle lies at, with a slash at both ends. */
  base: string;
}

/**
 * Serves a bundle as its hosts do: `index.html` for a folder, a redirect to the closing slash, `404.html` for what
 * is not there, validators instead of ages, so that a bundle published while this runs is shown at once.
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
  response.setHeaders(new Map(Object.entries(SECURITY_HEADERS)));
  response.setHeader("cache-control", "no-cache");
  if (method !== "GET" && method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    say(response, 405, "There is only something to read here.");
    return;
  }
  const asked = readTarget(url, base);
  if (asked.kind === "malformed") return say(response, 400, "This is no address.");
  if (asked.kind === "elsewhere") return redirect(response, asked.location);
  const path = asked.kind === "path" ? pathOf(asked) : undefined;
  const found = path === undefined ? undefined : await openServedFile(folder, path);
  if (path !== undefined && found !== undefined) return send(request, response, 200, path, found);
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
  { handle, bytes, etag }: ServedFile,
): Promise<void> {
  try {
    if (status === 200) {
      response.setHeader("etag", etag);
      if (isCurrent(request.headers["if-none-match"], etag)) {
        response.writeHead(304).end();
        return;
      }
    }
    response.writeHead(status, {
      "content-type": contentType(path.join("/")),
      "content-length": bytes,
    });
    if (request.method === "HEAD" || bytes === 0) response.end();
    else await pipeline(handle.createReadStream({ end: bytes - 1, autoClose: false }), response);
  } finally {
    await handle.close();
  }
}

/** RFC 9110, section 13.1.2: any of the listed validators, compared weakly, or `*`. */
function isCurrent(listed: string | undefined, etag: string): boolean {
  if (listed === undefined) return false;
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
