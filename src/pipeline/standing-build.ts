import { join } from "node:path";
import { listingDigest } from "../loader/content-files.ts";
import type { ContentListing } from "../loader/content-files.ts";
import { rule as farDateRule } from "../checks/date/far.ts";
import type { Instant } from "../domain/dates.ts";
import type { Publication } from "../domain/publication.ts";
import type { IndexMaker } from "../search/search-index.ts";
import { newsChange } from "../views/news-view.ts";
import type { BuildOutcome } from "./build-outcome.ts";
import { inputsDigest } from "./code-digest.ts";
import { copiesDigest, publicFilesOf } from "./copied-files.ts";
import { digestOf } from "../cache/file-digest.ts";
import { recallBuild, rememberBuild } from "./last-build.ts";
import type { Settings } from "../settings/settings.ts";

type Built = Extract<BuildOutcome, { kind: "built" }>;

/** All that a build follows from besides the clock and what lies in the output folder. */
export interface BuildSources {
  settings: Settings;
  /** Absent where there is no content folder. */
  listing: ContentListing | undefined;
  /** Everything besides content that pages follow from, by name. */
  inputs: Readonly<Record<string, string>>;
  /** Whether packed copies lie beside the files. */
  compress: boolean;
  searchBy: IndexMaker;
  /** The machine's clock, in milliseconds. */
  clock: () => number;
}

/** Digest of what a build follows from; undefined where a file is so fresh that it may change unseen. */
export function buildKey({
  settings: { packageRoot, content },
  listing,
  inputs,
  compress,
  searchBy,
  clock,
}: BuildSources): string | undefined {
  const listed = listing && listingDigest(listing);
  const own = copiesDigest(publicFilesOf(join(packageRoot, "public")), clock);
  if (listed === undefined || own === undefined) return undefined;
  return digestOf(JSON.stringify([inputsDigest(inputs), compress, searchBy, content, listed, own]));
}

/**
 * What a build gives that follows from the same as the last one, where the output folder is as that has left it:
 * nothing is read, planned or written then. Undefined where it has to be built.
 */
export async function standingBuild(
  settings: Settings,
  key: string,
  isWhole: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<Built | undefined> {
  const last = recallBuild(settings, key, settings.now);
  if (last === undefined || !(await isWhole())) return undefined;
  const { diagnostics, base, next, hosts, counts } = last;
  const { files, ...sums } = counts;
  const done = { rendered: 0, kept: files, removed: 0, warnings: diagnostics.length, written: [] };
  return {
    kind: "built",
    diagnostics,
    base,
    summary: { ...sums, ...done },
    ...(next === undefined ? {} : { next }),
    ...(hosts === undefined ? {} : { hosts }),
  };
}

/** Remembers a build, but where more can change it than is looked at: entries that run code import what they like. */
export function rememberStanding(
  settings: Settings,
  key: string,
  {
    publication,
    now,
    changes = Infinity,
    outcome,
  }: { publication: Publication; now: Instant; changes?: Instant; outcome: BuildOutcome },
): void {
  if (outcome.kind !== "built" || publication.site.code.length > 0) return;
  const { diagnostics, base, next, hosts, summary } = outcome;
  // It says by how many years a date is off.
  if (diagnostics.some(({ code }) => code === farDateRule.code)) return;
  const until = Math.min(changes, newsChange(publication, now) ?? Infinity);
  const { articles, pages, bytes, kept, written } = summary;
  rememberBuild(settings, key, {
    from: now,
    ...(until === Infinity ? {} : { until }),
    ...(next === undefined ? {} : { next }),
    ...(hosts === undefined ? {} : { hosts }),
    diagnostics,
    base,
    counts: { articles, pages, files: kept + written.length, bytes },
  });
}
