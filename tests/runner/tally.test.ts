import { expect, test } from "vitest";
import { closingLine, sum, tallyOfScript, tallyOfTests } from "./tally.ts";

const report = JSON.stringify({
  numPassedTests: 40,
  numFailedTests: 2,
  numPendingTests: 3,
  numTodoTests: 1,
});

test("scripts count as one test each, and tests as they are", () => {
  const tallies = [tallyOfScript(true), tallyOfScript(false), tallyOfTests(report, false)];
  expect(closingLine(sum(tallies))).toBe("41 passed, 3 failed, 4 skipped");
});

test("a run that failed without a failed test counts as one failure", () => {
  const loaded = JSON.stringify({ numPassedTests: 7, numFailedTests: 0 });
  expect(tallyOfTests(loaded, false)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  expect(tallyOfTests(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
