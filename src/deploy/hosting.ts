import { FEED_ARCHIVE, FEED_FILES, FEED_TYPES } from "../domain/feed-formats.ts";
import type { FeedFormat } from "../domain/feed-formats.ts";
import { compareText } from "../domain/order.ts";
import { nameOf } from "../domain/path-parts.ts";
import { fileEnding } from "../domain/publishable-types.ts";
import { EDITOR_FOLDER } from "../domain/editor.ts";
import type { Editor } from "../domain/editor.ts";
import type { Publication } from "../domain/publication.ts";
import { hrefWithFragment } from "../urls/hrefs.ts";
import { HEADERS_NAME } from "./bundled-headers.ts";
import { CURRENT, FEED_CACHING, LASTING } from "./caching.ts";
import { TYPES } from "./content-type.ts";
import { editorHeaders } from "./editor-headers.ts";
import { allowedOrigins, securityHeaders } from "./headers.ts";
import type { SecurityHeaders } from "./headers.ts";

/** Headers by name, in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** Which files of a bundle a rule is for: any of these. */
export interface Selection {
  /** Last parts of paths, in whatever folder. */
  names?: readonly string[];
  /** Folders below the base, without slashes at their ends, with all that is in them. */
  folders?: readonly string[];
  /** File endings without dot, in lower case. */
  endings?: readonly string[];
}

/** Files that are answered with the same headers. */
export interface FileClass {
  files: Selection;
  /** Besides those of every answer, over them where they have the same name. */
  headers: Headers;
}

/** An address that leads to another. */
export interface Redirect {
  /** Path of the request with the base, not encoded: `/paper/old/`. */
  from: string;
  /** `Location`: a path with the base, percent-encoded, perhaps with a fragment, or an address elsewhere. */
  to: string;
}

/** A parameter of the front page that leads to an address. */
export interface QueryRule {
  /** Letters, digits, hyphens and underscores. */
  name: string;
  /** A path with the base, percent-encoded, with a slash at its end: the value of the parameter and a slash follow. */
  to: string;
}

/** Everything that a host has to do for the bundle of one publication. */
export interface Hosting {
  /** Where readers ask, without a closing slash: `https://paper.example`. */
  origin: string;
  /** Path of the bundle on its host, not encoded, with a slash at both ends. */
  base: string;
  /** Headers of every answer. */
  headers: SecurityHeaders;
  /** The class of a file is the first that it is in. */
  classes: readonly FileClass[];
  redirects: readonly Redirect[];
  /** By name; they count before `redirects`. */
  queries: readonly QueryRule[];
  /** Paths that are answered with 410 and the page that lies there, with the base, not encoded. */
  gone: readonly string[];
}

/** Files that Stet reads itself and that readers have no use for. Hosts answer as if they were not there. */
export const HIDDEN_FILES = ["stet-manifest.jsonl", "stet-journal.json", HEADERS_NAME] as const;

/** The page that hosts answer with where there is none. */
export const MISSING_PAGE = "404.html";

/** Endings of what other sites may show, as web feed readers do: pictures, films and recordings. */
const SHARED_ENDINGS = Object.entries(TYPES)
  .filter(([, type]) => /^(?:image|audio|video)\//.test(type))
  .map(([ending]) => ending);

const SHARED: Headers = { "cross-origin-resource-policy": "cross-origin" };

/** The classes of files that every bundle may hold: the class of a file is the first that it is in. */
const FILE_CLASSES: readonly FileClass[] = [
  {
    files: { names: Object.values(FEED_FILES), folders: [FEED_ARCHIVE] },
    headers: { ...SHARED, "cache-control": FEED_CACHING },
  },
  { files: { folders: ["media"] }, headers: { ...SHARED, "cache-control": LASTING } },
  { files: { folders: ["_astro"] }, headers: { "cache-control": LASTING } },
  { files: { endings: SHARED_ENDINGS }, headers: { ...SHARED, "cache-control": CURRENT } },
];

/** What files of no class have. */
export const OTHER_FILES: Headers = { "cache-control": CURRENT };

/** The table of all hosts for a publication with this editor, or with none. */
export function fileClasses(editor: Editor | undefined): readonly FileClass[] {
  if (editor === undefined) return FILE_CLASSES;
  const headers = { ...editorHeaders(editor), "cache-control": CURRENT };
  return [{ files: { folders: [EDITOR_FOLDER] }, headers }, ...FILE_CLASSES];
}

/** Media types of files whose endings do not tell: what they are, with their charset. A later one counts. */
export const NAMED_TYPES: readonly { files: Selection; type: string }[] = [
  ...[...new Set(Object.values(FEED_TYPES))].map((type) => ({
    files: {
      names: (Object.keys(FEED_FILES) as FeedFormat[])
        .filter((format) => FEED_TYPES[format] === type)
        .map((format) => FEED_FILES[format]),
    },
    type: `${type}; charset=utf-8`,
  })),
  { files: { folders: [FEED_ARCHIVE] }, type: `${FEED_TYPES.atom}; charset=utf-8` },
];

/** What a host has to do for a publication. */
export function hostingOf({
  site,
  moved,
  queries,
  takedowns,
}: Pick<Publication, "site" | "moved" | "queries" | "takedowns">): Hosting {
  const base = decodeURI(site.base);
  const below = (path: string): string => base.slice(0, -1) + path;
  return {
    origin: site.origin,
    base,
    headers: securityHeaders(allowedOrigins(site)),
    classes: fileClasses(site.editor),
    redirects: moved
      .flatMap(({ from, to }) =>
        askedAs(from).map((path) => ({
          from: below(path),
          to: to.startsWith("/") ? hrefWithFragment(site, to) : elsewhere(to),
        })),
      )
      .sort((a, b) => compareText(a.from, b.from)),
    queries: queries.map(({ name, to }) => ({ name, to: site.base.slice(0, -1) + to })),
    gone: takedowns.map(({ path }) => below(path)).sort(compareText),
  };
}

/** An address on another host, without the signs that configurations give a meaning. */
function elsewhere(to: string): string {
  return new URL(to).href.replaceAll(/[{}"`\\ ]/g, encodeURIComponent);
}

/** An address that looks like that of a file was linked to without the slash that its page needs. */
function askedAs(path: string): string[] {
  return isFileInFolder(path) ? [path.slice(0, -1), path] : [path];
}

/** Whether an address ends in a slash behind what looks like the name of a file: `/story.php/`. */
export function isFileInFolder(path: string): boolean {
  return path.endsWith("/") && nameOf(path.slice(0, -1)).includes(".");
}

/** Whether a rule is for a file of the bundle. */
export function isSelected(
  { names = [], folders = [], endings = [] }: Selection,
  path: string,
): boolean {
  const name = nameOf(path);
  return (
    names.includes(name) ||
    folders.some((folder) => path.startsWith(`${folder}/`)) ||
    endings.includes(fileEnding(path))
  );
}

/** The headers of the answer with a file of the bundle, without its type. */
export function fileHeaders(
  path: string,
  { headers, classes }: Pick<Hosting, "headers" | "classes">,
): Headers {
  return { ...headers, ...classHeaders(path, classes) };
}

/** What files of that class have besides, or over, the headers of every answer. */
export function classHeaders(path: string, classes: Hosting["classes"]): Headers {
  return classes.find(({ files }) => isSelected(files, path))?.headers ?? OTHER_FILES;
}
