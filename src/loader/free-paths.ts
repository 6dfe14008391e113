import { composed } from "../domain/composed.ts";
import type { ContentFiles } from "./content-lists.ts";

/** Gives a path that a file can be moved to: the one that is asked for, or one like it. `from` is where it lies now. */
export type FreePath = (path: string, from: string) => string;

/**
 * Paths below the content folder that nothing has, each given once: with a number behind the name where it is taken.
 * Texts take each other's address whatever their ending, and pages that of a section.
 */
export function freePaths(files: ContentFiles): FreePath {
  // Most publications are never asked.
  let taken: Map<string, number> | undefined;
  /** By what is asked for, the number that comes next: those before are taken and stay so. */
  const next = new Map<string, number>();
  return (path, from) => {
    const addresses = (taken ??= takenPaths(files));
    // What it has itself it leaves, and does not get again.
    const isTaken = (wanted: string): boolean => {
      const address = addressOf(wanted);
      const others = (addresses.get(address) ?? 0) - (address === addressOf(from) ? 1 : 0);
      return wanted === from || others > 0;
    };
    const [, stem = path, ending = ""] = /^(.*?[^/])(\.[^./]*)?$/s.exec(path) ?? [];
    let free = path;
    let number = next.get(path) ?? 2;
    for (; isTaken(free); number += 1) free = `${stem}-${number}${ending}`;
    next.set(path, number);
    addresses.set(addressOf(free), Infinity);
    return free;
  };
}

/** How many files have an address, or lie below it. */
function takenPaths(files: ContentFiles): Map<string, number> {
  const taken = new Map<string, number>();
  for (const list of Object.values(files) as ContentFiles[keyof ContentFiles][]) {
    if (list === undefined) continue;
    const paths =
      list instanceof Map || list instanceof Set
        ? list.keys()
        : [list].flat().map(({ file }) => file);
    for (const path of paths) {
      for (let at = path.length; at > 0; at = path.lastIndexOf("/", at - 1)) {
        const address = addressOf(path.slice(0, at));
        taken.set(address, (taken.get(address) ?? 0) + 1);
      }
    }
  }
  return taken;
}

/** What a path is compared by: case does not count, since some disks do not know it. */
function addressOf(path: string): string {
  return composed(path)
    .toLowerCase()
    .replace(/^(?:pages|categories)\/([^/]+)\.(?:mdx?|yaml)$/, "/$1")
    .replace(/\.mdx?$/, "");
}
