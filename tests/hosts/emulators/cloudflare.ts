import {
  decodePath,
  EMULATED_ORIGIN,
  entityTag,
  fileText,
  guessedType,
  isKnown,
  splitPath,
} from "./emulated-host.ts";
import type { Answer, Bundle, HostRequest } from "./emulated-host.ts";
import { notFoundPage, pagesFile, workersFile } from "./cloudflare-files.ts";
import { applyHeaders, joinedHeaders, parseHeaders } from "./cloudflare-headers.ts";
import { matchRedirect, parseRedirects } from "./cloudflare-redirects.ts";

/** A bundle as Cloudflare takes it, with `_headers` and `_redirects` among its files. */
export interface CloudflareBundle extends Bundle {
  product?: "pages" | "workers";
  /** Of Workers: `assets.not_found_handling` in the Wrangler configuration, which is "none" unless it is set. */
  notFoundHandling?: "none" | "404-page";
}

/** Files that configure Cloudflare, which are not served. */
const CONFIGURATION = new Set(["/_headers", "/_redirects"]);

/** How many files a Pages project or a version of a Worker may have on the free plan, and bytes in each. */
const MOST_FILES = 20_000;
const LARGEST_FILE = 25 * 1024 * 1024;

/**
 * What Cloudflare answers: redirects come first, whether or not there is a file; then files; then the nearest
 * `404.html`, without which Pages takes the bundle for an application and sends its home page.
 *
 * Left open by the documentation, and assumed as Cloudflare's published code has it: rules of `_headers` apply to
 * redirects and to pages for 404 too, by the path that is requested; but Pages keeps
 * the latter out of caches, whatever rules say.
 *
 * See https://developers.cloudflare.com/pages/configuration/serving-pages/ and
 * https://developers.cloudflare.com/workers/static-assets/routing/static-site-generation/.
 */
export function serve(bundle: CloudflareBundle, request: HostRequest): Answer {
  const { files, product = "pages" } = bundle;
  const { pathname, search } = splitPath(request.path);
  const { rules } = parseHeaders(fileText(files, "_headers"));
  const redirects = parseRedirects(fileText(files, "_redirects"));
  const answer = found();
  const headers = applyHeaders(rules, pathname, answer.headers);
  if (product === "pages" && answer.status === 404) headers["cache-control"] = "no-store";
  return { ...answer, headers };

  function found(): Answer {
    let path = pathname;
    const match = matchRedirect(redirects.rules, pathname);
    if (match?.status === 200) path = new URL(match.target, EMULATED_ORIGIN).pathname;
    else if (match !== undefined) {
      return { status: match.status, headers: { location: location(match.target, search) } };
    }
    if (!["GET", "HEAD", undefined].includes(request.method)) return { status: 405, headers: {} };
    const decoded = decodePath(path) ?? path;
    if (CONFIGURATION.has(decoded)) return notFound(decoded);
    const file = product === "pages" ? pagesFile(files, decoded) : workersFile(files, decoded);
    if (file === undefined) return notFound(decoded);
    if ("file" in file) return sent(200, file.file);
    const status = product === "pages" ? 308 : 307;
    return { status, headers: { location: encodeURI(file.redirect) + search } };
  }

  function notFound(path: string): Answer {
    const file = notFoundPage(files, path);
    if (product === "workers") {
      const page = bundle.notFoundHandling === "404-page" ? file : undefined;
      return page === undefined ? { status: 404, headers: {} } : sent(404, page);
    }
    if (file !== undefined) return { status: 404, headers: { ...always(), ...typed(file) }, file };
    return files.has("index.html") ? sent(200, "index.html") : { status: 404, headers: always() };
  }

  function sent(status: number, file: string): Answer {
    const etag = entityTag(files.get(file) ?? "");
    const names = Object.keys(request.headers ?? {}).map((name) => name.toLowerCase());
    const isCacheable = !names.includes("authorization") && !names.includes("range");
    const headers = {
      ...always(),
      ...typed(file),
      etag,
      ...(isCacheable && { "cache-control": "public, max-age=0, must-revalidate" }),
    };
    return status === 200 && isKnown(request, etag)
      ? { status: 304, headers }
      : { status, headers, file };
  }

  function always(): Record<string, string> {
    if (product === "workers") return {};
    return {
      "access-control-allow-origin": "*",
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-content-type-options": "nosniff",
    };
  }
}

/**
 * What Cloudflare would ignore or not do as written; for each line, and where the files of the bundle decide.
 * The number and size of files: https://developers.cloudflare.com/pages/platform/limits/.
 */
export function faults(bundle: CloudflareBundle): string[] {
  const { files, product = "pages" } = bundle;
  const headers = parseHeaders(fileText(files, "_headers"));
  const redirects = parseRedirects(fileText(files, "_redirects"));
  const addresses = [...files.keys()].map((file) =>
    encodeURI(`/${file}`)
      .replace(/\/index\.html$/, "/")
      .replace(/\.html$/, ""),
  );
  const found = [
    ...headers.faults,
    ...joinedHeaders(headers.rules, addresses),
    ...redirects.faults,
  ];
  if (product === "pages" && !files.has("404.html")) {
    found.push("no 404.html: the home page is sent for every address that there is not");
  }
  if (product === "workers" && bundle.notFoundHandling !== "404-page") {
    found.push("404.html is not sent unless not_found_handling is 404-page");
  }
  if (files.size > MOST_FILES) found.push(`${files.size} files, of ${MOST_FILES} at most`);
  for (const [file, content] of files) {
    const size = typeof content === "string" ? Buffer.byteLength(content) : content.length;
    if (size > LARGEST_FILE) found.push(`${file} is larger than 25 MiB`);
  }
  return found;
}

function typed(file: string): Record<string, string> {
  const type = guessedType(file);
  return type === undefined ? {} : { "content-type": type };
}

/** Targets at the address of the request become relative, so that the bundle can be served at several. */
function location(target: string, search: string): string {
  const url = new URL(target, EMULATED_ORIGIN);
  if (url.search === "") url.search = search;
  return url.origin === EMULATED_ORIGIN ? url.pathname + url.search + url.hash : url.href;
}
