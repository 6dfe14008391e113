import {
  decodePath,
  fileText,
  guessedType,
  hasFile,
  redirectTo,
  splitPath,
} from "./emulated-host.ts";
import type { Answer, Bundle, BundleFiles, HostRequest } from "./emulated-host.ts";
import { addresses, conflicts, headersFor, parseHeaders } from "./netlify-headers.ts";
import { matchRedirect, parseRedirects } from "./netlify-redirects.ts";
import type { RedirectRule } from "./netlify-redirects.ts";

/** A bundle as Netlify takes it, with `_headers` and `_redirects` among its files. */
export interface NetlifyBundle extends Bundle {
  /** The setting "Pretty URLs" of a project, which is on unless it is changed. */
  prettyUrls?: boolean;
}

/** Files that configure Netlify. That they are not served is assumed. */
const CONFIGURATION = new Set(["/_headers", "/_redirects"]);

/**
 * What Netlify answers. The first matching rule of `_redirects` decides, unless a file has that address and the rule
 * is not forced; then files, in the order of Netlify's development server; then `404.html`.
 *
 * Left open by the documentation, and assumed: headers of `_headers` are those of the requested path, not of the file
 * that a rewrite sends; they are on pages for 404 and 410, which are files, and not on redirects, which are none.
 *
 * See https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/ (shadowing) and
 * https://docs.netlify.com/manage/routing/headers/.
 */
export function serve(bundle: NetlifyBundle, request: HostRequest): Answer {
  const { pathname, search } = splitPath(request.path);
  const { files } = bundle;
  const headers = headersFor(parseHeaders(fileText(files, "_headers")).rules, pathname);
  const send = (status: number, file: string | undefined): Answer => {
    const type = file === undefined ? undefined : guessedType(file);
    const own = { "cache-control": "public, max-age=0, must-revalidate" };
    const typed = type === undefined ? own : { ...own, "content-type": type };
    return { status, headers: { ...typed, ...Object.fromEntries(headers) }, file };
  };
  const notFound = (): Answer => send(404, files.has("404.html") ? "404.html" : undefined);

  const found = fileAt(files, pathname);
  const rules = parseRedirects(fileText(files, "_redirects")).rules;
  const match = matchRedirect(rules, pathname, search);
  if (match !== undefined && (match.rule.isForced || found === undefined)) {
    const { rule, target } = match;
    if (isRedirect(rule))
      return redirectTo(rule.status, target, rule.parameters.length > 0 ? "" : search);
    const rewritten = fileAt(files, splitPath(target.split("#")[0] ?? "").pathname);
    return rewritten === undefined ? notFound() : send(rule.status, rewritten);
  }
  if (found === undefined) return notFound();
  const pretty = bundle.prettyUrls === false ? undefined : prettyAddress(found, pathname);
  return pretty === undefined ? send(200, found) : redirectTo(301, pretty, search);
}

/**
 * What Netlify would refuse, ignore or not do as written; for each line, and where the files of the bundle decide.
 */
export function faults({ files }: NetlifyBundle): string[] {
  const headers = parseHeaders(fileText(files, "_headers"));
  const redirects = parseRedirects(fileText(files, "_redirects"));
  const shadowed = redirects.rules
    .filter((rule) => !rule.isForced && !/[:*]/.test(rule.from))
    .filter((rule) => fileAt(files, rule.from) !== undefined)
    .map(({ line, from }) => `_redirects:${line}: not forced, and a file has the address ${from}`);
  // A forced rule with a wildcard hides files, which may be meant; one that hides all of them is not.
  const hidden = redirects.rules
    .filter((rule) => rule.isForced && /^\/\*$/.test(rule.from) && addresses(files).length > 0)
    .map(({ line }) => `_redirects:${line}: forced for every address`);
  return [
    ...headers.faults,
    ...conflicts(headers.rules, files),
    ...redirects.faults,
    ...shadowed,
    ...hidden,
  ];
}

function isRedirect({ status }: RedirectRule): boolean {
  return status >= 300 && status < 400;
}

/** The file for an address: itself, with `.html`, or the index of a folder, whether or not it ends with a slash. */
function fileAt(files: BundleFiles, pathname: string): string | undefined {
  const path = decodePath(pathname);
  if (path === undefined || CONFIGURATION.has(path)) return undefined;
  const bare = path.endsWith("/") ? path.slice(0, -1) : path;
  const candidates = [path, `${bare}.html`, `${bare}/index.html`];
  return candidates.find((one) => hasFile(files, one))?.slice(1);
}

/**
 * The address that "Pretty URLs" sends a client to: that of a folder ends with a slash, that of a page has neither
 * slash nor `.html`. The documentation names no status; 301 is what sites report. An index that is asked for by its
 * name is sent, as an earlier edition says.
 * See https://docs.netlify.com/manage/routing/redirects/redirect-options/#trailing-slash.
 */
function prettyAddress(file: string, pathname: string): string | undefined {
  if (file.endsWith("/index.html") || file === "index.html") {
    return pathname.endsWith("/") || pathname.endsWith("/index.html") ? undefined : `${pathname}/`;
  }
  if (!file.endsWith(".html")) return undefined;
  const address = pathname.replace(/\/$/, "").replace(/\.html$/, "");
  return address === pathname ? undefined : address;
}
