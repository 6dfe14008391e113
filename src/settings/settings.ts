import { resolve } from "node:path";
import type { Instant } from "../domain/dates.ts";
import { parseDate } from "../domain/dates.ts";

/** The two folders that everything else is found from, absolute; in a checkout of Stet they are one. */
export interface Roots {
  /** Stet's own package: its code, and the files that it puts into every bundle. */
  packageRoot: string;
  /** The project of a publication: relative settings start here, and `.env` files lie here. */
  projectRoot: string;
}

/** Where Stet reads and writes, and what time it takes it to be. */
export interface Settings extends Roots {
  /** The publication, absolute. */
  content: string;
  /** The bundle, absolute. */
  out: string;
  /** What is kept between builds, absolute; may be deleted at any time. */
  cache: string;
  /** What a build needs while it runs, absolute; one build at a time works in it. */
  work: string;
  /** What counts as published. */
  now: Instant;
}

/** A setting that cannot be used; nothing was done. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/**
 * Reads the settings from the environment: `STET_CONTENT`, `STET_OUT`, `STET_CACHE` and `STET_WORK` (relative ones
 * start at the project), and `STET_NOW`, an instant or a plain day in UTC. `clock` gives milliseconds since 1970.
 *
 * Throws SettingsError for a date that is none.
 */
export function readSettings(
  { packageRoot, projectRoot }: Roots,
  environment: Readonly<Record<string, string | undefined>>,
  clock: () => number,
): Settings {
  const folder = (name: string, otherwise: string): string =>
    resolve(projectRoot, nonEmpty(environment[name]) ?? otherwise);
  return {
    packageRoot,
    projectRoot,
    content: folder("STET_CONTENT", "content"),
    out: folder("STET_OUT", "dist"),
    cache: folder("STET_CACHE", ".cache"),
    work: folder("STET_WORK", ".stet"),
    now: readNow(nonEmpty(environment["STET_NOW"]), clock),
  };
}

function readNow(written: string | undefined, clock: () => number): Instant {
  if (written === undefined) return clock();
  const moment = parseDate(written, "UTC");
  if (moment !== undefined) return moment.instant;
  throw new SettingsError(
    `STET_NOW is "${written}", which is not a date. Write a day such as 2026-03-31, or a day and a time such as 2026-03-31T09:30:00Z.`,
  );
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text;
}
