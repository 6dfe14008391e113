import { bundleFile } from "./hrefs.ts";
import { foldedPath, foldersOf } from "../domain/path-parts.ts";
import { ROUTE_NAMES, routeOf, routePath } from "./route-lookup.ts";

/** Folders of the bundle that the press fills by itself. */
const OWN_FOLDERS = ["_astro", "feeds", "media", "pagefind", "sitemaps"];

/** What is there whatever is published: pages without parameters, and the files of the bundle itself. */
const OWN_FILES = [
  ...ROUTE_NAMES.filter((name) => !routeOf(name).path.includes("[")).map((name) => routePath(name)),
  "/stet-headers.json",
  "/stet-journal.json",
  "/stet-manifest.jsonl",
];

/** Files that the press adds where the publication has none of the name. */
export const REPLACEABLE_FILES = [
  "/favicon.ico",
  "/favicon.svg",
  "/manifest.webmanifest",
  "/robots.txt",
];

/**
 * Which addresses of a bundle are taken, as files and as the folders these need. Case does not count, because it
 * does not on every disk and host.
 */
export class ReservedPaths {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  readonly #later = new Set<string>();
  /** What is to be taken before the first question, which most publications never ask. */
  #waiting: { paths: string[]; later: string[] } | undefined;

  /**
   * `paths` are below the base: `/a/`, `/rss.xml`. What the press always writes is taken as well, and so are the
   * addresses that come `later`, with what is held back: what may not be printed then is better told now.
   */
  constructor(paths: Iterable<string>, later: Iterable<string> = []) {
    this.#waiting = { paths: [...paths], later: [...later] };
  }

  #takeWaiting(): void {
    if (this.#waiting === undefined) return;
    const { paths, later } = this.#waiting;
    this.#waiting = undefined;
    for (const path of [...OWN_FILES, ...REPLACEABLE_FILES, ...paths]) this.take(path);
    const now = new Set(this.#files.values());
    for (const path of later) {
      if (now.has(path)) continue;
      this.#later.add(path);
      this.take(path);
    }
  }

  take(path: string): void {
    this.#takeWaiting();
    const file = foldedPath(bundleFile(path));
    if (!this.#files.has(file)) this.#files.set(file, path);
    for (const folder of foldersOf(file)) {
      if (!this.#folders.has(folder)) this.#folders.set(folder, path);
    }
  }

  /** The path that keeps another from being printed, or `undefined`. */
  holder(path: string): string | undefined {
    this.#takeWaiting();
    const file = foldedPath(bundleFile(path));
    const own = ownFolderOf(path);
    if (own !== undefined) return own;
    const above = foldersOf(file).find((folder) => this.#files.has(folder));
    return (
      this.#files.get(file) ??
      this.#folders.get(file) ??
      (above === undefined ? undefined : this.#files.get(above))
    );
  }

  /** Whether a holder comes with an article that is held back. */
  isLater(holder: string): boolean {
    this.#takeWaiting();
    return this.#later.has(holder);
  }
}

/** The folder of the press that a path lies in, as an address. */
export function ownFolderOf(path: string): string | undefined {
  const top = foldedPath(path).split("/")[1] ?? "";
  return OWN_FOLDERS.includes(top) ? `/${top}/` : undefined;
}
