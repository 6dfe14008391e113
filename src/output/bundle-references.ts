import { decoded } from "../domain/decoded.ts";
import { extname } from "node:path";
import { urlsOfJsonFeed, urlsOfPage, urlsOfWebManifest, urlsOfXml } from "./named-urls.ts";
import type { NamedUrls } from "./named-urls.ts";
import { urlsOfStyles } from "./style-urls.ts";

/** Gives the bundle paths that a file names, each once; `path` is its own. */
export type ReferenceReader = (path: string, content: Buffer) => string[];

/** How the files are read that can name others, by the ending of their names. */
const READERS: ReadonlyMap<string, (text: string) => NamedUrls> = new Map([
  [".html", urlsOfPage],
  [".css", (css: string) => ({ urls: urlsOfStyles(css) })],
  [".xml", urlsOfXml],
  [".rss", urlsOfXml],
  [".atom", urlsOfXml],
  [".opml", urlsOfXml],
  [".svg", urlsOfXml],
  [".json", urlsOfJsonFeed],
  [".webmanifest", urlsOfWebManifest],
]);

/** Larger files are data; none that a page or a feed can be. */
const MOST_BYTES = 100_000_000;

/** Whether a file of the bundle can name others, by its name and its length. */
export function canNameFiles(path: string, bytes: number): boolean {
  return bytes <= MOST_BYTES && readerOf(path) !== undefined;
}

/**
 * Makes a reader of the files of a publication. `home` is its address with a closing slash: what lies elsewhere is no
 * reference, and neither are the pages that a page links to. A folder's address means its `index.html`; queries and
 * fragments are cut off. Reading takes time in proportion to the file, and throws nothing.
 */
export function referenceReader(home: string): ReferenceReader {
  const root = new URL(home);
  // Every page names the same styles and icons. An address that is not relative to a folder means the same anywhere.
  const known = new Map<string, string | undefined>();
  const knownPath = (url: string): string | undefined => {
    if (known.has(url)) return known.get(url);
    if (known.size >= MOST_KNOWN) known.clear();
    const path = pathBelow(root, url, home);
    known.set(url, path);
    return path;
  };
  return (path, content) => {
    const read = readerOf(path);
    if (read === undefined) return [];
    const { urls, base } = read(content.toString("utf8"));
    const own = home + path.split("/").map(encodeURIComponent).join("/");
    const from = base === undefined ? own : (URL.parse(base, own)?.href ?? own);
    const paths = new Set<string>();
    for (const url of new Set(urls)) {
      const isKnown = base === undefined && /^(?:\/|https?:\/\/)/.test(url);
      const named = isKnown ? knownPath(url) : pathBelow(root, url, from);
      if (named !== undefined) paths.add(named);
    }
    return [...paths];
  };
}

const MOST_KNOWN = 20_000;

function readerOf(path: string): ((text: string) => NamedUrls) | undefined {
  return READERS.get(extname(path).toLowerCase());
}

/** The bundle path that an address means; undefined where it leads elsewhere, or to a place in the same file. */
function pathBelow(root: URL, url: string, from: string): string | undefined {
  if (/^\s*(?:$|#|data:)/i.test(url)) return undefined;
  const address = URL.parse(url, from);
  // Not the origins: that of `blob:` is the page's.
  if (address === null || !address.href.startsWith(root.href)) return undefined;
  const encoded = address.pathname.slice(root.pathname.length);
  // One of the two thousand characters that have a name in HTML: which one is not known here.
  if (/&[a-z][a-z\d]*;/i.test(encoded)) return undefined;
  const path = decoded(encoded);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
