import { hash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
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
import { basename, dirname, join } from "node:path";
import {
  ChangeRefused,
  nearestFolder,
  readJournal,
  refuseOutside,
  writeJournal,
} from "./change-journal.ts";
import type { Step } from "./change-journal.ts";
import type { ChangedFile } from "./rename/rename-sources.ts";

/** Where files are changed. */
export interface ChangePlace {
  /** The content folder, absolute. */
  content: string;
  /** Where a change of it is prepared, absolute: a folder of this machine's own, which no repository brings along. */
  folder: string;
}

/** A change that was begun and could be neither finished nor taken back; `finishChanges` finishes it. */
export class ChangeUnfinished extends Error {
  override name = "ChangeUnfinished";
}

/** Called before each file is touched; a test throws or kills here. */
export type BeforeStep = (path: string) => void;

/** What takes back what was done, the last first. */
type Undo = (() => void)[];

/**
 * Changes and moves files of a content folder, all or none of them. New texts are written into a folder of their own, then a
 * journal, then each takes its place. Where one cannot, those before are taken back, and the system's error is thrown; what
 * ends this process in between leaves the content as it was, or a journal that `finishChanges` carries out. Throws
 * ChangeRefused for what lies outside the content folder or has changed, ChangeUnfinished where taking back fails.
 */
export function changeFiles(
  place: ChangePlace,
  files: readonly ChangedFile[],
  before: BeforeStep = () => undefined,
): void {
  finishChanges(place);
  const { content, folder } = place;
  for (const { from, to } of files)
    for (const path of new Set([from, to])) {
      refuseOutside(content, path);
      // As root everything may be written; a file system that is only for reading says so here.
      accessSync(nearestFolder(join(content, path)), constants.W_OK);
    }
  mkdirSync(folder, { recursive: true });
  try {
    const steps = files.map((file, at) => prepared(place, file, at));
    const changed = changedAmong(place, steps);
    if (changed.length > 0)
      throw new ChangeRefused(`Changed meanwhile: ${changed.join(", ")}. Run the command again.`);
    writeJournal(folder, steps);
    const undo: Undo = [];
    try {
      carryOut(place, steps, { before, undo });
    } catch (error) {
      takeBack(undo, error);
      throw error;
    }
  } catch (error) {
    if (!(error instanceof ChangeUnfinished)) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Whether a change was begun and not finished. What other machines have begun counts too: somebody has to look at it. */
export function hasUnfinishedChange({ content, folder }: ChangePlace): boolean {
  try {
    return readJournal(content, folder) !== undefined;
  } catch {
    return true;
  }
}

/**
 * Carries out what an earlier run has prepared and not finished; whether there was such a thing. Throws ChangeRefused where it
 * was not prepared here or a file is another by now: all stays as it is then. Throws ChangeUnfinished where a file cannot be
 * written.
 */
export function finishChanges(place: ChangePlace): boolean {
  const { content, folder } = place;
  const steps = readJournal(content, folder);
  if (steps !== undefined) {
    const changed = changedAmong(place, steps);
    if (changed.length > 0)
      throw new ChangeRefused(
        `A rename was interrupted, and these files are others by now: ${changed.join(", ")}. Look at ${folder}, which has what was to take their place, and remove it.`,
      );
    try {
      carryOut(place, steps, { before: () => undefined, undo: [] });
    } catch (error) {
      throw unfinished(error);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return steps !== undefined;
}

function prepared({ content, folder }: ChangePlace, file: ChangedFile, at: number): Step {
  const { from, to, text } = file;
  const path = join(content, from);
  const before = digestOf(path);
  const isText = text !== undefined;
  if (isText) writeFileSync(join(folder, String(at)), text, { flush: true });
  return {
    from,
    to,
    isText,
    after: isText ? hash("sha256", text, "hex") : (before ?? ""),
    ...(before === undefined ? {} : { before, mode: statSync(path).mode & 0o777 }),
  };
}

/** Files of steps that cannot be taken without loss. */
function changedAmong({ content }: ChangePlace, steps: readonly Step[]): string[] {
  return steps.filter((step) => stateOf(content, step) === "changed").map(({ from }) => from);
}

function stateOf(
  content: string,
  { from, to, before, after }: Step,
): "waiting" | "done" | "changed" {
  const there = digestOf(join(content, from));
  if (from === to) return there === after ? "done" : there === before ? "waiting" : "changed";
  const placed = digestOf(join(content, to));
  if (placed === undefined) return there === before ? "waiting" : "changed";
  return placed === after && (there === undefined || there === before) ? "done" : "changed";
}

function carryOut(
  { content, folder }: ChangePlace,
  steps: readonly Step[],
  { before, undo }: { before: BeforeStep; undo: Undo },
): void {
  for (const [at, step] of steps.entries()) {
    if (stateOf(content, step) === "done") continue;
    const { from, to, isText, mode } = step;
    const source = join(content, from);
    const target = join(content, to);
    before(to);
    const made = mkdirSync(dirname(target), { recursive: true });
    if (made !== undefined) undo.push(() => rmSync(made, { recursive: true }));
    if (!isText) {
      renameSync(source, target);
      undo.push(() => renameSync(target, source));
      continue;
    }
    const text = readFileSync(join(folder, String(at)));
    if (hash("sha256", text, "hex") !== step.after)
      throw new ChangeRefused(`${join(folder, String(at))} is not what was prepared.`);
    const old = from === to && existsSync(target) ? readFileSync(target) : undefined;
    replace(target, text, mode);
    undo.push(() => (old === undefined ? rmSync(target) : replace(target, old, mode)));
  }
  for (const { from, to, mode } of steps) {
    const source = join(content, from);
    if (from === to || !existsSync(source)) continue;
    before(from);
    const old = readFileSync(source);
    rmSync(source);
    undo.push(() => replace(source, old, mode));
  }
  // What is left empty harms nobody, and what was done stands.
  for (const { from, to } of steps) if (from !== to) removeEmpty(content, dirname(from));
}

/** Puts a file into its place as a whole. */
function replace(path: string, text: Uint8Array, mode: number | undefined): void {
  const fresh = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(fresh, text, { flag: "wx", flush: true });
    if (mode !== undefined) chmodSync(fresh, mode);
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}

function takeBack(undo: Undo, error: unknown): void {
  try {
    for (const step of undo.toReversed()) step();
  } catch {
    throw unfinished(error);
  }
}

function unfinished(error: unknown): ChangeUnfinished {
  const why = error instanceof Error ? error.message : String(error);
  return new ChangeUnfinished(
    `The rename is half done: ${why}. Mend that, then finish it: npx --no-install stet rename --finish`,
    { cause: error },
  );
}

function digestOf(path: string): string | undefined {
  return existsSync(path) ? hash("sha256", readFileSync(path), "hex") : undefined;
}

/** A month's folder in which nothing is left. */
function removeEmpty(content: string, folder: string): void {
  if (!/^(?:articles|comments)\/\d{4}\/\d{2}$/.test(folder)) return;
  const path = join(content, folder);
  try {
    if (readdirSync(path).length === 0) rmdirSync(path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}
