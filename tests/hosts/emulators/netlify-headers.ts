import { escapePattern } from "./emulated-host.ts";
import type { BundleFiles } from "./emulated-host.ts";

/** A path of a `_headers` file, and the headers below it by name in lower case. */
export interface HeaderRule {
  path: string;
  headers: ReadonlyMap<string, string>;
}

interface ParsedHeaders {
  rules: HeaderRule[];
  faults: string[];
}

/** The headers that Netlify sets itself and ignores in a `_headers` file. */
const IGNORED_HEADERS = new Set([
  "accept-ranges",
  "age",
  "allow",
  "alt-svc",
  "connection",
  "content-encoding",
  "content-length",
  "content-range",
  "date",
  "location",
  "server",
  "set-cookie",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * What a `_headers` file says, and each line of it that Netlify refuses or ignores.
 * See https://docs.netlify.com/manage/routing/headers/.
 */
export function parseHeaders(text: string): ParsedHeaders {
  const rules: { path: string; headers: Map<string, string> }[] = [];
  const faults: string[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    const fault = (what: string): void => void faults.push(`_headers:${index + 1}: ${what}`);
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("/")) {
      faults.push(...pathFaults(line).map((what) => `_headers:${index + 1}: ${what}`));
      rules.push({ path: line, headers: new Map() });
      continue;
    }
    const colon = line.indexOf(":");
    if (colon === -1) {
      // The parser skips such a line without a word, `! Header` of other hosts too.
      fault(`ignored, because it is neither a path nor a header: ${line}`);
      continue;
    }
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const rule = rules.at(-1);
    if (name === "" || value === "") fault(`a header without name or value: ${line}`);
    else if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name)) fault(`no name of a header: ${name}`);
    else if (rule === undefined) fault(`a header before any path: ${line}`);
    else if (IGNORED_HEADERS.has(name)) fault(`ignored, because Netlify sets it itself: ${name}`);
    else {
      // A header that is repeated below one path gets one field with all values.
      const earlier = rule.headers.get(name);
      rule.headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
    }
  }
  for (const { path, headers } of rules) {
    if (headers.size === 0) faults.push(`_headers: no header below ${path}`);
  }
  return { rules: rules.filter(({ headers }) => headers.size > 0), faults };
}

/**
 * The headers of all rules that match a path. The documentation does not say what happens if two of them set one
 * header: as in Netlify's own development server, the later rule wins; `conflicts` finds where that matters.
 */
export function headersFor(rules: readonly HeaderRule[], pathname: string): Map<string, string> {
  return new Map(
    rules.filter(({ path }) => matches(path, pathname)).flatMap(({ headers }) => [...headers]),
  );
}

/** Each file for whose address two rules set one header to different values. */
export function conflicts(rules: readonly HeaderRule[], files: BundleFiles): string[] {
  const found: string[] = [];
  for (const address of addresses(files)) {
    const values = new Map<string, string>();
    for (const { path, headers } of rules.filter((rule) => matches(rule.path, address))) {
      for (const [name, value] of headers) {
        if ((values.get(name) ?? value) !== value) {
          found.push(`_headers: ${name} of ${address} is set by ${path} and by an earlier rule`);
        }
        values.set(name, value);
      }
    }
  }
  return found;
}

/** The addresses at which files are asked for: those of folders instead of their index. */
export function addresses(files: BundleFiles): string[] {
  return [...files.keys()].map((file) => {
    const path = encodeURI(`/${file}`);
    return path.endsWith("/index.html") ? path.slice(0, -"index.html".length) : path;
  });
}

/**
 * Whether a path of a rule matches a request: `*` anything, `:placeholder` one segment. A `*` that is a whole segment
 * matches nothing too, so `/blog/*` matches `/blog`. Letter case makes no difference, as in Netlify's own parser; the
 * documentation does not say. That parser also takes `/blog/*` for `/blogger`, which is not followed here.
 */
function matches(path: string, pathname: string): boolean {
  const parts = path.split("/").filter((part) => part !== "");
  let pattern = "^";
  for (const part of parts) {
    if (part === "*") pattern += "(?:/.*)?";
    else if (part.startsWith(":")) pattern += "/[^/]+";
    else pattern += `/${part.split("*").map(escapePattern).join(".*")}`;
  }
  return new RegExp(`${pattern}/?$`, "iu").test(pathname);
}

/** A `*` may only end a segment, and a placeholder is a whole one. */
function pathFaults(path: string): string[] {
  const parts = path.split("/");
  const faults: string[] = [];
  if (/\s/.test(path)) faults.push(`a path with a space: ${path}`);
  if (parts.some((part) => part.slice(0, -1).includes("*"))) {
    faults.push(`a * that does not end a segment of the path: ${path}`);
  }
  if (parts.some((part) => part.slice(1).includes(":"))) {
    faults.push(`a placeholder that does not begin a segment of the path: ${path}`);
  }
  return faults;
}
