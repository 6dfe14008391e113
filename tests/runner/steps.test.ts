import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { ROOT } from "../structure/project-files.ts";
import { commandOf, planOf } from "./steps.ts";
import type { Tier } from "./tier.ts";

const planned = (tier: Tier): string[] => {
  const { lanes, rest } = planOf(tier, (pattern) => globSync(pattern, { cwd: ROOT }));
  return [...lanes.flat(), ...rest].map((step) => ("file" in step ? step.file : step.name) ?? "");
};

test("a commit runs no long test", () => {
  expect(planned("commit").filter((name) => name.includes("."))).toEqual([]);
});

test.each([
  ["all", ".long.test.ts"],
  ["nightly", ".nightly.test.ts"],
] as const)(
  "the tier %s runs every file of builds and browsers that ends in %s, once",
  (tier, ending) => {
    const files = globSync(`tests/{build,e2e}/**/*${ending}`, { cwd: ROOT }).sort();
    expect(files.length).toBeGreaterThan(0);
    expect(
      planned(tier)
        .filter((name) => name.endsWith(ending))
        .sort(),
    ).toEqual(files);
  },
);

test("what a lane runs is a script of package.json, a project of tests or one file of it", () => {
  expect(commandOf({ kind: "script", name: "lint" }, "r.json")).toEqual([
    ...["npm", "run", "--silent", "lint"],
  ]);
  expect(commandOf({ kind: "tests", name: "e2e-long", file: "tests/e2e/a.ts" }, "r.json")).toEqual([
    ...["vitest", "run", "--project", "e2e-long", "tests/e2e/a.ts"],
    ...["--reporter=default", "--reporter=json", "--outputFile.json=r.json"],
  ]);
});
