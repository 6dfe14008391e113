import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { assertBuilt, copyPress } from "./press.ts";
import { ARCHIVE, BELOW_PATH, DEMO, fixturePublication, NASTY } from "./test-publications.ts";
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

/** The folder that the steps of `npm test` share; one of its own where a test file is run alone. */
const shared = process.env["PRESS_TESTS_SHELF"];
const shelf = shared ?? mkdtempSync(join(tmpdir(), "stet-shelf-"));
if (shared === undefined) afterAll(() => rmSync(shelf, { recursive: true, force: true }));

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

/** A printed folder appears under its name only when it is whole, so a build that was cut off is not taken for one. */
async function printed({ name, write, now }: TestPublication): Promise<Printed> {
  const whole = join(shelf, name);
  if (!existsSync(whole)) {
    const folder = mkdtempSync(join(shelf, `${name}-`));
    await write(join(folder, "content"));
    mkdirSync(join(folder, "press"));
    assertBuilt(await copyPress(join(folder, "press")).build(placesIn(folder, now)));
    renameSync(folder, whole);
  }
  return placesIn(whole, now);
}

function placesIn(folder: string, now: string): Printed {
  return {
    out: join(folder, "out"),
    content: join(folder, "content"),
    cache: join(folder, "cache"),
    now,
  };
}
