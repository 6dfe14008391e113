import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { contactSheet } from "./contact-sheet.ts";
import { differenceOf } from "./images.ts";
import { emptyShotsFolder, SHEET } from "./shots-folder.ts";

/** How two folders of shots differ. */
export interface Comparison {
  /** Names that are in both and not the same, the largest difference first. */
  changed: { name: string; pixels: number }[];
  /** Names that only the second has, and only the first. */
  added: string[];
  gone: string[];
  same: number;
}

/**
 * Compares two folders of shots by name, and writes a triptych of each that differs into a third folder, which is
 * emptied first; with a page of what changed, what is new and what is gone.
 *
 * @throws FolderInUse where the third folder holds something else.
 */
export function compareShots(before: string, after: string, folder: string): Comparison {
  emptyShotsFolder(folder);
  const [old, now] = [namesIn(before), namesIn(after)];
  const both = [...now].filter((name) => old.has(name));
  const changed: Comparison["changed"] = [];
  for (const name of both) {
    const [one, other] = [before, after].map((directory) => readFileSync(join(directory, name)));
    const found = one && other && differenceOf(one, other);
    if (found === undefined) continue;
    writeFileSync(join(folder, name), found.triptych);
    changed.push({ name, pixels: found.pixels });
  }
  changed.sort((a, b) => b.pixels - a.pixels || (a.name < b.name ? -1 : 1));
  const added = [...now].filter((name) => !old.has(name));
  const gone = [...old].filter((name) => !now.has(name));
  const from = (directory: string, name: string): string =>
    [...relative(folder, directory).split(sep), name].join("/");
  const rows = [
    ...changed.map(({ name, pixels }) => ({ title: `${name}: ${pixels} pixels`, files: [name] })),
    ...added.map((name) => ({ title: `${name}: new`, files: [from(after, name)] })),
    ...gone.map((name) => ({ title: `${name}: gone`, files: [from(before, name)] })),
  ];
  writeFileSync(join(folder, SHEET), contactSheet("What changed", rows));
  return { changed, added, gone, same: both.length - changed.length };
}

/** What a comparison found, as lines for a terminal. */
export function comparisonText({ changed, added, gone, same }: Comparison): string {
  const widest = Math.max(0, ...changed.map(({ name }) => name.length));
  return [
    `${changed.length} changed, ${same} the same, ${added.length} new, ${gone.length} gone`,
    ...changed.map(({ name, pixels }) => `  ${name.padEnd(widest)}  ${pixels} pixels`),
    ...added.map((name) => `  ${name}  new`),
    ...gone.map((name) => `  ${name}  gone`),
    "",
  ].join("\n");
}

function namesIn(folder: string): Set<string> {
  return new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith(".png"))
      .sort(),
  );
}
