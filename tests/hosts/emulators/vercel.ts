import { match, parse } from "path-to-regexp";
import {
  decodePath,
  entityTag,
  guessedType,
  hasFile,
  isKnown,
  redirectTo,
  splitPath,
} from "./emulated-host.ts";
import type { Answer, Bundle, HostRequest } from "./emulated-host.ts";
import { configFaults } from "./vercel-config.ts";
import type { Condition, VercelConfig } from "./vercel-config.ts";

/** A bundle as Vercel takes it: the parsed `vercel.json` lies in the project, outside of what is served. */
export interface VercelBundle extends Bundle {
  config: VercelConfig;
}

/** What a pattern matched, by name, or by number for a group without one. */
type Matched = Record<string, string | string[]>;

/**
 * What Vercel answers: redirects of `cleanUrls`, those of `trailingSlash`, `redirects`, files, `rewrites`, and
 * `404.html`. Headers whose source matches the requested path are on whatever is sent, unless it is a redirect, because
 * Vercel puts redirects before headers when it makes one list of both.
 *
 * Left open by the documentation, and assumed: headers are on the page for 404 too; if two rules set one header, the
 * later one wins; a redirect keeps the query of the request, also by a parameter of it.
 *
 * See https://vercel.com/docs/project-configuration/vercel-json and, for 404.html,
 * https://vercel.com/kb/guide/custom-404-page.
 */
export function serve({ files, config }: VercelBundle, request: HostRequest): Answer {
  const { pathname, search } = splitPath(request.path);
  const redirect = redirected(config, pathname, search);
  if (redirect !== undefined) return redirect;

  const headers = customHeaders(config, pathname);
  const found = fileAt(pathname);
  if (found !== undefined) return sent(200, found);
  for (const { source, destination, statusCode = 200 } of config.rewrites ?? []) {
    const matched = matchSource(source, pathname);
    if (matched === undefined) continue;
    const file = fileAt(splitPath(filled(destination, matched)).pathname);
    if (file !== undefined) return sent(statusCode, file);
  }
  return files.has("404.html") ? sent(404, "404.html") : { status: 404, headers };

  function sent(status: number, file: string): Answer {
    const type = guessedType(file);
    const etag = entityTag(files.get(file) ?? "");
    const all = {
      "cache-control": "public, max-age=0, must-revalidate",
      etag,
      ...(type !== undefined && { "content-type": type }),
      ...headers,
    };
    return status === 200 && isKnown(request, etag)
      ? { status: 304, headers: all }
      : { status, headers: all, file };
  }

  /** With `cleanUrls`, a page is not at its own name, but without its ending. */
  function fileAt(address: string): string | undefined {
    const decoded = decodePath(address);
    if (decoded === undefined) return undefined;
    const bare = decoded.length > 1 && decoded.endsWith("/") ? decoded.slice(0, -1) : decoded;
    const folder = bare === "/" ? "" : bare;
    const candidates = config.cleanUrls ? [bare, `${bare}.html`] : [bare];
    return [...candidates, `${folder}/index.html`].find((one) => hasFile(files, one))?.slice(1);
  }
}

/** What Vercel would refuse in this configuration, or what could never apply. */
export function faults({ config }: VercelBundle): string[] {
  return configFaults(config);
}

function redirected(config: VercelConfig, pathname: string, search: string): Answer | undefined {
  const clean = config.cleanUrls ? cleanAddress(pathname, config.trailingSlash) : undefined;
  if (clean !== undefined) return redirectTo(308, clean, search);
  const slashed = slashedAddress(pathname, config.trailingSlash);
  if (slashed !== undefined) return redirectTo(308, slashed, search);
  for (const { source, has = [], destination, permanent, statusCode } of config.redirects ?? []) {
    const path = matchSource(source, pathname);
    const query = matchConditions(has, search);
    if (path === undefined || query === undefined) continue;
    const matched = { ...path, ...query };
    const status = statusCode ?? (permanent === false ? 307 : 308);
    return redirectTo(status, filled(destination, matched), search);
  }
  return undefined;
}

function cleanAddress(pathname: string, trailingSlash: boolean | undefined): string | undefined {
  const index = /^\/(?:(.+)\/)?index(?:\.html)?\/?$/.exec(pathname);
  const page = /^\/(.*)\.html\/?$/.exec(pathname);
  const match = index ?? page;
  if (match === null) return undefined;
  const bare = match[1] ?? "";
  // Vercel's list of routes says `//` for the home page; that it means `/` is assumed.
  return trailingSlash && bare !== "" ? `/${bare}/` : `/${bare}`;
}

/** With `trailingSlash: true`, what has a file ending loses its slash; `/.well-known` is left alone. */
function slashedAddress(pathname: string, trailingSlash: boolean | undefined): string | undefined {
  if (trailingSlash === undefined || pathname === "/") return undefined;
  if (!trailingSlash) return pathname.endsWith("/") ? pathname.slice(0, -1) : undefined;
  if (/^\/\.well-known(?:\/|$)/.test(pathname)) return undefined;
  const last = pathname.replace(/\/$/, "").split("/").at(-1) ?? "";
  if (pathname.endsWith("/")) return /.\.\w+$/.test(last) ? pathname.slice(0, -1) : undefined;
  return last.includes(".") ? undefined : `${pathname}/`;
}

function customHeaders(config: VercelConfig, pathname: string): Record<string, string> {
  const set: Record<string, string> = {};
  for (const { source, headers } of config.headers ?? []) {
    const matched = matchSource(source, pathname);
    if (matched === undefined) continue;
    for (const { key, value } of headers) {
      set[key.toLowerCase()] = value.replace(/:([A-Za-z]\w*)/g, (whole, name: string) =>
        name in matched ? [matched[name]].flat().join("/") : whole,
      );
    }
  }
  return set;
}

/** Sources match whole paths, with their letter case and the slash at their end, as the request has them. */
function matchSource(source: string, pathname: string): Matched | undefined {
  const found = match<Matched>(source, { strict: true, sensitive: true })(pathname);
  if (found === false) return undefined;
  // Parts that may be missing, and are, are empty.
  const names = parse(source).flatMap((part) => (typeof part === "string" ? [] : [part.name]));
  return { ...Object.fromEntries(names.map((name) => [name, ""])), ...found.params };
}

/** What conditions matched, by name; undefined for a query that does not meet one. Of a repeated parameter the first counts. */
function matchConditions(has: readonly Condition[], search: string): Matched | undefined {
  const asked = new URLSearchParams(search);
  const matched: Matched = {};
  for (const { key, value } of has) {
    const given = asked.get(key);
    if (given === null) return undefined;
    if (value === undefined) matched[key] = given;
    // Next.js, which has the same conditions, compares whole values; the documentation of Vercel does not say.
    const found = new RegExp(value ?? "", "u").exec(given);
    if (found === null) return undefined;
    Object.assign(matched, found.groups);
  }
  return matched;
}

/** A destination with what the source's parts matched; whatever follows a name in a pattern means nothing here. */
function filled(destination: string, matched: Matched): string {
  return destination.replace(/:([A-Za-z]\w*)[*+?]?/g, (whole, name: string) =>
    name in matched ? [matched[name] ?? ""].flat().join("/") : whole,
  );
}
