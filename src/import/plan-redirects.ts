import { folderOf } from "../domain/path-parts.ts";
import { composed } from "../domain/composed.ts";
import { readOldAddress } from "../domain/old-address.ts";
import { slugify } from "../domain/slug.ts";
import { addresses } from "../urls/hrefs.ts";
import { isReservedName } from "../urls/reserved-names.ts";
import type { AddressTables } from "./address-tables.ts";
import { isOfOldSite, oldKey, oldUrl } from "./old-url.ts";
import type { ImportPlan } from "./plan-import.ts";
import { byClaim } from "./planned-text.ts";

/** How old addresses lead to new ones. */
export interface PlannedRedirects {
  /** Old addresses of articles, for their front matter, by the key of the text. */
  aliases: Map<string, string[]>;
  /** All others, for `redirects.yaml`. */
  moved: Record<string, string>;
  /** Where the front page leads with a parameter, for `redirects.yaml` too: its value is the rest of the address. */
  queries: Record<string, string>;
  /** Old addresses of texts that something else has here, by the key of the text. */
  taken: Map<string, string[]>;
  /** Those that no file can stand at, with what they lead to: for the rules of a host. */
  forHost: { from: string; to: string; why: string }[];
}

/**
 * Plans redirects from every old address of what readers can reach. Those of an article are its aliases, those of pages,
 * lists and feeds stand in `redirects.yaml`. Nothing takes an address that the publication itself has.
 */
export function planRedirects(plan: ImportPlan, tables: AddressTables): PlannedRedirects {
  const { site, texts } = plan;
  const { origin, pathname: base } = new URL(site.url);
  const known = new Set(texts.map(({ path }) => path));
  const reachable = reachablePaths(plan);
  // Case does not count, as on some disks.
  const taken = new Set(["/", ...known, ...reachable].map((path) => path.toLowerCase()));
  const planned: PlannedRedirects = {
    aliases: new Map(),
    moved: {},
    queries: {},
    taken: new Map(),
    forHost: [],
  };

  const free = (old: URL, to: string, onTaken?: (path: string) => void): string | undefined => {
    const [, name, value = ""] = /^\?(\w+)=(.*)$/.exec(oldKey(old)) ?? [];
    if (name !== undefined) {
      if (/^[\w-]{1,100}$/.test(value)) planned.moved[byQuery(planned, name, value)] = to;
      else
        planned.forHost.push({
          from: old.pathname + old.search,
          to,
          why: "differs behind the ? alone",
        });
      return undefined;
    }
    if (!old.pathname.startsWith(base)) {
      planned.forHost.push({ from: old.pathname, to, why: `is not below ${base}` });
      return undefined;
    }
    const read = readOldAddress(old.pathname.replace(/\/{2,}/g, "/"), { origin, base });
    if ("fault" in read) {
      if (read.fault !== "is the front page")
        planned.forHost.push({ from: old.pathname, to, why: read.fault });
      return undefined;
    }
    const { path } = read;
    if (/[?#]/.test(path)) {
      const why = "has a ? or a # that is part of its path";
      planned.forHost.push({ from: old.pathname, to, why });
      return undefined;
    }
    if (path === to) return undefined;
    const isList = /^\/\d{4}\/(?:\d{2}\/)?$/.test(path);
    if (isList || isBundleFile(path) || taken.has(path.toLowerCase())) {
      onTaken?.(path);
      return undefined;
    }
    taken.add(path.toLowerCase());
    return path.replaceAll("%", "%25");
  };

  for (const { text, kind, path } of texts.toSorted((a, b) => byClaim(a.text, b.text))) {
    if (text.state !== "public") continue;
    const lost: string[] = [];
    const own = new Map<string, URL>();
    for (const address of text.addresses) {
      const url = oldUrl(address, tables.oldSite);
      if (url !== undefined && !own.has(oldKey(url))) own.set(oldKey(url), url);
    }
    const old = [...own.values()].flatMap(
      (url) => free(url, path, (taken) => lost.push(taken)) ?? [],
    );
    if (lost.length > 0) planned.taken.set(text.key, lost);
    if (kind === "article") planned.aliases.set(text.key, [...new Set(old)]);
    else for (const from of old) planned.moved[from] = path;
  }
  for (const { file, path } of plan.files) {
    // Whoever tries numbers must not find the files of what is not public.
    if (path?.startsWith("public/") !== true || file.isOfDraft) continue;
    const to = path.slice("public".length);
    for (const address of file.addresses) {
      const old = oldUrl(address, tables.oldSite);
      // Where the file itself lay, a file lies again; a size that was made of a picture cannot lead on.
      if (old === undefined || !isOfOldSite(old, tables.oldSite) || /\.\w+$/.test(old.pathname))
        continue;
      const from = free(old, to);
      if (from !== undefined) planned.moved[from] = to;
    }
  }
  for (const [key, to] of Object.entries(tables.pages)) {
    const target = `${folderOf(to)}/`;
    if (known.has(to)) continue;
    if (!reachable.has(target) && !known.has(target)) continue;
    const url = oldUrl(key.startsWith("?") ? `/${key}` : `${key}/`, tables.oldSite);
    const from = url === undefined ? undefined : free(url, to);
    if (from !== undefined) planned.moved[from] = to;
  }
  return planned;
}

/** Paths of lists and pages that readers can reach: those with something in them that is public. */
function reachablePaths({ texts, terms, authors }: ImportPlan): Set<string> {
  const paths = new Set<string>(["/"]);
  const add = (...some: string[]): void => {
    for (const path of some) paths.add(path);
  };
  for (const slug of terms.categories.keys()) add(addresses.category(slug));
  for (const { text, kind, path } of texts) {
    if (text.state !== "public") continue;
    add(path);
    if (kind === "page") continue;
    const { tags, story } = terms.ofText(text);
    for (const tag of tags) add(addresses.tag(slugify(composed(tag))));
    if (story !== undefined) add(addresses.story(story));
    for (const slug of authors.ofText(text)) add(addresses.author(slug));
  }
  return paths;
}

/** The page at which an address that differs behind the `?` alone leads on. */
function byQuery({ queries }: PlannedRedirects, name: string, value: string): string {
  for (const alike of SAME_QUERIES.find((group) => group.includes(name)) ?? [name])
    queries[alike] = `/${name}/`;
  return `/${name}/${value}/`;
}

/** Parameters that name the same things: WordPress numbers posts, pages and files together. */
const SAME_QUERIES: readonly (readonly string[])[] = [["p", "page_id", "attachment_id"]];

function isBundleFile(path: string): boolean {
  const [, first = "", ...rest] = path.split("/");
  return isReservedName(first) && rest.join("") === "";
}
