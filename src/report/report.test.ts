import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inContent } from "../domain/content-path.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import {
  diagnosticsJson,
  formatCounts,
  formatDiagnostics,
  formatTotal,
  reportOn,
} from "./report.ts";

let content = "";
beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), "stet-report-"));
  mkdirSync(join(content, "articles"));
  writeFileSync(join(content, "articles/a.md"), "---\ntitle: 東京 😀 nights\nauthor: adda\n---\n");
});
afterAll(() => rmSync(content, { recursive: true, force: true }));

const AUTHOR: Diagnostic = {
  code: "reference/author",
  severity: "error",
  file: "articles/a.md",
  line: 3,
  column: 9,
  length: 4,
  message: `There is no author \`adda\`: the file ${inContent("authors/adda.yaml")} does not exist.`,
  fix: "Did you mean `ada`?",
};
const warning = (line: number, code = "picture/remote"): Diagnostic => ({
  code,
  severity: "warning",
  file: "articles/a.md",
  line,
  column: 14,
  message:
    "The image https://far.example/a.png is on another host, which would see your readers; it could also disappear.",
  fix: "Put a copy beside the article; until then a link stands in its place, which is no picture.",
});
const MANY = [1, 2, 3, 4, 5].map((line) => warning(line)).concat(warning(2, "tag/twice"), AUTHOR);

