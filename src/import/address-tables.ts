import { folderOf } from "../domain/path-parts.ts";
import { addresses, hrefWithFragment } from "../urls/hrefs.ts";
import type { Archive, ArchiveFile, ArchiveSystem } from "./archive.ts";
import type { BodyContext } from "./converted-body.ts";
import type { ImportMap } from "./import-map.ts";
import { isOfOldSite, oldKey, oldUrl } from "./old-url.ts";
import type { OldSite } from "./old-url.ts";
import { oldFeeds } from "./old-feeds.ts";
import type { ImportPlan } from "./plan-import.ts";
import { byClaim } from "./planned-text.ts";

/** What every old address is now. Plain data: processes that convert bodies get it. */
export interface AddressTables {
  oldSite: OldSite;
  /** New paths below the base by what old addresses are compared by. */
  pages: Record<string, string>;
  /** Places in `files` by the same. */
  fileAddresses: Record<string, number>;
  fileKeys: Record<string, number>;
  files: { file: ArchiveFile; path?: string }[];
  /** What the map says of old addresses. */
  links: Record<string, string>;
  language: string;
}

/** Lists what every address of the archive is now. Of two texts with one address, the public one has it. */
export function addressTables(
  archive: Archive,
  { site, texts, authors, terms, files }: ImportPlan,
  { map, system }: { map: Pick<ImportMap, "links">; system: ArchiveSystem },
): AddressTables {
  const urls = [
    ...new Set([archive.site.url, site.url].flatMap((url) => (url ? [withSlash(url)] : []))),
  ];
  const oldSite = { urls };
  const pages: Record<string, string> = {};
  const add = (address: string, path: string): void => {
    const url = oldUrl(address, oldSite);
    if (url !== undefined && isOfOldSite(url, oldSite)) pages[oldKey(url)] ??= path;
  };
  const lists = new Set<string>();
  const addList = (list: string[], path: string): void => {
    lists.add(path);
    for (const address of list) add(address, path);
  };
  for (const { text, path } of texts.toSorted((a, b) => byClaim(a.text, b.text)))
    for (const address of text.addresses) add(address, path);
  for (const term of archive.terms) {
    const made = terms.becomes(term);
    if (made === undefined) continue;
    const path =
      made.kind === "category"
        ? addresses.category(made.slug)
        : made.kind === "tag"
          ? addresses.tag(made.slug)
          : addresses.story(made.slug);
    addList(term.addresses, path);
  }
  for (const author of archive.authors) {
    const slug = authors.slugOf(author.key);
    if (slug !== undefined) addList(author.addresses, addresses.author(slug));
  }
  add("/", addresses.front());
  for (const [from, to] of oldFeeds(system, pages, lists)) pages[from] ??= to;
  for (const { from, to } of archive.redirects) {
    const target = oldUrl(to, oldSite);
    const path = target && isOfOldSite(target, oldSite) ? pages[oldKey(target)] : undefined;
    if (path !== undefined) add(from, path);
  }
  const tables: AddressTables = {
    oldSite,
    pages,
    fileAddresses: {},
    fileKeys: {},
    files: files.map(({ file, path }) => ({ file, ...(path === undefined ? {} : { path }) })),
    links: {},
    language: site.language,
  };
  for (const [at, { file }] of files.entries()) {
    tables.fileKeys[file.key] = at;
    for (const address of file.addresses) {
      const url = oldUrl(address, oldSite);
      if (url !== undefined) tables.fileAddresses[fileKey(url, oldSite)] ??= at;
    }
  }
  for (const [from, to] of Object.entries(map.links)) {
    const url = oldUrl(from, oldSite);
    if (url !== undefined) tables.links[oldKey(url)] = to;
  }
  return tables;
}

/** What a converter asks for one text. */
export function bodyContext(
  tables: AddressTables,
  { stem, base }: { stem: string; base: string },
): Pick<BodyContext, "link" | "file" | "fileOf"> {
  const shown = (at: number | undefined): ReturnType<BodyContext["fileOf"]> => {
    const { file, path } = tables.files[at ?? -1] ?? {};
    return file === undefined || path === undefined
      ? undefined
      : { file, src: sourceFrom(stem, path) };
  };
  const file = (url: URL) => shown(tables.fileAddresses[fileKey(url, tables.oldSite)]);
  return {
    file,
    fileOf: (key) => shown(tables.fileKeys[key]),
    link: (url) => {
      if (!isOfOldSite(url, tables.oldSite)) return undefined;
      const key = oldKey(url);
      const mapped = tables.links[key];
      if (mapped !== undefined) return mapped;
      const path = tables.pages[key];
      if (path !== undefined) {
        const isHere = oldKey(new URL(base)) === key;
        const fragment = isHere || /^#comment-\d+$/.test(url.hash) ? url.hash.slice(1) : "";
        const target = fragment === "" ? path : `${path}#${fragment}`;
        return isHere && fragment !== "" ? `#${fragment}` : hrefWithFragment({ base: "/" }, target);
      }
      const found = file(url);
      if (found !== undefined) return found.src;
      const searched = url.searchParams.get("s");
      if (searched !== null && searched !== "")
        return `${addresses.search()}?q=${encodeURIComponent(searched)}`;
      return null;
    },
  };
}

/** How a text names a file of the content folder. */
function sourceFrom(stem: string, path: string): string {
  if (path.startsWith("public/")) return encodeURI(path.slice("public".length));
  const folder = `${folderOf(stem)}/`;
  if (path.startsWith(folder)) return `./${encodeURI(path.slice(folder.length))}`;
  const up = folder.split("/").filter(Boolean);
  const parts = path.split("/");
  while (up.length > 0 && parts.length > 1 && up[0] === parts[0]) {
    up.shift();
    parts.shift();
  }
  return `${"../".repeat(up.length)}${encodeURI(parts.join("/"))}`;
}

/** Files may lie on other hosts too, such as a CDN. */
function fileKey(url: URL, oldSite: OldSite): string {
  return isOfOldSite(url, oldSite) ? oldKey(url) : `${url.host}${oldKey(url)}`;
}

function withSlash(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}
