import { existsSync, readFileSync } from "node:fs";
import type { Kind } from "./edits.ts";

/** What can be tried on a defect, the cheapest first. */
export const SUITES = [
  "types",
  "unit",
  "build",
  "e2e",
  "unit-long",
  "build-long",
  "e2e-long",
] as const;

export type Suite = (typeof SUITES)[number];

/** How it went with one defect: a line of a result file. */
export interface Result {
  identity: string;
  kind: Kind;
  file: string;
  line: number;
  before: string;
  after: string;
  /** The suites that ran on it, in order; the last one is the one that caught it, if any did. */
  suites: Suite[];
  caughtBy?: Suite;
  /** What failed: a test with its file, a message of the type checker, or the time limit. */
  test?: string;
  seconds: number;
}

/** The results in a file of JSON lines, by identity; of several for one defect the last. */
export function readResults(file: string): Map<string, Result> {
  const results = existsSync(file) ? (readJsonLines(file) as Result[]) : [];
  return new Map(results.map((result) => [result.identity, result]));
}

/** The values in a file of JSON lines; a line that was cut off while it was written is left out. */
export function readJsonLines(file: string): unknown[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
}

/** The earlier result of a defect; none where its code reads otherwise by now. */
export function earlierResult(
  results: ReadonlyMap<string, Result>,
  { identity, before, after }: Pick<Result, "identity" | "before" | "after">,
): Result | undefined {
  const earlier = results.get(identity);
  return earlier?.before === before && earlier.after === after ? earlier : undefined;
}

/** The suites a defect has still to run through; none once it is caught. */
export function suitesLeft(wanted: readonly Suite[], earlier: Result | undefined): Suite[] {
  if (earlier?.caughtBy !== undefined) return [];
  return wanted.filter((suite) => earlier?.suites.includes(suite) !== true);
}
