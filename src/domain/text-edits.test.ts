import { expect, test } from "vitest";
import { applyTextEdits, lineEndOf, sourceEdits, textEdits } from "./text-edits.ts";

const TEXT = "one\r\ntwo 😀 three\r\n\r\nfour";

test("edits are applied as if each were alone, and lines end as those of the text do", () => {
  expect(
    applyTextEdits(TEXT, [
      { start: 5, end: 8, text: "2" },
      { start: 0, end: 0, text: "zero\n" },
      { start: 0, end: 3, text: "1" },
      { start: TEXT.length, end: TEXT.length, text: "\nfive" },
    ]),
  ).toBe("zero\r\n1\r\n2 😀 three\r\n\r\nfour\r\nfive");
});

test.each([
  [
    { start: 0, end: 2, text: "" },
    { start: 1, end: 3, text: "" },
  ],
  [{ start: 0, end: 99, text: "" }],
  [{ start: 3, end: 2, text: "" }],
])("edits that overlap or lie outside are refused", (...edits) => {
  expect(() => applyTextEdits(TEXT, edits)).toThrow(RangeError);
});

test("edits of a text and of its file are the same", () => {
  const edits = [
    { start: 9, end: 11, text: ":-)" },
    { start: TEXT.length, end: TEXT.length, text: "." },
  ];
  const ofFile = sourceEdits("a.md", TEXT, edits);
  expect(ofFile[0]).toEqual({
    file: "a.md",
    start: { line: 2, column: 5 },
    end: { line: 2, column: 7 },
    text: ":-)",
  });
  expect(textEdits(TEXT, ofFile)).toEqual(edits);
  expect(() =>
    textEdits(TEXT, [
      { ...edits[0], start: { line: 9, column: 1 }, end: { line: 9, column: 1 }, text: "" },
    ]),
  ).toThrow("There is no line 9.");
});

test("a text ends its lines as most of them end", () => {
  expect(lineEndOf("a\r\nb\r\nc\n")).toBe("\r\n");
  expect(lineEndOf("a\nb\r\n")).toBe("\n");
  expect(lineEndOf("")).toBe("\n");
});
