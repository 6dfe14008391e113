import { rule as sponsoredPin } from "../checks/popular/sponsored.ts";
import { rule as unknownArticle } from "../checks/popular/unknown.ts";
import type { Location } from "../checks/rule.ts";
import type { Article } from "../domain/article.ts";
import { composed } from "../domain/composed.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import { readOldAddress } from "../domain/old-address.ts";
import type { Moved, Popularity, Site } from "../domain/publication.ts";
import { uuidOf } from "../loader/identity.ts";
import { POPULAR_FILE } from "../loader/popular-file.ts";
import type { PopularEntries, PopularEntry } from "../loader/popular-file.ts";

/** What popularity follows from. */
export interface PopularitySources {
  site: Pick<Site, "origin" | "base">;
  entries: PopularEntries;
  /** Every sound article that was not taken down, those held back included. */
  articles: readonly Article[];
  published: readonly Article[];
  /** Texts with errors, which a count or pin may well mean. */
  invalid: readonly { file: string; path: string }[];
  moved: readonly Moved[];
}

/**
 * The counts and pins of `popular.json` by the addresses of published articles: counts at old addresses are added to
 * those of the article that they lead to, and what is held back waits. Entries that name no article are told of.
 */
export function popularity(sources: PopularitySources): {
  popularity: Popularity;
  diagnostics: Diagnostic[];
} {
  const { entries, published } = sources;
  const diagnostics: Diagnostic[] = [];
  if (entries.counts.length + entries.pins.length === 0)
    return { popularity: { counts: {}, pins: [] }, diagnostics };
  const articleOf = lookUp(sources);
  const isPublic = new Set(published);
  const near = new NearestPath(published.map(({ path }) => path));
  const locationOf = ({ location }: PopularEntry): Location => ({
    file: POPULAR_FILE,
    ...location,
  });
  const find = (entry: PopularEntry): Article | undefined => {
    const found = articleOf(entry.what);
    if (found === "invalid") return undefined;
    if (found !== undefined) return isPublic.has(found) ? found : undefined;
    const read = readOldAddress(entry.what, sources.site);
    const typed = near.near("path" in read ? read.path : entry.what);
    const meant = typed === undefined ? undefined : { typed };
    diagnostics.push(unknownArticle.at(locationOf(entry), { what: entry.what, meant }));
    return undefined;
  };
  const counts: Record<string, number> = {};
  for (const entry of entries.counts) {
    const article = find(entry);
    if (article === undefined || article.kind === "sponsored") continue;
    counts[article.path] = (counts[article.path] ?? 0) + entry.count;
  }
  const pins = new Set<string>();
  for (const entry of entries.pins) {
    const article = find(entry);
    if (article?.kind === "sponsored") {
      diagnostics.push(sponsoredPin.at(locationOf(entry), { path: article.path }));
    } else if (article !== undefined) pins.add(article.path);
  }
  return { popularity: { counts, pins: [...pins] }, diagnostics };
}

/** Finds the article that a text names: by id, by file, by address, by an old address. */
function lookUp({
  site,
  articles,
  invalid,
  moved,
}: PopularitySources): (what: string) => Article | "invalid" | undefined {
  const byName = new Map<string, Article | "invalid">();
  for (const { file, path } of invalid) byName.set(composed(file), "invalid").set(path, "invalid");
  for (const article of articles)
    byName.set(article.id, article).set(composed(article.file), article).set(article.path, article);
  const now = new Map(moved.map(({ from, to }) => [from, to.split("#")[0] ?? to]));
  return (what) => {
    const id = uuidOf(what);
    const named = byName.get(id ?? composed(what));
    if (named !== undefined) return named;
    // A text with errors is not read to its end: it may be the one that is meant.
    if (id !== undefined) return invalid.length > 0 ? "invalid" : undefined;
    const read = readOldAddress(what, site);
    return "path" in read ? byName.get(now.get(read.path) ?? read.path) : undefined;
  };
}
