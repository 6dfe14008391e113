import { describe, expect, test } from "vitest";
import { cells } from "../../../src/report/terminal-text.ts";
import { firstDifference } from "./first-difference.ts";

describe("the first difference of two texts", () => {
  test("is shown from the tag it stands in to a little behind it", () => {
    const page = (name: string): string =>
      `<html><body><p class="${name}">By Ada Lund, who has more to say than fits</p></body>`;
    expect(firstDifference(page("byline"), page("byline wide"), 80)).toEqual({
      before: '…<p class="byline">By Ada Lund, who h…',
      after: '…<p class="byline wide">By Ada Lund, who h…',
    });
  });

  test("is shown from its line where there is no tag", () => {
    expect(firstDifference("one\ntwo\nthree", "one\n2\nthree", 80)).toEqual({
      before: "…two\\nthree",
      after: "…2\\nthree",
    });
  });

  test("is in view however far from a tag it stands and however narrow the terminal is", () => {
    const text = (word: string): string => `<p>${"far ".repeat(50)}${word}${" away".repeat(50)}`;
    const { before, after } = firstDifference(text("old"), text("new"), 40);
    expect(before).toContain("old");
    expect(after).toContain("new");
    expect([before, after].map(cells)).toEqual([expect.closeTo(40, -1), expect.closeTo(40, -1)]);
  });

  test("is in view where each character is two columns wide", () => {
    const text = (word: string): string => `${"漢".repeat(90)}${word}${"字".repeat(90)}`;
    const { before, after } = firstDifference(text("旧"), text("新"), 60);
    expect(before).toContain("旧");
    expect(after).toContain("新");
    for (const line of [before, after]) expect(cells(line)).toBeLessThanOrEqual(60);
  });

  test("may be the end of one of them", () => {
    expect(firstDifference("same", "same, and more", 80)).toEqual({
      before: "same",
      after: "same, and more",
    });
    expect(firstDifference("", "x", 80)).toEqual({ before: "", after: "x" });
  });

  test("of repeated letters is no longer than what was added", () => {
    expect(firstDifference("aaa", "aaaa", 80)).toEqual({ before: "aaa", after: "aaaa" });
  });

  test("parts no character of two units", () => {
    expect(firstDifference("🦀🦀", "🦀🦁", 80)).toEqual({ before: "🦀🦀", after: "🦀🦁" });
    const crabs = "🦀".repeat(40);
    const { before } = firstDifference(`a${crabs}1b${crabs}`, `a${crabs}2b${crabs}`, 80);
    expect(before).toBe(`…${"🦀".repeat(13)}1b${"🦀".repeat(9)}…`);
  });

  test("shows what nobody sees, and nothing that a terminal would obey", () => {
    const bell = String.fromCharCode(7);
    const escape = String.fromCharCode(27);
    expect(
      firstDifference(`a b${escape}[31m`, `a\u00A0b${escape}[31m${bell}\u202Etide\n`, 80),
    ).toEqual({
      before: "a b\\u{1b}[31m",
      after: "a\\u{a0}b\\u{1b}[31m\\u{7}\\u{202e}tide\\n",
    });
  });
});
