import { existsSync, mkdtempSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { acquireLock, LockHeld } from "../../src/output/lock.ts";
import { SHARED } from "../fixtures/temporary-folder.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import {
  ARCHIVE,
  BELOW_PATH,
  belowPathIn,
  CASES,
  DEMO,
  fixturePublication,
  LONG_WORDS,
  NASTY,
  WITHOUT_MESSAGES,
} from "./test-publications.ts";
import type { TestPublication } from "./test-publications.ts";

/** A publication that was printed once for all tests that only read it. */
export interface Printed {
  /** The bundle, absolute. */
  out: string;
  /** The content folder it was printed from. */
  content: string;
  /** What the build kept for the next one. */
  cache: string;
  /** `STET_NOW` of the build. */
  now: string;
}

/** The real archive, printed once a run. To be read, never changed. */
export function printedCorpus(): Promise<Printed> {
  return printed(ARCHIVE);
}

/** The demonstration of this checkout, printed once a run. To be read, never changed. */
export function printedDemo(): Promise<Printed> {
  return printed(DEMO);
}

/**
 * The small publication that uses everything the press can do, below a path, with old addresses and take-downs,
 * printed once a run. To be read, never changed.
 */
export function printedBelowPath(): Promise<Printed> {
  return printed(BELOW_PATH);
}

/** The same in another language, but for its texts, printed once a run. To be read, never changed. */
export function printedBelowPathIn(language: string): Promise<Printed> {
  return printed(belowPathIn(language));
}

/** A publication of texts on which presses have been wrong, printed once a run. To be read, never changed. */
export function printedCases(): Promise<Printed> {
  return printed(CASES);
}

/**
 * A publication with a word that does not break in every text that readers see, and sixty sections, printed once a
 * run. To be read, never changed.
 */
export function printedLongWords(): Promise<Printed> {
  return printed(LONG_WORDS);
}

/** A publication of everything that has broken feeds, printed once a run. To be read, never changed. */
export function printedNasty(): Promise<Printed> {
  return printed(NASTY);
}

/**
 * A publication in French, below a path, in colours of its own and without a picture, printed once a run. To be read,
 * never changed.
 */
export function printedFrench(): Promise<Printed> {
  return printed(fixturePublication("le-quai"));
}

/** A publication that is read from right to left, printed once a run. To be read, never changed. */
export function printedRightToLeft(): Promise<Printed> {
  return printed(fixturePublication("al-mina"));
}

/**
 * A publication in Persian, with names, titles and notes that are written the other way, printed once a run. To be read,
 * never changed.
 */
export function printedPersian(): Promise<Printed> {
  return printed(fixturePublication("bandar"));
}

/** The same in a language that has no messages, so that English ones stand around it. To be read, never changed. */
export function printedWithoutMessages(): Promise<Printed> {
  return printed(WITHOUT_MESSAGES);
}

/**
 * A publication with a style sheet, a component, a footer, links, a snippet for the head, advertising and a newsletter
 * of its own, below a path, printed once a run. To be read, never changed.
 */
export function printedWithParts(): Promise<Printed> {
  return printed(fixturePublication("die-duene"));
}

/** A printed folder appears under its name only when it is whole, so a build that was cut off is not taken for one. */
async function printed({ name, write, now }: TestPublication): Promise<Printed> {
  const whole = join(SHARED, name);
  const done = await turnAt(`${whole}.lock`);
  try {
    if (!existsSync(whole)) {
      const folder = mkdtempSync(join(SHARED, `${name}-`));
      await write(join(folder, "content"));
      assertBuilt(await checkoutOf("printed").build(buildIn(folder, now)));
      renameSync(folder, whole);
    }
  } finally {
    done();
  }
  return buildIn(whole, now);
}

/** Test files that run at the same time may ask for the same publication. */
async function turnAt(lock: string): Promise<() => void> {
  for (;;) {
    try {
      return acquireLock(lock, new Date(), "Another test file prints this");
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error;
      await setTimeout(200);
    }
  }
}
