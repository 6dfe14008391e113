import { expect, test } from "vitest";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { inContent } from "../domain/content-path.ts";
import { problemsOf } from "./problems.ts";

const found = (changes: Partial<Diagnostic>): Diagnostic => ({
  code: "link/dead",
  severity: "error",
  file: "articles/a.md",
  line: 3,
  column: 1,
  message: "It leads nowhere.",
  fix: `Look at ${inContent("articles/a.md")}.`,
  ...changes,
});
const changed = new Set(["articles/a.md"]);
const options = { changed, isShown: () => true, prefix: "content/" };

test("problems of changed files come first, then those that the change has caused, then a count", () => {
  const before = [found({ line: 9 }), found({ file: "articles/b.md", severity: "warning" })];
  const diagnostics = [
    ...before,
    found({}),
    found({ file: "articles/b.md", message: "Another one." }),
  ];
  const problems = problemsOf({ ...options, diagnostics, before });
  expect(problems.changed.map(({ line, isNew }) => [line, isNew])).toEqual([
    [9, false],
    [3, true],
  ]);
  const hint = found({ severity: "hint", line: 1 });
  const warning = found({ severity: "warning", line: 2 });
  const sorted = problemsOf({ ...options, diagnostics: [hint, warning, found({})], before });
  expect(sorted.changed.map(({ severity }) => severity)).toEqual(["error", "warning", "hint"]);
  expect(problems.caused.map(({ told }) => told?.message)).toEqual(["Another one."]);
  expect(problems.elsewhere).toEqual({ error: 0, warning: 1, hint: 0 });
  expect(problems.changed[0]).toMatchObject({
    file: "content/articles/a.md",
    told: { fix: "Look at content/articles/a.md." },
  });
});

test("what must not be shown keeps its place alone, and without a base nothing is new", () => {
  const problems = problemsOf({
    ...options,
    diagnostics: [found({})],
    before: undefined,
    isShown: () => false,
  });
  expect(problems.changed).toEqual([
    {
      code: "link/dead",
      severity: "error",
      file: "content/articles/a.md",
      line: 3,
      column: 1,
      isNew: false,
    },
  ]);
});
