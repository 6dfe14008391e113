import { readFileSync } from "node:fs";
import { printable } from "../report/terminal-text.ts";
import { comparePaths } from "./bundle-path.ts";
import type { ReferenceReader } from "./bundle-references.ts";
import type { SettledFile } from "./publish-plan.ts";
import { areAmong, markOf } from "./reference-marks.ts";

/** A file that others name and that is not in the bundle. */
export interface MissingFile {
  path: string;
  /** Paths of those that name it, in order; at least one. */
  namedBy: string[];
}

/** Files of the next bundle name others that it would not hold; nothing was written. */
export class FilesMissing extends Error {
  override name = "FilesMissing";
  readonly missing: readonly MissingFile[];

  constructor(missing: readonly MissingFile[]) {
    super(explanation(missing));
    this.missing = missing;
  }
}

/** Says who names a file: one of them, and how many more there are. */
export function namedBy([first = "", ...others]: readonly string[]): string {
  const more = others.length.toLocaleString("en");
  const rest =
    others.length === 0 ? "" : ` and ${more} other ${others.length === 1 ? "file" : "files"}`;
  return `referred to by ${printable(first)}${rest}`;
}

/**
 * Makes sure that a bundle holds every file which its files name. Files kept from the last bundle named only what
 * that one held, so `all` of them need looking at only when something of it goes. `root` is the output folder, in which
 * the kept ones lie. Throws FilesMissing, which tells of every file that is missing.
 */
export function assertNoneMissing(
  root: string,
  settled: ReadonlyMap<string, SettledFile>,
  read: ReferenceReader,
  all: boolean,
): void {
  const looked = [...settled.values()].filter(
    ({ references, kept }) => references !== undefined && (all || kept?.references !== references),
  );
  if (looked.length === 0) return;
  const marks = new Set<string>();
  for (const path of settled.keys()) marks.add(markOf(path));
  const missing = new MissingFiles(settled);
  for (const { path, references = "", staged } of looked) {
    // Marks do not tell the path: the few files that name something missing are read again.
    if (areAmong(references, marks)) continue;
    missing.add(path, read(path, readFileSync(staged ?? `${root}/${path}`)));
  }
  const list = missing.list();
  if (list.length > 0) throw new FilesMissing(list);
}

/** Gathers what is named and not there. */
export class MissingFiles {
  readonly #present: { has(path: string): boolean };
  readonly #namedBy = new Map<string, string[]>();

  constructor(present: { has(path: string): boolean }) {
    this.#present = present;
  }

  /** Takes down what a file names; each file is given once. */
  add(path: string, named: readonly string[]): void {
    for (const one of named) {
      if (this.#present.has(one)) continue;
      const others = this.#namedBy.get(one);
      if (others === undefined) this.#namedBy.set(one, [path]);
      else others.push(path);
    }
  }

  /** All that is missing, in order. */
  list(): MissingFile[] {
    return [...this.#namedBy]
      .map(([path, others]) => ({ path, namedBy: others.sort(comparePaths) }))
      .sort((a, b) => comparePaths(a.path, b.path));
  }
}

/** How many missing files are told one by one. */
const MOST_TOLD = 20;

function explanation(missing: readonly MissingFile[]): string {
  const lines = missing
    .slice(0, MOST_TOLD)
    .map((one) => `  ${printable(one.path)}  ${namedBy(one.namedBy)}\n`);
  const untold = missing.length - lines.length;
  const rest = untold > 0 ? `  and ${untold.toLocaleString("en")} more\n` : "";
  return (
    "Files of the bundle refer to files that it would not contain. Nothing was written.\n" +
    lines.join("") +
    rest +
    "If an article that runs code refers to one of them, correct the address there, or put the file in public/ in " +
    "the content folder. Anything else is a bug in Stet: `npm run build -- --clean` renders every page again."
  );
}
