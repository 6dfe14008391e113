import { expect, test } from "vitest";
import { inContent } from "../domain/content-path.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { githubAnnotations, githubSummary } from "./github.ts";

const PATHS = { root: "site/content/", prefix: "content/" };
const AUTHOR: Diagnostic = {
  code: "reference/author",
  severity: "error",
  file: "articles/2026/03/a.mdx",
  line: 5,
  column: 9,
  length: 4,
  message: `There is no author \`adda\`: the file ${inContent("authors/adda.yaml")} does not exist.`,
  fix: "Write `ada`.",
};

test("a diagnostic is a command with its place, its rule and its remedy", () => {
  expect(githubAnnotations([AUTHOR], PATHS)).toBe(
    "::error file=site/content/articles/2026/03/a.mdx,line=5,col=9,endColumn=13,title=reference/author::There is no author `adda`: the file content/authors/adda.yaml does not exist.%0A→ Write `ada`.\n",
  );
});

test("what strangers wrote gives no command and ends none", () => {
  const hostile = {
    ...AUTHOR,
    file: "articles/a:b,line=1::x%\n::set-env name=A::b\r.md",
    message: "100% sure\n::error::No\r\n##[add-mask]x\u001B[2J",
    fix: "::stop-commands::x",
  };
  const text = githubAnnotations([hostile], PATHS);
  expect(text.match(/\n/g)).toHaveLength(1);
  expect(text).toMatchSnapshot();
});

test("as many are told of each kind as GitHub shows, errors first, and the rest is counted", () => {
  const many = (severity: Diagnostic["severity"], count: number): Diagnostic[] =>
    Array.from({ length: count }, (_, at) => ({ ...AUTHOR, severity, line: at + 1 }));
  const lines = githubAnnotations(
    [...many("hint", 12), ...many("warning", 30), ...many("error", 11)],
    PATHS,
  )
    .trimEnd()
    .split("\n");
  const kinds = lines.map((line) => /^::(\w+)/.exec(line)?.[1]);
  expect(kinds).toEqual([
    ...Array.from({ length: 10 }, () => "error"),
    ...Array.from({ length: 10 }, () => "warning"),
    ...Array.from({ length: 10 }, () => "notice"),
  ]);
  expect(lines.at(-1)).toBe(
    "::notice title=stet check::11 errors, 30 warnings and 12 hints in 1 file. GitHub shows 29 of them; the summary of the job has more.",
  );
});

test("the summary of a job is a table in which nothing of a text has a meaning", () => {
  const hostile = { ...AUTHOR, message: "a | b <script> [x](y) @team\n# z", fix: "`c`" };
  expect(githubSummary([hostile, { ...AUTHOR, severity: "hint" }], PATHS)).toMatchSnapshot();
  expect(githubSummary([], PATHS)).toBe("### ✅ Stet: No problems.\n\n");
  const many = Array.from({ length: 300 }, () => AUTHOR);
  expect(githubSummary(many, PATHS)).toContain("100 more are not listed here.");
});
