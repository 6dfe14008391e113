import { rule as noAddress } from "../checks/redirect/address.ts";
import { rule as misspeltAddress } from "../checks/redirect/misspelt.ts";
import { rule as takenAddress } from "../checks/redirect/taken.ts";
import { rule as unknownText } from "../checks/redirect/unknown.ts";
import type { Location } from "../checks/rule.ts";
import type { Article, StandingPage } from "../domain/article.ts";
import { composed } from "../domain/composed.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import { correctedOldAddress, readOldAddress } from "../domain/old-address.ts";
import type { Takedown, Site } from "../domain/publication.ts";
import { claimOf } from "./path-owners.ts";
import type { PathOwners } from "./path-owners.ts";
import type { ReservedPaths } from "../urls/reserved-paths.ts";
import { uuidOf } from "../loader/identity.ts";
import { REDIRECTS_FILE } from "../loader/redirects-file.ts";
import type { TakedownEntry, MovedEntry } from "../loader/redirects-file.ts";

/** A take-down with the entry that asks for it. */
export interface LocatedTakedown extends Takedown {
  entry: TakedownEntry;
}

/** What entries under `gone` are compared with. */
export interface TakedownSources {
  site: Pick<Site, "origin" | "base">;
  entries: readonly TakedownEntry[];
  /** Every sound article, those held back included. */
  articles: readonly Article[];
  pages: readonly StandingPage[];
  /** Texts with errors, which keep the publication from being printed anyway. */
  invalid: readonly { file: string; path: string }[];
  moved: readonly MovedEntry[];
}

/**
 * What the entries under `gone` take down: for each the address where readers are told. The old addresses of an
 * article go with it. Entries that name nothing, or no address, or seem to miss the text they mean, are explained.
 */
export function takedownsOf(sources: TakedownSources): {
  takedowns: LocatedTakedown[];
  diagnostics: Diagnostic[];
} {
  const { site, entries, articles, pages, invalid } = sources;
  const diagnostics: Diagnostic[] = [];
  const takedowns: LocatedTakedown[] = [];
  if (entries.length === 0) return { takedowns, diagnostics };
  const texts = [...articles, ...pages];
  const byFile = new Map(texts.map((text) => [composed(text.file), text.path]));
  const byId = new Map(articles.map((article) => [article.id, article.path]));
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const unsoundFiles = new Set(invalid.map(({ file }) => composed(file)));
  const unsoundPaths = new Set(invalid.map(({ path }) => path));
  const nearestText = new NearestPath(texts.map(({ file }) => composed(file)));
  const takeDown = (path: string, entry: TakedownEntry): void => {
    const { day, note } = entry;
    for (const at of [path, ...oldAddressesOf(byPath.get(path), site)]) {
      takedowns.push({ path: at, day, ...(note === undefined ? {} : { note }), entry });
    }
  };
  const byAddress: { path: string; entry: TakedownEntry }[] = [];
  for (const entry of entries) {
    const { what } = entry;
    const id = uuidOf(what);
    const inFolder = fileIn(what);
    if (inFolder !== undefined && byFile.has(composed(inFolder))) {
      const meant = { typed: inFolder, sure: true } as const;
      diagnostics.push(unknownText.at(locationOf(entry), { what, meant }));
      continue;
    }
    if (id !== undefined || /^(?:articles|pages)\//.test(what)) {
      const path = id === undefined ? byFile.get(composed(what)) : byId.get(id);
      if (path !== undefined) takeDown(path, entry);
      // A text with errors is not read to its end: it may be the one that is meant.
      else if (id === undefined ? !unsoundFiles.has(composed(what)) : invalid.length === 0) {
        const near = id === undefined ? nearestText.near(composed(what)) : undefined;
        const meant = near === undefined ? undefined : { typed: near };
        const address = id === undefined ? correctedOldAddress(what, site) : undefined;
        diagnostics.push(unknownText.at(locationOf(entry), { what, meant, address }));
      }
      continue;
    }
    const old = readOldAddress(what, site);
    if ("fault" in old) {
      const meant = correctedOldAddress(what, site);
      diagnostics.push(noAddress.at(locationOf(entry), { ...old, written: what, meant }));
      continue;
    }
    if (unsoundPaths.has(old.path)) continue;
    takeDown(old.path, entry);
    byAddress.push({ path: old.path, entry });
  }
  const standing = standingAddresses(sources);
  const paths = new Set(takedowns.map(({ path }) => path));
  const left = new NearestPath(texts.map(({ path }) => path).filter((path) => !paths.has(path)));
  for (const { path, entry } of byAddress) {
    const near = standing.has(path) ? undefined : left.near(path.replace(/\.html?$/i, ""));
    if (near === undefined) continue;
    diagnostics.push(misspeltAddress.at(locationOf(entry), { path, meant: near }));
  }
  return { takedowns, diagnostics };
}

/**
 * Take-downs of what the press goes on printing (a section, the front page), and two of one address. Their
 * addresses are taken from here on.
 */
export function takenByTheLiving(
  takedowns: readonly LocatedTakedown[],
  taken: ReservedPaths,
  owners: PathOwners,
): Diagnostic[] {
  const before = new Set<string>();
  return takedowns.flatMap(({ path, entry }) => {
    const holder = taken.holder(path);
    const isTwice = before.has(path);
    before.add(path);
    taken.take(path);
    if (holder === undefined) return [];
    return [
      takenAddress.at(locationOf(entry), {
        use: { kind: "gone", written: entry.what },
        address: path,
        by: isTwice ? { kind: "gone" } : claimOf(holder, taken, owners),
      }),
    ];
  });
}

/** The path below the content folder of a file that is written with the folder itself; undefined for anything else. */
function fileIn(what: string): string | undefined {
  const file = /^\.?\/?(?:[^/]+\/)?((?:articles|pages)\/.*)$/.exec(what)?.[1];
  return file === what ? undefined : file;
}

function locationOf({ location }: TakedownEntry): Location {
  return { file: REDIRECTS_FILE, ...location };
}

/** Where texts stand or have stood, as far as the content folder tells. */
function standingAddresses({
  site,
  articles,
  pages,
  moved,
}: Pick<TakedownSources, "site" | "articles" | "pages" | "moved">): Set<string> {
  const standing = new Set(pages.map(({ path }) => path));
  for (const article of articles) {
    standing.add(article.path);
    for (const path of oldAddressesOf(article, site)) standing.add(path);
  }
  for (const { from } of moved) {
    const old = readOldAddress(from, site);
    if ("path" in old) standing.add(old.path);
  }
  return standing;
}

function oldAddressesOf(
  article: Article | undefined,
  site: Pick<Site, "origin" | "base">,
): string[] {
  return (article?.aliases ?? []).flatMap((alias) => {
    const old = readOldAddress(alias, site);
    return "path" in old ? [old.path] : [];
  });
}
