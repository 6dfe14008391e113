import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inContent } from "../domain/content-path.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { errorHtml, errorPage } from "./dev-errors.ts";

let content: string;
beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), "stet-dev-errors-"));
  mkdirSync(join(content, "articles/2026/03"), { recursive: true });
  writeFileSync(join(content, "articles/2026/03/a.md"), "---\ntitle: <b>&\u202E\n");
});
afterAll(() => rmSync(content, { recursive: true }));

function fault(changes: Partial<Diagnostic>): Diagnostic {
  return {
    code: "reference/author",
    severity: "error",
    file: "articles/2026/03/a.md",
    line: 2,
    column: 8,
    length: 3,
    message: "There is no author <b>.",
    fix: "Did you mean `ada`?",
    ...changes,
  };
}

function shown(html: string): string {
  return html
    .replace(/<style>.*<\/style>/s, "<style></style>")
    .replaceAll(encodeURIComponent(content), "CONTENT")
    .replaceAll(content, "CONTENT");
}

test("every diagnostic stands with the path of its file from the project on, its line, the reason and the fix, and nothing of it is markup", () => {
  const diagnostics = [
    fault({ fix: `Create ${inContent("authors/b.yaml")}.` }),
    fault({ message: "It is `<a>` or `` a`b ``.", fix: 'Write:\n<Figure\n  alt="\u202E">' }),
    fault({ file: "site.yaml", line: 1, column: 1, message: "It is\u202E gone." }),
  ];
  expect(
    shown(errorHtml({ kind: "content", diagnostics, content, prefix: "content/" })),
  ).toMatchSnapshot();
});

test("a failure of the press stands with its stack, and nothing of it is markup", () => {
  const error = Object.assign(new Error("x"), {
    stack: "SyntaxError: <a> & b\n    at card.ts:1:2",
  });
  expect(shown(errorHtml({ kind: "press", error }))).toMatchSnapshot();
});

test("the page of an error is English, fits a phone, and asks for a later revision than its own", () => {
  const page = errorPage({ kind: "content", diagnostics: [fault({})], content, prefix: "" }, 1712);
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain('<meta name="viewport" content="width=device-width">');
  expect(page).toContain("state.revision !== 1712");
  expect(page).toContain("There is no author &lt;b&gt;.");
});
