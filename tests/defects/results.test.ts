import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { earlierResult, readResults, suitesLeft } from "./results.ts";
import type { Result } from "./results.ts";
import { comparisonText, reportText } from "./results-report.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-results-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const survivor: Result = {
  identity: "src/a.ts#f:equality:0",
  kind: "equality",
  file: "src/a.ts",
  line: 7,
  before: "  if (a === b)\n\n    c();",
  after: "  if (a !== b)\n\n    c();",
  suites: ["types", "unit"],
  seconds: 40.4,
};
const caught: Result = {
  ...survivor,
  identity: "src/b.ts#g:call:0",
  kind: "call",
  suites: ["types", "unit"],
  caughtBy: "unit",
  test: "src/b.test.ts > g calls",
  seconds: 9.4,
};
const typed: Result = {
  ...caught,
  identity: "src/c.ts#h:call:0",
  suites: ["types"],
  caughtBy: "types",
  test: "src/c.ts(1,1): error TS1: No.",
};
const byName = (...results: Result[]): Map<string, Result> =>
  new Map(results.map((result) => [result.identity, result]));

test("the last result of each defect counts, and a line that was cut off is ignored", () => {
  const file = join(folder, "results.jsonl");
  expect(readResults(file)).toEqual(new Map());
  const later = { ...survivor, suites: ["types", "unit", "build"] };
  const lines = [survivor, caught, later].map((result) => `${JSON.stringify(result)}\n`).join("");
  writeFileSync(file, `${lines}{"identity": "src/`);
  expect([...readResults(file).values()]).toEqual([later, caught]);
});

test("a defect that was caught is done, one that was not goes on with further suites", () => {
  expect(suitesLeft(["unit", "build"], undefined)).toEqual(["unit", "build"]);
  expect(suitesLeft(["unit", "build"], survivor)).toEqual(["build"]);
  expect(suitesLeft(["unit", "build"], caught)).toEqual([]);
});

test("a result counts for as long as the code of the defect is the same", () => {
  const results = byName(caught);
  expect(earlierResult(results, caught)).toBe(caught);
  expect(earlierResult(results, { ...caught, before: "  if (a === c)" })).toBeUndefined();
  expect(earlierResult(results, survivor)).toBeUndefined();
});

test("a report has a row for each defect, the shares caught, and the survivors in full", () => {
  expect(reportText([survivor, caught, typed])).toMatchInlineSnapshot(`
    "Defect                 Caught by  Test
    src/a.ts#f:equality:0  -
    src/b.ts#g:call:0      unit       src/b.test.ts > g calls
    src/c.ts#h:call:0      types      src/c.ts(1,1): error TS1: No.

    2 of 3 (67 %) caught in 59 s

    Kind      Caught          What it does
    call      2 of 2 (100 %)  a statement that is a call is deleted
    equality  0 of 1 (0 %)    \`===\` becomes \`!==\`, or the other way round

    Suite  Caught, of those it ran on
    types  1 of 3 (33 %)
    unit   1 of 2 (50 %)

    Survivors

    src/a.ts#f:equality:0 (line 7)
      -   if (a === b)
      -     c();
      +   if (a !== b)
      +     c();
    "
  `);
  expect(reportText([caught])).not.toContain("Survivors");
});

test("a comparison lists defects that are newly caught, and those that no longer are", () => {
  const results = byName(survivor, caught);
  expect(comparisonText(results, byName(survivor, typed))).toMatchInlineSnapshot(`
    "1 defects in both: 0 of 1 (0 %) caught, against 0 of 1 (0 %)

    Only in the first: 1. Only in the second: 1.
    "
  `);
  const before = byName(
    { ...survivor, caughtBy: "unit", test: "src/a.test.ts > f" },
    { ...caught, caughtBy: undefined, test: undefined },
  );
  expect(comparisonText(results, before)).toMatchInlineSnapshot(`
    "2 defects in both: 1 of 2 (50 %) caught, against 1 of 2 (50 %)

    Only in the first: 0. Only in the second: 0.

    Newly caught

    src/b.ts#g:call:0  unit  src/b.test.ts > g calls

    No longer caught

    src/a.ts#f:equality:0 (line 7)
      -   if (a === b)
      -     c();
      +   if (a !== b)
      +     c();
      was caught by unit: src/a.test.ts > f
    "
  `);
});
