import { expect, test } from "vitest";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { SourceEdit } from "../domain/source-edit.ts";
import { mendTexts } from "./mended-texts.ts";

const TEXTS: Readonly<Record<string, string>> = { "a.md": "one two\nthree\n", "b.md": "four\n" };

function fault(code: string, ...edits: SourceEdit[]): Diagnostic {
  const place = { file: "a.md", line: 1, column: 1 };
  return { ...place, code, severity: "error", message: code, fix: "", edits };
}

function edit(line: number, from: number, to: number, text: string, file?: string): SourceEdit {
  const range = { start: { line, column: from }, end: { line, column: to }, text };
  return file === undefined ? range : { ...range, file };
}

function mended(...diagnostics: Diagnostic[]) {
  const { texts, ...lists } = mendTexts(diagnostics, (file) => TEXTS[file]);
  const codes = (list: readonly Diagnostic[]): string[] => list.map(({ code }) => code);
  return {
    texts: Object.fromEntries(texts),
    mended: codes(lists.mended),
    waiting: codes(lists.waiting),
    unfit: codes(lists.unfit),
  };
}

test("edits that touch one another take turns, and equal ones are made once", () => {
  expect(
    mended(
      fault("first", edit(1, 1, 4, "1")),
      fault("same", edit(1, 1, 4, "1")),
      fault("over", edit(1, 3, 6, "x")),
      fault("beside", edit(1, 4, 4, ",")),
    ),
  ).toEqual({
    texts: { "a.md": "1, two\nthree\n" },
    mended: ["first", "same", "beside"],
    waiting: ["over"],
    unfit: [],
  });
});

test("the edits of a diagnostic in several files are made together or not at all", () => {
  expect(
    mended(
      fault("both", edit(2, 1, 6, "3"), edit(1, 1, 5, "4", "b.md")),
      fault("no file", edit(1, 1, 4, "1"), edit(1, 1, 1, "0", "c.md")),
      fault("no line", edit(9, 1, 4, "1")),
    ),
  ).toEqual({
    texts: { "a.md": "one two\n3\n", "b.md": "4\n" },
    mended: ["both"],
    waiting: [],
    unfit: ["no file", "no line"],
  });
});
