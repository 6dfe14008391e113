import { hash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { ChangedFile } from "./rename/rename-sources.ts";

/** Where a change is prepared, below the content folder; its name begins with a dot, so nothing is made of it. */
const FOLDER = ".stet-changes";
const JOURNAL = "journal.json";

/** One step, which may be done twice: a file takes its place, and the one that it was made from goes. */
interface Step {
  /** What takes the place: a file of the folder of changes, or, for one that only moves, the file itself. */
  source: string;
  from: string;
  to: string;
  /** Digest of what lay at `from`; absent where nothing did. */
  before?: string;
}

/** Files that somebody has changed since a change was prepared, which are left as they are. */
export class ChangedMeanwhile extends Error {
  override name = "ChangedMeanwhile";
}

/**
 * Changes and moves files of a content folder, all or none of them. New texts are written beside, then a journal, then each
 * takes its place; what ends this in between leaves the folder as it was, or a journal that `finishChanges` carries out.
 * Throws where a file cannot be written; nothing has changed then.
 */
export function changeFiles(content: string, files: readonly ChangedFile[]): void {
  finishChanges(content);
  const folder = join(content, FOLDER);
  mkdirSync(folder);
  try {
    const steps = files.map(({ from, to, text }, at): Step => {
      const before = digestOf(join(content, from));
      const step = { from, to, ...(before === undefined ? {} : { before }) };
      if (text === undefined) return { source: from, ...step };
      const source = `${FOLDER}/${at}`;
      writeFileSync(join(content, source), text);
      if (before !== undefined)
        chmodSync(join(content, source), statSync(join(content, from)).mode & 0o777);
      return { source, ...step };
    });
    for (const { to } of steps) mkdirSync(dirname(join(content, to)), { recursive: true });
    writeFileSync(join(folder, "journal"), JSON.stringify(steps), { flush: true });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  renameSync(join(folder, "journal"), join(folder, JOURNAL));
  finishChanges(content);
}

/**
 * Carries out what an earlier run has prepared and not finished; whether there was such a thing. Throws `ChangedMeanwhile`
 * where a file is another by now: it stays as it is, and so does the folder with what was to take its place.
 */
export function finishChanges(content: string): boolean {
  const folder = join(content, FOLDER);
  if (!existsSync(folder)) return false;
  const journal = join(folder, JOURNAL);
  const isPrepared = existsSync(journal);
  if (isPrepared) {
    const steps = JSON.parse(readFileSync(journal, "utf8")) as Step[];
    const changed = steps.filter((step) => isChanged(content, step)).map(({ from }) => from);
    if (changed.length > 0)
      throw new ChangedMeanwhile(
        `A change was interrupted, and these files are others by now: ${changed.join(", ")}. Look at ${folder}, which has what was to take their place, and remove it.`,
      );
    for (const { source, to } of steps)
      if (existsSync(join(content, source))) renameSync(join(content, source), join(content, to));
    for (const { from, to } of steps) {
      if (from === to) continue;
      rmSync(join(content, from), { force: true });
      removeEmpty(content, dirname(from));
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return isPrepared;
}

/** Whether a step cannot be taken without loss, and was not taken before. */
function isChanged(content: string, { source, from, to, before }: Step): boolean {
  const there = digestOf(join(content, from));
  const isWaiting = existsSync(join(content, source));
  if (isWaiting) return there !== before || (from !== to && existsSync(join(content, to)));
  return from !== to && there !== undefined && there !== before;
}

function digestOf(path: string): string | undefined {
  return existsSync(path) ? hash("sha256", readFileSync(path), "hex") : undefined;
}

/** A month's folder in which nothing is left. */
function removeEmpty(content: string, folder: string): void {
  if (!/^(?:articles|comments)\/\d{4}\/\d{2}$/.test(folder)) return;
  const path = join(content, folder);
  if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path);
}
