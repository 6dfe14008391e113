import { expect, test } from "vitest";
import { failedTest, runsOf, typeError } from "./suite-runs.ts";

const commands = (...of: Parameters<typeof runsOf>): string[] =>
  runsOf(...of).map(({ args }) => args.slice(0, args.indexOf("--project")).join(" "));

test("the unit tests of a module run before those that import it, and those before all others", () => {
  const vitest = "node_modules/vitest/vitest.mjs";
  expect(commands("unit", "/s", "src/a.ts")).toEqual([
    `${vitest} run src/a.test.ts --passWithNoTests`,
    `${vitest} related src/a.ts --run`,
    `${vitest} run`,
  ]);
  expect(commands("unit", "/s", "src/A.astro")).toEqual([`${vitest} run`]);
  expect(commands("build", "/s", "src/a.ts")).toEqual([`${vitest} run`]);
  expect(commands("unit", "/s")).toEqual([`${vitest} run`]);
});

test("the types of components are left to Astro", () => {
  const programs = (file?: string): (string | undefined)[] =>
    runsOf("types", "/s", file).map(({ args: [program] }) => program);
  const astro = "node_modules/astro/bin/astro.mjs";
  expect(programs("src/A.astro")).toEqual([astro]);
  expect(programs("src/a.ts")).toEqual(["node_modules/typescript-native/bin/tsc", astro]);
});

test("the test that failed is named with its file", () => {
  const report = (...testResults: object[]): string => JSON.stringify({ testResults });
  const name = "/copy/src/a.test.ts";
  const assertionResults = [
    { fullName: "f is right", status: "passed" },
    { fullName: " g is wrong", status: "failed" },
  ];
  const cut = { name: "/copy/src/0.test.ts", status: "failed", message: "", assertionResults: [] };
  expect(failedTest(report(cut, { name, status: "failed", assertionResults }), "/copy")).toBe(
    "src/a.test.ts > g is wrong",
  );
  const unread = { name, status: "failed", message: "No.\nat b", assertionResults: [] };
  expect(failedTest(report(cut, unread), "/copy")).toBe("src/a.test.ts: No.");
  expect(failedTest(undefined, "/copy")).toBe("no test: the run itself failed");
});

test("the first type error is reported in one line, from TypeScript or from Astro", () => {
  expect(typeError("src/a.ts(1,2): error TS2304: No a.\nsrc/b.ts(1,2): error TS1: No b.\n")).toBe(
    "src/a.ts(1,2): error TS2304: No a.",
  );
  const astro =
    "[check] Getting diagnostics\n\u001B[96msrc/A.astro\u001B[0m:1:2 - \u001B[91merror\u001B[0m\u001B[90m ts(2304): \u001B[0mNo a.\n";
  expect(typeError(astro)).toBe("src/A.astro:1:2 - error ts(2304): No a.");
});
