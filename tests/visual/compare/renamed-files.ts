import { withoutContentHash } from "../../../src/deploy/caching.ts";
import type { Bundle } from "./bundle-changes.ts";
import { commonEnds } from "./first-difference.ts";

/**
 * Files that are named after what is in them, and have another name since that changed: new paths by old ones. Where
 * several have all else of the name in common, those that are most alike belong together.
 */
export function renamedFiles(before: Bundle, after: Bundle): Map<string, string> {
  const added = hashedNames(after, before);
  const renamed = new Map<string, string>();
  for (const [stem, olds] of hashedNames(before, after)) {
    const news = new Set(added.get(stem));
    for (const old of olds) {
      const match = mostAlike(before.get(old), news, after);
      if (match === undefined) break;
      renamed.set(old, match);
      news.delete(match);
    }
  }
  return renamed;
}

/** A function that puts new names of files into a text that has the old ones, as pages, styles and scripts do. */
export function renaming(renamed: ReadonlyMap<string, string>): (text: string) => string {
  const names = new Map(
    [...renamed].map((pair) => {
      const [old = "", now = ""] = pair.map((path) => encodeURI(nameOf(path)));
      return [old, now] as const;
    }),
  );
  if (names.size === 0) return (text) => text;
  // Looking up each word of a text takes as long for thousands of names as for one.
  return (text) =>
    text.replace(/[^\s"'`(){}<>[\]|/\\,;&?#=:]+/g, (word) => names.get(word) ?? word);
}

/** The paths with a hash that one bundle has and another has not, by what they have besides the hash. */
function hashedNames(bundle: Bundle, other: Bundle): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const path of bundle.keys()) {
    const stem = other.has(path) ? undefined : withoutContentHash(path);
    if (stem !== undefined) names.set(stem, [...(names.get(stem) ?? []), path]);
  }
  return names;
}

function mostAlike(
  bytes: Buffer | undefined,
  candidates: ReadonlySet<string>,
  bundle: Bundle,
): string | undefined {
  const [only, second] = candidates;
  if (second === undefined) return only;
  const text = bytes?.toString("latin1") ?? "";
  const likeness = (path: string): number =>
    commonEnds(text, bundle.get(path)?.toString("latin1") ?? "");
  return [...candidates]
    .map((path) => ({ path, likeness: likeness(path) }))
    .reduce((best, one) => (one.likeness > best.likeness ? one : best)).path;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
