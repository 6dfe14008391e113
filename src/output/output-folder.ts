import { readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { statOf } from "../cache/file-stat.ts";
import { isTemporary, isTolerated, JOURNAL_NAME, MANIFEST_NAME } from "./bundle-path.ts";

/** Publishing would have put something at risk that is not Stet's; nothing was written. */
export class PublishRefused extends Error {
  override name = "PublishRefused";
}

/** The folders of a build, absolute; `home` is the user's own when absent. */
export interface BuildFolders {
  out: string;
  content: string;
  packageRoot: string;
  projectRoot: string;
  home?: string;
}

/**
 * Makes sure that a bundle may be published into `out` at all: not into the content folder, the
 * project, the package of Stet, the home folder, the root, or a folder that holds one of them, and not inside the
 * content folder. Symbolic links are resolved first; `out` need not exist.
 * Throws PublishRefused.
 */
export function assertOutputFolder({
  out,
  content,
  packageRoot,
  projectRoot,
  home = homedir(),
}: BuildFolders): void {
  const directory = resolveLinks(out);
  if (directory === dirname(directory)) {
    throw refusal(out, "is the root of the file system");
  }
  const guarded = {
    "the content folder": content,
    "the project": projectRoot,
    "the folder of Stet": packageRoot,
    "your home folder": home,
  };
  for (const [what, folder] of Object.entries(guarded)) {
    const other = resolveLinks(folder);
    if (directory === other) throw refusal(out, `is ${what}`);
    if (isInside(other, directory)) throw refusal(out, `contains ${what} (${folder})`);
  }
  if (isInside(directory, resolveLinks(content))) {
    throw refusal(out, `is inside the content folder (${content})`);
  }
}

/**
 * Makes sure that a folder is empty, absent, or one that Stet has published into before.
 * Throws PublishRefused.
 */
export function assertOwnFolder(out: string): void {
  const stats = statOf(out);
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    throw new PublishRefused(`${out} is not a folder. Name another output folder (STET_OUT).`);
  }
  const names = readdirSync(out);
  if (names.includes(MANIFEST_NAME) || names.includes(JOURNAL_NAME)) return;
  const foreign = names.find((name) => !isTolerated(name) && !isTemporary(name));
  if (foreign === undefined) return;
  throw new PublishRefused(
    `${out} contains files that Stet did not write ("${foreign}", for example), but no ${MANIFEST_NAME}. ` +
      `Publishing there could destroy them. ` +
      `Name an empty folder (STET_OUT), or empty this one yourself.`,
  );
}

/**
 * Gives the path of a file or folder with all symbolic links resolved, as far as it exists.
 */
export function resolveLinks(path: string): string {
  const missing: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    try {
      // The native call also gives the spelling that the disk has, where case does not matter.
      return join(realpathSync.native(folder), ...missing);
    } catch (error) {
      if (folder === dirname(folder)) throw error;
      missing.unshift(basename(folder));
    }
  }
}

/** Whether a path lies below a folder; both absolute. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(".." + sep) && !isAbsolute(way);
}

function refusal(out: string, why: string): PublishRefused {
  return new PublishRefused(
    `The output folder ${out} ${why}. Publishing deletes files in its folder, so it needs one of ` +
      `its own. Name another output folder (STET_OUT).`,
  );
}
