import type { IncomingMessage, ServerResponse } from "node:http";
import { relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { contentType } from "../deploy/content-type.ts";
import { readTarget, withSlash } from "../deploy/request-path.ts";
import { openServedFile } from "../deploy/served-file.ts";
import { composed } from "../domain/composed.ts";
import { EDITOR_FOLDER } from "../domain/editor.ts";
import type { DerivativeCache } from "../media/derivative-cache.ts";
import { deriveAll } from "../media/derive.ts";
import type { DevEditor } from "./dev-editor.ts";
import type { DevMedia } from "./dev-media.ts";
import type { DevSession } from "./dev-session.ts";
import { isEncodedBase } from "../renderer/bundled-renderer.ts";

/** Where the files come from that Astro knows nothing of. */
export interface DevFiles {
  session: DevSession;
  /** The publication, absolute. */
  content: string;
  /** The press's own files that are published as they are, absolute. */
  public: string;
  base: string;
  /** Holds what was made of pictures. */
  media: DerivativeCache;
  /** Fetches media files outside git. */
  outside: DevMedia;
  /** The editor in the browser. */
  editor: DevEditor;
}

type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Answers in development what is not a page of Astro's: pictures, the files of both `public/` folders, old addresses, the
 * closing slash. Other requests go on to Astro, without a base that it could not take off.
 */
export function serveDevFiles(files: DevFiles): Middleware {
  return (request, response, next) => {
    answer(files, request, response).then((answered) => {
      const { base } = files;
      const { url = "/" } = request;
      if (!answered && isEncodedBase(base) && url.startsWith(base))
        request.url = url.slice(base.length - 1);
      if (!answered) next();
    }, next);
  };
}

async function answer(
  files: DevFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { session, base } = files;
  const url = ("originalUrl" in request ? String(request.originalUrl) : request.url) ?? "/";
  if ((request.method !== "GET" && request.method !== "HEAD") || /^[^?]*\/@|[?&]import\b/.test(url))
    return false;
  const asked = readTarget(url, base);
  if (asked.kind === "elsewhere") return redirect(response, asked.location);
  if (asked.kind !== "path") return false;
  const path = asked.parts.join("/");
  const file = asked.folder ? `${path}/index.html` : path;
  if (await files.editor.send(file, session.shown, request, response)) return true;
  if (!asked.folder && (await sendDerivative(files, path, request, response))) return true;
  if (!asked.folder && (await sendFile(files, path, request, response))) return true;
  const moved = session.shown?.moved.get(file);
  if (moved !== undefined) {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
    });
    response.end(moved);
    return true;
  }
  const isEditor = path === EDITOR_FOLDER && session.shown?.site.editor !== undefined;
  return !asked.folder && (isEditor || isPlanned(session, `/${path}/`))
    ? redirect(response, withSlash(url))
    : false;
}

/** Of the pages only take-downs have a dot in their address, and most other requests do. */
function isPlanned({ shown }: DevSession, path: string): boolean {
  if (shown === undefined) return false;
  if (shown.moved.has(`${path.slice(1)}index.html`)) return true;
  if (path.includes(".")) return shown.plan.routes.gone.some((planned) => planned.path === path);
  return Object.values(shown.plan.routes).some((paths) =>
    paths.some((planned) => planned.path === path),
  );
}

/** Made when it is asked for: most pictures of an archive are not looked at in one sitting. */
async function sendDerivative(
  { session, content, media, outside }: DevFiles,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const derivative = session.shown?.derivatives.get(path);
  if (derivative === undefined) return false;
  const fetch = (file: string): Promise<void> => outside.fetch(file);
  await deriveAll([derivative], { content, cache: media, sideBySide: 1, fetch }, (_, bytes) => {
    response.writeHead(200, {
      "content-type": contentType(path),
      "content-length": bytes.length,
      "cache-control": "no-store",
    });
    response.end(request.method === "HEAD" ? undefined : bytes);
  });
  return true;
}

async function sendFile(
  { session, content, public: own, outside }: DevFiles,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const published = session.shown?.files.get(composed(path));
  const places: [folder: string, path: string][] = [
    ...(published === undefined
      ? []
      : [[content, relative(content, published).replaceAll("\\", "/")] as [string, string]]),
    [own, path],
  ];
  for (const [folder, file] of places) {
    if (folder === content) await outside.fetch(file);
    const found = await openServedFile(folder, file.split("/"));
    if (found === undefined) continue;
    try {
      response.writeHead(200, {
        "content-type": contentType(file),
        "content-length": found.bytes,
        "cache-control": "no-store",
      });
      if (request.method === "HEAD" || found.bytes === 0) response.end();
      else
        await pipeline(
          found.handle.createReadStream({ end: found.bytes - 1, autoClose: false }),
          response,
        );
      return true;
    } finally {
      await found.handle.close();
    }
  }
  return false;
}

function redirect(response: ServerResponse, location: string): true {
  response.writeHead(302, { location }).end();
  return true;
}
