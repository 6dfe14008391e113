import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { CodeFrames } from "./code-frame.ts";

let content = "";
beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), "stet-frame-"));
});
afterAll(() => rmSync(content, { recursive: true, force: true }));

/** The frame of a fault in a file of this text, as a report sets it; places count from 1. */
function framed(
  text: string | Uint8Array,
  [line, column, length]: readonly [line: number, column: number, length?: number],
  columns = Infinity,
): string | undefined {
  writeFileSync(join(content, "a.md"), text);
  return frameOf(
    { file: "a.md", line, column, ...(length === undefined ? {} : { length }) },
    columns,
  );
}

function frameOf(
  location: Pick<Diagnostic, "file" | "line" | "column" | "length">,
  columns = Infinity,
): string | undefined {
  const found: Diagnostic = {
    code: "mdx/angle",
    severity: "error",
    message: "",
    fix: "",
    ...location,
  };
  const frame = new CodeFrames(content).frame(found, columns);
  if (frame === undefined) return undefined;
  return `${frame.gutter}${frame.code}\n${" ".repeat(frame.gutter.length)}${frame.indent}${frame.marks}`;
}

describe("the line of a diagnostic", () => {
  test("is shown with its number, and with a mark below each character of the fault", () => {
    expect(framed("One.\nTwo words.\n", [2, 5, 5])).toBe("     2 | Two words.\n             ^^^^^");
  });

  test("has one mark where the length is not known, and one where nothing is left to mark", () => {
    expect(framed("Words", [1, 3])).toBe("     1 | Words\n           ^");
    expect(framed("Words", [1, 9])).toBe("     1 | Words\n              ^");
  });

  test("is found behind every kind of line end, and a byte order mark is no character of it", () => {
    expect(framed("\uFEFFOne\r\nTwo\rThree\nFour", [3, 1, 5])).toBe(
      "     3 | Three\n         ^^^^^",
    );
    expect(framed("\uFEFFOne", [1, 1, 3])).toBe("     1 | One\n         ^^^");
  });

  test("keeps its tabs in front of the marks", () => {
    expect(framed("\t\tA <5 b.", [1, 5])).toBe("     1 | \t\tA <5 b.\n         \t\t  ^");
  });

  test("is marked by as many cells as wide characters take", () => {
    expect(framed("東京 😀 A <5", [1, 9])).toBe(`     1 | 東京 😀 A <5\n${" ".repeat(9 + 10)}^`);
    expect(framed("A 東京", [1, 3, 2])).toBe("     1 | A 東京\n           ^^^^");
  });

  test("is cut around a fault far behind, on both sides", () => {
    const line = `${"a".repeat(200)}X${"b".repeat(200)}`;
    const expected = `     1 | …${"a".repeat(50)}X${"b".repeat(49)}…\n${" ".repeat(9 + 1 + 50)}^`;
    expect(framed(line, [1, 201])).toBe(expected);
  });

  test("is cut to the width of the terminal, and to 20 characters at least", () => {
    expect(framed("a".repeat(90), [1, 1, 1], 51)).toBe(`     1 | ${"a".repeat(40)}…\n         ^`);
    expect(framed("a".repeat(90), [1, 1, 1], 5)).toBe(`     1 | ${"a".repeat(20)}…\n         ^`);
  });

  test("is not cut within a character", () => {
    const line = `a${"😀".repeat(100)}`;
    expect(framed(line, [1, 1, 1])).toBe(`     1 | a${"😀".repeat(49)}…\n         ^`);
  });

  test("shows control characters as signs", () => {
    const frame = framed("A\u001B[2J red", [1, 2]);
    expect(frame?.replaceAll("\n", "")).toMatch(/^\P{Cc}*$/u);
  });
});

describe("no line is shown", () => {
  test("where there is none, or nothing on it", () => {
    expect(framed("One\n  \n", [2, 1])).toBeUndefined();
    expect(framed("One\n", [7, 1])).toBeUndefined();
  });

  test("of a file that holds no text, or that is not there", () => {
    expect(framed("One\u0000", [1, 1])).toBeUndefined();
    expect(frameOf({ file: "nowhere.md", line: 1, column: 1, length: 1 })).toBeUndefined();
    expect(frameOf({ file: ".", line: 1, column: 1, length: 1 })).toBeUndefined();
  });
});

test("one reader of frames goes from file to file", () => {
  writeFileSync(join(content, "a.md"), "Alpha");
  writeFileSync(join(content, "b.md"), "Beta");
  const frames = new CodeFrames(content);
  const found: Diagnostic = {
    code: "mdx/angle",
    severity: "error",
    file: "",
    line: 1,
    column: 1,
    length: 1,
    message: "",
    fix: "",
  };
  const codes = ["a.md", "b.md", "a.md"].map((file) => frames.frame({ ...found, file }, 80)?.code);
  expect(codes).toEqual(["Alpha", "Beta", "Alpha"]);
});

test("what is about a whole file, or on a line that says nothing, is told without one", () => {
  expect(framed("---\ntitle: A\n---\n", [1, 1, 3])).toBeUndefined();
  expect(framed("name: Ada\n", [1, 1])).toBeUndefined();
  expect(framed("name: Ada\n", [1, 1, 4])).toContain("name: Ada");
});
