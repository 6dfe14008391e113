import { folderOf } from "../domain/path-parts.ts";
import { decoded, joinInside } from "./image-source.ts";

/** What a link in a text leads to. */
export type LinkTarget =
  /** Another site, or another scheme such as `mailto:`: left as it is. */
  | { kind: "external" }
  /**
   * A page of the bundle or a file of `public/`: path below the base, query with its `?` as a URL has it, fragment
   * without `#`.
   */
  | { kind: "internal"; path: string; query?: string; fragment?: string }
  /** An article that is not published yet, or a list that begins with it. */
  | { kind: "unpublished"; path: string }
  /** An old address: what it leads to now, as in `Moved.to`. */
  | { kind: "moved"; path: string; to: string }
  /** Something that was taken down. */
  | { kind: "gone"; path: string }
  | { kind: "outside" }
  | { kind: "dead"; path: string };

/** What links may lead to. All paths are below the base and decoded. */
export interface PublishedUrls {
  /** Origin and base of the publication, for links that spell out its own address. */
  origin: string;
  base: string;
  /** Pages by path, with the ids of their bodies where they are known. */
  pages: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Paths of articles held back, and of the lists that appear with them. */
  unpublished: ReadonlySet<string>;
  /** Old addresses and what they lead to. */
  moved: ReadonlyMap<string, string>;
  /** Addresses of what was taken down, and of the lists that went with it. */
  takedowns: ReadonlySet<string>;
  /** Address of an article, a standing page or a file that is published as it is, by its content path, composed. */
  byFile: ReadonlyMap<string, string>;
}

/**
 * Resolves a link as written in the text of `from`: another text or a file by its place in the content folder
 * (`./other.mdx`), an address below the base (`/2024/05/x/`), a fragment, or anything elsewhere.
 */
export function resolveLink(
  written: string,
  from: { file: string; path: string },
  published: PublishedUrls,
): LinkTarget {
  const own = ownAddress(written, published);
  if (own === undefined) return { kind: "external" };
  const [beforeFragment, fragmentText] = splitOnce(own, "#");
  const [pathText, queryText = ""] = splitOnce(beforeFragment, "?");
  const fragment =
    fragmentText === undefined || fragmentText === "" ? undefined : decoded(fragmentText);
  const path = pathText === "" ? from.path : pathOf(decoded(pathText), from, published);
  if (path === undefined) return { kind: "outside" };
  if (published.unpublished.has(path) && path !== from.path) return { kind: "unpublished", path };
  const page = path === from.path || published.pages.has(path) ? path : `${path}/`;
  if (page !== from.path && !published.pages.has(page)) {
    for (const old of [path, page]) {
      const to = published.moved.get(old);
      if (to !== undefined) return { kind: "moved", path: old, to };
      if (published.takedowns.has(old)) return { kind: "gone", path: old };
    }
    return { kind: "dead", path };
  }
  return {
    kind: "internal",
    path: page,
    ...(queryText === "" ? {} : { query: new URL(`?${queryText}`, published.origin).search }),
    ...(fragment === undefined ? {} : { fragment }),
  };
}

/** The part after the base of a link to this publication; `undefined` for links elsewhere. */
export function ownAddress(written: string, { origin, base }: PublishedUrls): string | undefined {
  const trimmed = written.trim();
  if (!/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(trimmed)) return trimmed;
  const address = URL.parse(trimmed, origin);
  if (address?.origin !== origin) return undefined;
  // The base may be written in any encoding; what follows it stays as it is, since it is decoded later.
  const parts = address.pathname.split("/");
  const own = base.split("/").slice(0, -1);
  if (own.some((part, at) => decoded(parts[at] ?? "") !== decoded(part))) return undefined;
  return `/${parts.slice(own.length).join("/")}${address.search}${address.hash}`;
}

function pathOf(
  written: string,
  from: { file: string; path: string },
  published: PublishedUrls,
): string | undefined {
  if (!written.startsWith("/")) {
    const file = joinInside(folderOf(from.file), written);
    const address = file === undefined ? undefined : published.byFile.get(file);
    if (address !== undefined) return address;
    if (/\.mdx?$/i.test(written)) return file === undefined ? undefined : `/${file}`;
  }
  const folder = written.startsWith("/") ? "" : from.path.slice(1, -1);
  const joined = joinInside(folder, written);
  if (joined === undefined) return undefined;
  return joined === "" ? "/" : `/${joined}${written.endsWith("/") ? "/" : ""}`;
}

function splitOnce(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
