import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, isAbsolute } from "node:path";
import { writeDurably } from "../output/durable-write.ts";
import { SettingsError } from "../settings/settings.ts";

/** What lies in the folder of a review. */
const OWN = new Set(["index.html", "review.md", "review.css", "pictures"]);

/**
 * Refuses a place for a review that is, holds or lies in the content or the bundle, or holds files that no review has
 * written. Throws SettingsError.
 */
export function refuseUnfitPlace(out: string, { kept }: { kept: readonly string[] }): void {
  for (const folder of kept)
    if (isWithin(out, folder) || isWithin(folder, out))
      throw new SettingsError(
        `The review cannot be written to ${out}, because it would mix with what is in ${folder}. Name another folder with --out.`,
      );
  const stats = statSync(out, { throwIfNoEntry: false });
  if (isFileName(out)) {
    if (stats?.isDirectory() === true)
      throw new SettingsError(`${out} is a folder. Name a file with --out.`);
    if (stats !== undefined && !isReview(out))
      throw new SettingsError(
        `${out} is there already, and is no review. Name another file with --out, or remove this one.`,
      );
    return;
  }
  if (stats === undefined) return;
  if (!stats.isDirectory())
    throw new SettingsError(
      `${out} is a file. Name a folder with --out, or a file whose name ends in .md.`,
    );
  const names = readdirSync(out);
  const foreign = names.find((name) => !OWN.has(name));
  if (foreign !== undefined)
    throw new SettingsError(
      `${out} is not empty, and ${foreign} in it is none of a review. Name an empty folder with --out, or one that does not exist.`,
    );
  if (names.length > 0 && !isReview(join(out, "review.md")))
    throw new SettingsError(
      `${out} is not empty, and no review is in it. Name an empty folder with --out, or one that does not exist.`,
    );
}

/** How every review in Markdown begins. */
const BEGINNING = /^## Review(?: of .*)?\n\n.*\n\nCompared with /;

/** Whether a file is the Markdown of a review, so that it may be written over. */
function isReview(file: string): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return BEGINNING.test(readFileSync(file, "utf8"));
}

/** Whether the Markdown alone is asked for. */
export function isFileName(out: string): boolean {
  return /\.md$/i.test(out);
}

/** Writes files, by their paths below it, as a folder, in place of an earlier review: all of them, or none. */
export function writeReviewFolder(out: string, files: ReadonlyMap<string, string | Buffer>): void {
  const parent = dirname(out);
  mkdirSync(parent, { recursive: true });
  const fresh = mkdtempSync(join(parent, `.${basename(out)}-`));
  try {
    for (const [path, held] of files) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      writeFileSync(join(fresh, path), held);
    }
    const made = join(fresh, ".made");
    // Into a folder of its own, so that its rights are those of every new folder.
    mkdirSync(made);
    for (const name of readdirSync(fresh))
      if (name !== ".made") renameSync(join(fresh, name), join(made, name));
    rmSync(out, { recursive: true, force: true });
    renameSync(made, out);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Writes the Markdown alone. */
export function writeReviewFile(out: string, markdown: string): void {
  mkdirSync(dirname(out), { recursive: true });
  writeDurably(out, markdown);
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && !isAbsolute(way));
}
