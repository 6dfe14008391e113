import { expect, test } from "vitest";
import { projectFiles, projectText } from "./project-files.ts";
import { retiredNames } from "./retired-names.ts";

test("no name that only this project used stands in its code again", () => {
  const files = new Map<string, string>();
  for (const file of projectFiles()) {
    if (!/^(?:src|scripts|tests|benchmarks)\/.*\.(?:ts|cjs|astro|css)$/.test(file)) continue;
    // What browsers are called on other machines, and pictures that are called after articles.
    if (
      /^benchmarks\/peers\/[^/]+\/|\/(?:retired-names(?:\.test)?|tool-catalogue)\.ts$|\/demo\/images\//.test(
        file,
      )
    )
      continue;
    files.set(file, projectText(file) ?? "");
  }
  expect(files.size).toBeGreaterThan(500);
  expect(retiredNames(files)).toEqual([]);
});

test("a retired name is told with its line and its successor, a retired file with its name", () => {
  expect(
    retiredNames(
      new Map([
        ["src/domain/a.ts", "const a = 1;\nconst b = madeOnce(() => a);"],
        ["src/views/handoff.ts", ""],
        ["src/views/printable.ts", "const pressed = 1;"],
      ]),
    ),
  ).toEqual([
    "src/domain/a.ts:2: madeOnce: write memoize",
    "src/views/handoff.ts:1: a file is no longer called handoff",
  ]);
});
