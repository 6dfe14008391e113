import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ManifestError, parseManifest, readManifest } from "../output/manifest.ts";
import type { ManifestEntry } from "../output/manifest.ts";
import { EXIT } from "./outcome.ts";
import { feedFormat, isFeedArchive } from "../domain/feed-formats.ts";
import { announce, topicOf } from "../deploy/websub.ts";
import type { Announcement, AnnounceMeans, FeedTopic } from "../deploy/websub.ts";

/** What telling the hub of a deployment needs. */
export interface PingOptions extends AnnounceMeans {
  /** The bundle that is public now. */
  folder: string;
  /** The manifest of the bundle that was public before; absent to announce every feed. */
  before?: string;
}

/** What was announced, for people, and the exit code that says whether all of it was taken. */
export interface PingResult {
  text: string;
  exitCode: number;
}

/**
 * Tells the hub that the feeds name of those that differ from the bundle before, and of no other. A manifest that
 * cannot be read or relied on is told, and nothing is announced. Throws the system's error where a feed of the
 * bundle cannot be read.
 */
export async function ping({ folder, before, ...means }: PingOptions): Promise<PingResult> {
  let changed: string[];
  try {
    const manifest = readManifest(folder);
    if (manifest === undefined)
      return refused(`${folder} has no manifest: it is not a bundle. Build first.`);
    const old =
      before === undefined ? [] : parseManifest(readFileSync(before, "utf8"), before).entries;
    changed = changedFeeds(old, manifest.entries);
  } catch (error) {
    if (error instanceof ManifestError) return refused(error.message);
    if (!(error instanceof Error && "code" in error)) throw error;
    return refused(
      `${error.message}. Nothing was announced; pass the manifest that was public before.`,
    );
  }
  if (changed.length === 0) return { text: "No feed has changed.\n", exitCode: EXIT.done };
  const topics = changed
    .map((path) => topicOf(readFileSync(join(folder, path), "utf8")))
    .filter((topic): topic is FeedTopic => topic !== undefined);
  if (topics.length === 0) {
    return {
      text: "The feeds that changed name no hub. Set `hub` in site.yaml and build, or skip this step.\n",
      exitCode: EXIT.done,
    };
  }
  const announcements: Announcement[] = [];
  for (const topic of topics) announcements.push(await announce(topic, means));
  return report(announcements);
}

/** Paths of the feeds that are new or have other bytes than before, in the order of the manifest. */
function changedFeeds(before: readonly ManifestEntry[], after: readonly ManifestEntry[]): string[] {
  const digests = new Map(before.map(({ path, sha256 }) => [path, sha256]));
  return after
    .filter(({ path, sha256 }) => isFeed(path) && digests.get(path) !== sha256)
    .map(({ path }) => path);
}

function refused(why: string): PingResult {
  return { text: `${why}\n`, exitCode: EXIT.refused };
}

/** Whether a path is that of a feed that people subscribe to. */
function isFeed(path: string): boolean {
  return feedFormat(path) !== undefined && !isFeedArchive(path);
}

function report(announcements: readonly Announcement[]): PingResult {
  const failed = announcements.filter(({ fault }) => fault !== undefined);
  const lines = announcements.map(({ self, fault }) =>
    fault === undefined ? `announced  ${self}\n` : `failed     ${self}  ${fault}\n`,
  );
  const told = announcements.length - failed.length;
  const sum =
    failed.length === 0
      ? `The hub was notified of ${feeds(told)}.\n`
      : `The hub was notified of ${feeds(told)}, but not of ${feeds(failed.length)}. Run it again with the same manifest; notifying a hub twice does no harm.\n`;
  return {
    text: lines.join("") + sum,
    exitCode: failed.length === 0 ? EXIT.done : EXIT.failed,
  };
}

function feeds(number: number): string {
  return number === 1 ? "1 feed" : `${number} feeds`;
}
