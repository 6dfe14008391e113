import { decoded } from "../../domain/decoded.ts";
import type { ArchiveFile } from "../archive.ts";
import type { UploadsFolder } from "../uploads-folder.ts";
import { urlOf } from "../web-address.ts";
import { siteAddress } from "./site-address.ts";

/** Addresses of files that Ghost keeps, wherever they stand in a text. */
const ADDRESS =
  /(?:__GHOST_URL__|https?:\/\/[^\s"'\\<>()]{1,200}?)?\/content\/(?:images|media|files)\/[\w@%.~+/-]{1,400}/g;

/** Where Ghost(Pro) keeps files. */
const STORAGE = /^https?:\/\/storage\.ghost\.io\//;

/**
 * The file that an address names, as its path below the site: `content/images/2020/01/a.jpg`, also for a size that Ghost
 * made of it. Undefined for what is none, or is of another site.
 */
export function contentPath(address: string, root: string | undefined): string | undefined {
  const absolute = siteAddress(address, root);
  const isOwn = absolute.startsWith("/") || isBelow(absolute, root) || STORAGE.test(absolute);
  const path = /\/content\/((?:images|media|files)\/[^?#]+)/.exec(absolute)?.[1];
  if (!isOwn || path === undefined) return undefined;
  const parts = path
    .replace(/^images\/size\/[wh]\d+(?:h\d+)?\/(?:format\/\w+\/)?/, "images/")
    .split("/")
    .map(decoded);
  if (parts.some((part) => part === "" || part === "." || part === "..")) return undefined;
  return `content/${parts.join("/")}`;
}

/** Whether an address is below the old site, by http or https, with or without `www.`. */
function isBelow(address: string, root: string | undefined): boolean {
  if (root !== undefined && address.startsWith(root)) return true;
  const [own, url] = [root === undefined ? undefined : urlOf(root), urlOf(address)];
  if (own === undefined || url === undefined) return false;
  const host = (one: URL): string => one.host.replace(/^www\./, "");
  return host(own) === host(url) && url.pathname.startsWith(own.pathname);
}

/** Collects the files that texts name: exports list none. */
export class ContentFiles {
  readonly #root: string | undefined;
  readonly #uploads: UploadsFolder | undefined;
  readonly #addresses = new Map<string, Set<string>>();
  /** Keys of files that a text for everybody names. */
  readonly #open = new Set<string>();

  constructor(root: string | undefined, uploads: UploadsFolder | undefined) {
    this.#root = root;
    this.#uploads = uploads;
  }

  /** Takes all addresses in a text: HTML, JSON or Markdown. `isOpen` tells that everybody could read it. */
  addFrom(text: string, isOpen: boolean): void {
    if (!text.includes("/content/")) return;
    for (const [address] of text.matchAll(ADDRESS)) this.add(address, isOpen);
  }

  /** Takes an address; gives the key of its file, or undefined where it is none of the site. */
  add(address: string, isOpen: boolean): string | undefined {
    let { length } = address;
    while (/[.,]/.test(address.charAt(length - 1))) length -= 1;
    const written = address.slice(0, length);
    const path = contentPath(written, this.#root);
    if (path === undefined) return undefined;
    const known = this.#addresses.get(path) ?? new Set([siteAddress(`/${path}`, this.#root)]);
    known.add(siteAddress(written, this.#root));
    if (isOpen) this.#open.add(path);
    this.#addresses.set(path, known);
    return path;
  }

  /** All files, in the order of their paths. */
  files(): ArchiveFile[] {
    return [...this.#addresses]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, addresses]): ArchiveFile => {
        const source = this.#uploads?.find(places(path));
        return {
          key: path,
          addresses: [...addresses],
          ...(source === undefined ? {} : { source }),
          target: { public: path },
          ...(this.#open.has(path) ? {} : { isOfDraft: true }),
        };
      });
  }
}

/**
 * Where a file may lie below a folder that is given: the one around `content`, `content` itself, or `content/images`. What
 * Ghost made smaller as it was uploaded has its original beside it: `a_o.jpg`.
 */
function places(path: string): string[] {
  const inContent = path.replace(/^content\//, "");
  const below = inContent.replace(/^[^/]+\//, "");
  const all = [path, inContent, below];
  return [...all, ...all.map((one) => one.replace(/(\.[^./]+)$/, "_o$1"))];
}
