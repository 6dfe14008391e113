import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundlePathFault, JOURNAL_NAME } from "./bundle-path.ts";
import { writeDurably } from "./durable-write.ts";
import type { Interrupt } from "./durable-write.ts";

/**
 * What a publication under way is about to do. `write` lists each file that the old manifest does
 * not know, also those that were in place already, so that an interrupted run leaves no file that
 * the next run would take for somebody else's.
 */
export interface Journal {
  write: string[];
  remove: string[];
}

/** A journal that is there but cannot be relied on. */
export class JournalError extends Error {
  override name = "JournalError";
  readonly why: string;

  constructor(file: string, why: string) {
    super(
      `${file}: ${why}. The journal was damaged or written by another program. ` +
        `Empty the folder, and build again.`,
    );
    this.why = why;
  }
}

/**
 * Whether a journal lies in a folder: a publication into it has not ended.
 */
export function hasJournal(folder: string): boolean {
  return lstatSync(join(folder, JOURNAL_NAME), { throwIfNoEntry: false }) !== undefined;
}

/**
 * Reads the journal that an interrupted publication left; undefined when there is none.
 * Throws JournalError when it is malformed or lists a path that could lead out of the bundle.
 */
export function readJournal(folder: string): Journal | undefined {
  const file = join(folder, JOURNAL_NAME);
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new JournalError(file, "it is not a plain file");
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new JournalError(file, "it is not JSON");
  }
  if (typeof value !== "object" || value === null || !("stet" in value) || value.stet !== 1) {
    throw new JournalError(file, "it is not a version 1 journal");
  }
  return {
    write: pathsOf(file, "write" in value ? value.write : undefined),
    remove: pathsOf(file, "remove" in value ? value.remove : undefined),
  };
}

/**
 * Writes the journal, and returns only when it would outlive a power cut.
 */
export function writeJournal(folder: string, journal: Journal, interrupt: Interrupt): void {
  writeDurably(join(folder, JOURNAL_NAME), formatJournal(journal), { interrupt, step: "journal" });
}

/** The text of a journal. */
export function formatJournal(journal: Journal): string {
  return JSON.stringify({ stet: 1, ...journal }) + "\n";
}

function pathsOf(file: string, list: unknown): string[] {
  if (!Array.isArray(list)) throw new JournalError(file, "a list of paths is missing");
  return list.map((path: unknown) => {
    if (typeof path !== "string") throw new JournalError(file, "a path is not a string");
    const fault = bundlePathFault(path);
    if (fault === undefined) return path;
    throw new JournalError(file, `${JSON.stringify(path)} is not a bundle path: ${fault}`);
  });
}