describe("the report", () => {
  test("shows a few warnings of a kind, then the errors, on 80 columns", () => {
    const text = formatDiagnostics(MANY, { content, colour: false, columns: 80, warnings: "some" });
    expect(text).toMatchSnapshot();
    // A path is not broken, so that a terminal can open it.
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("counts warnings by kind where that will do", () => {
    const options = { content, prefix: "content/", colour: false, warnings: "counts" } as const;
    expect(formatDiagnostics(MANY, options)).toMatchSnapshot();
  });

  test("shows every warning when asked to", () => {
    const text = formatDiagnostics(MANY, { content, colour: false, warnings: "all" });
    expect(text.match(/picture\/remote/g)).toHaveLength(5);
    expect(text).not.toContain("Not shown");
  });

  test("marks what is wide by as many cells as it takes", () => {
    const found = { ...AUTHOR, line: 2, column: 14, length: 6 };
    const [, , , marks] = formatDiagnostics([found], {
      content,
      colour: false,
      warnings: "all",
    }).split("\n");
    expect(marks).toBe(`       | ${" ".repeat("title: ".length + 4 + 1 + 2 + 1)}^^^^^^`);
  });

  test("lets nothing through that moves a terminal's cursor", () => {
    const found = {
      ...AUTHOR,
      file: "articles/\u001B[2Ja.md",
      message: "A \u001B]0;x\u0007 B\n\u202E",
    };
    const text = formatDiagnostics([found], { content, colour: false, warnings: "all" });
    expect(text.replaceAll("\n", "")).toMatch(/^[^\p{Cc}\u202E]*$/u);
  });

  test("is empty when there is nothing to say", () => {
    expect(formatDiagnostics([], { content, colour: true, warnings: "all" })).toBe("");
  });
});

test("totals are counted in words", () => {
  expect(formatTotal([])).toBe("No problems.");
  expect(formatTotal([AUTHOR])).toBe("1 error in 1 file.");
  expect(formatTotal(MANY)).toBe("1 error and 6 warnings in 1 file.");
  expect(formatTotal([...MANY, { ...warning(9), severity: "hint" }])).toBe(
    "1 error, 6 warnings and 1 hint in 1 file.",
  );
  expect(formatCounts({ articles: 1, drafts: 0, scheduled: 0 })).toBe("1 article");
  expect(formatCounts({ articles: 3, drafts: 1, scheduled: 0, unread: 1 })).toBe(
    "3 articles, 1 draft, 1 file with errors",
  );
  expect(formatCounts({ articles: 1200, drafts: 2, scheduled: 1 })).toBe(
    "1,200 articles, 2 drafts, 1 scheduled",
  );
});

test("machines get the diagnostics whole", () => {
  expect(JSON.parse(diagnosticsJson([AUTHOR, warning(1)], "content/"))).toEqual({
    version: 1,
    errors: 1,
    warnings: 1,
    hints: 0,
    findings: [
      {
        ...AUTHOR,
        message: "There is no author `adda`: the file content/authors/adda.yaml does not exist.",
      },
      warning(1),
    ],
  });
});

test("paths are told from where the author works, if the content folder lies below", () => {
  const directory = join(tmpdir(), "paper");
  expect(reportOn({}, join(directory, "content"), directory)).toMatchObject({
    prefix: "content/",
    colour: false,
  });
  expect(reportOn({ isTTY: true, columns: 90 }, join(tmpdir(), "other"), directory)).toMatchObject({
    prefix: "",
    colour: true,
    columns: 90,
  });
});

describe("many errors of one kind in one file", () => {
  const angle = (line: number): Diagnostic => ({
    code: "mdx/angle",
    severity: "error",
    file: "articles/a.md",
    line,
    column: 3,
    message: "`<` begins a tag in .mdx, but what follows is not a tag.",
    fix: "Write `\\<` or `&lt;`.",
  });
  const unlike = (line: number): Diagnostic => ({
    ...AUTHOR,
    line,
    message: `There is no author \`adda-${line}\`: the file ${inContent(`authors/adda-${line}.yaml`)} does not exist.`,
  });
  const lines = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
  const report = (
    diagnostics: Diagnostic[],
    warnings: "all" | "some" | "counts" = "some",
  ): string =>
    formatDiagnostics(diagnostics, {
      content,
      prefix: "content/",
      colour: false,
      columns: 80,
      warnings,
    });

  test("are said once with their count and their places", () => {
    expect(report(lines(100).map(angle))).toMatchSnapshot();
    expect(report(lines(100).map(angle), "counts")).toBe(report(lines(100).map(angle)));
  });

  test("are shown longer where each says something else", () => {
    const text = report(lines(23).map(unlike));
    expect(text.match(/There is no author/g)).toHaveLength(20);
    expect(text).toContain("3 more, at 21:9, 22:9, 23:9.");
    expect(text).toContain("23 errors in 1 file.");
  });

  test("are shown where they are only a few more", () => {
    const text = report(lines(5).map(angle));
    expect(text.match(/begins a tag/g)).toHaveLength(5);
    expect(text).not.toContain("more, at");
  });

  test("are all shown to who asks for all", () => {
    expect(report(lines(100).map(angle), "all").match(/begins a tag/g)).toHaveLength(100);
  });

  test("do not hide those of other files", () => {
    const other = { ...angle(7), file: "articles/b.md" };
    expect(report([...lines(100).map(angle), other])).toContain("content/articles/b.md:7:3  error");
  });

  test("of warnings, the places are listed if one file has them, and else how many files", () => {
    const many = lines(6).map((line) => warning(line));
    expect(report(many)).toContain(
      "       3 more  picture/remote  content/articles/a.md:4:14, 5:14, 6:14\n",
    );
    const elsewhere = { ...warning(4), file: "articles/b.md" };
    expect(report([...many, elsewhere])).toContain("       4 more  picture/remote  in 2 files\n");
  });
});

test("a remedy that the check carries out is marked where that is asked for", () => {
  const content = mkdtempSync(join(tmpdir(), "stet-report-"));
  const edits = [{ start: { line: 1, column: 1 }, end: { line: 1, column: 2 }, text: "b" }];
  const found = { code: "a/b", severity: "error", file: "a.md", line: 1, column: 1 } as const;
  const [certain, other] = [
    { ...found, message: "So.", fix: "Write `b`.", edits },
    { ...found, message: "So.", fix: "Write:\nc" },
  ];
  const told = (marksCertain: boolean): string =>
    formatDiagnostics([certain, other], { content, colour: false, warnings: "all", marksCertain });
  expect(told(true)).toContain("  → Write `b`. (--fix)\n");
  expect(told(true)).toContain("  → Write:\n      c\n");
  expect(told(false)).not.toContain("--fix");
});
