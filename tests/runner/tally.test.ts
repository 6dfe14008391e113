import { expect, test } from "vitest";
import { closingLine, failuresOf, sum, tallyOfScript, tallyOfTests } from "./tally.ts";

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

test("what failed is told by file, test and the first line of the reason", () => {
  const passed = { status: "passed", fullName: "a name", failureMessages: [] };
  const failed = {
    status: "failed",
    fullName: "a group another name",
    failureMessages: ["AssertionError: expected 1 to be 2\n    at file.ts:3:4"],
  };
  const results = JSON.stringify({
    testResults: [
      { name: "/a.test.ts", status: "passed", message: "", assertionResults: [passed] },
      { name: "/b.test.ts", status: "failed", message: "", assertionResults: [passed, failed] },
      {
        name: "/c.test.ts",
        status: "failed",
        message: "\nCannot find module\n…",
        assertionResults: [],
      },
    ],
  });
  expect(failuresOf(results)).toEqual([
    {
      file: "/b.test.ts",
      test: "a group another name",
      reason: "AssertionError: expected 1 to be 2",
    },
    { file: "/c.test.ts", test: undefined, reason: "Cannot find module" },
  ]);
  expect(failuresOf(undefined)).toEqual([]);
});
