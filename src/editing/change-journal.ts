import {
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** One step of a change, which may be taken twice: a file takes its place, and the one that it was made from goes. */
export interface Step {
  /** Paths below the content folder, with `/`. */
  from: string;
  to: string;
  /** Digest of what lay at `from`; absent where nothing did. */
  before?: string;
  /** Digest of what lies at `to` afterwards. */
  after: string;
  /** Whether there is a new text, prepared beside the journal under the number of the step; otherwise the file moves. */
  isText: boolean;
  /** Rights of the new file, as `chmod` takes them. */
  mode?: number;
}

/** A change that is not carried out, because files are not as they ought to be; nothing was changed. */
export class ChangeRefused extends Error {
  override name = "ChangeRefused";
}

const JOURNAL = "journal.json";
const SEAL = "seal";

/**
 * Writes what is to be done into a folder, then the seal that makes it count. The seal names the journal's inode and the time
 * of its last change: whoever brings a journal along in a repository or an archive cannot know them.
 */
export function writeJournal(folder: string, steps: readonly Step[]): void {
  const journal = join(folder, JOURNAL);
  writeFileSync(journal, JSON.stringify(steps), { flush: true });
  const seal = join(folder, SEAL);
  writeFileSync(`${seal}.tmp`, sealOf(journal), { flush: true });
  renameSync(`${seal}.tmp`, seal);
}

/**
 * The steps of a journal; undefined where none was sealed, so that none was taken. Throws ChangeRefused for one that was not
 * written here, or leads out of the content folder.
 */
export function readJournal(content: string, folder: string): Step[] | undefined {
  const journal = join(folder, JOURNAL);
  const seal = join(folder, SEAL);
  if (!existsSync(journal) || !existsSync(seal)) return undefined;
  if (readFileSync(seal, "utf8") !== sealOf(journal))
    throw new ChangeRefused(
      `${folder} holds a rename that was not begun here, or was copied since, so it is not finished. Look at it, then remove that folder; \`git status\` says what is half renamed.`,
    );
  const steps = JSON.parse(readFileSync(journal, "utf8")) as Step[];
  for (const { from, to } of steps) {
    refuseOutside(content, from);
    refuseOutside(content, to);
  }
  return steps;
}

/** Throws ChangeRefused for a path that is not one of a content file, or that a symbolic link leads out of the folder. */
export function refuseOutside(content: string, path: string): void {
  const isPlain = path.split("/").every((part) => /^[^.\\\0][^\\\0]*$/.test(part));
  if (isPlain) {
    const way = relative(realpathSync(content), realpathSync(nearestFolder(join(content, path))));
    if (way !== ".." && !way.startsWith(`..${sep}`)) return;
  }
  throw new ChangeRefused(`${path} leads out of the content folder, so it is not touched.`);
}

/** The folder that a file lies in or, where that is still to be made, the nearest one above. */
export function nearestFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === path ? folder : nearestFolder(folder);
}

function sealOf(journal: string): string {
  const { dev, ino, ctimeNs } = statSync(journal, { bigint: true });
  return `${dev} ${ino} ${ctimeNs}\n`;
}
