import { describe, expect, test } from "vitest";
import { parseYaml } from "./yaml-document.ts";

describe("YAML that is read", () => {
  test("dates and words stay text", () => {
    const { document } = parseYaml("date: 2026-03-01\nyes: no\nat: 09:30\nfree: ~\n", "a.md");
    expect(document?.value).toEqual({ date: "2026-03-01", yes: "no", at: "09:30", free: null });
  });

  test("every key and value has its place in the file, whatever the line ends", () => {
    for (const end of ["\n", "\r\n"]) {
      const { document } = parseYaml(
        ["title: 😀 A", "image:", "  src: a.jpg", "tags: [x, y]", ""].join(end),
        "a.md",
        2,
      );
      expect(document?.locationOf(["title"])).toEqual({ line: 2, column: 8, length: 4 });
      expect(document?.locationOf(["image", "src"])).toEqual({ line: 4, column: 8, length: 5 });
      expect(document?.locationOf(["tags", 1])).toEqual({ line: 5, column: 11, length: 1 });
      expect(document?.locationOfKey(["image"])).toEqual({ line: 3, column: 1, length: 5 });
      expect(document?.locationOf(["image", "alt"])).toMatchObject({ line: 4 });
      expect(document?.locationOf(["absent"])).toEqual({ line: 1, column: 1, length: 3 });
    }
  });
});

test.each([
  ["a: b: c\n", "yaml/syntax", 1, 4],
  ['a: "open\nb: c\n', "yaml/syntax", 1, 4],
  ["a: 1\na: 2\n", "yaml/syntax", 2, 1],
  ["a: [1, 2\n", "yaml/syntax", 1, 4],
  ["a: !!binary x\n", "yaml/syntax", 1, 4],
  ["a: &x 1\nb: *x\n", "yaml/alias", 2, 4],
  ['a: "x\\e"\n', "yaml/control-character", 1, 6],
  ['"\\0": x\n', "yaml/control-character", 1, 2],
  ['a: ["\\ud83d\\ude00", "\\ud83d"]\n', "yaml/control-character", 1, 22],
  ["- a\n- b\n", "yaml/not-a-map", 1, 1],
  ["words", "yaml/not-a-map", 1, 1],
  ["", "yaml/not-a-map", 1, 1],
  [`a: ${"[".repeat(65)}`, "yaml/syntax", 1, 68],
  [`a:\n  ${"- ".repeat(65)}x\n`, "yaml/syntax", 2, 1],
  [`a: ${"x".repeat(70_000)}`, "file/too-large", 1, 1],
])("%.30j is refused", (text, code, line, column) => {
  const { document, diagnostics } = parseYaml(text, "a.yaml");
  expect(document).toBeUndefined();
  expect(diagnostics[0]).toMatchObject({ code, line, column });
});

test("YAML is read up to its longest, and no further", () => {
  expect(parseYaml("a: 12", "a.yaml", 1, 5).document?.value).toEqual({ a: 12 });
  expect(parseYaml("a: 12", "a.yaml", 1, 4).diagnostics[0]?.message).toContain("at most 4");
});

test("no text at all makes the parser throw", () => {
  const signs = [
    "a",
    ":",
    " ",
    "\n",
    "- ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "&x",
    "*x",
    "!t",
    "|",
    "#",
    "\t",
    "é",
    "---",
  ];
  let state = 7;
  for (let number = 0; number < 2000; number += 1) {
    let text = "";
    for (let at = 0; at < 12; at += 1) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      text += signs[Math.floor((state / 2_147_483_648) * signs.length)] ?? "";
    }
    const { document, diagnostics } = parseYaml(text, "a.yaml");
    expect(document === undefined, text).toBe(diagnostics.length > 0);
    for (const { line, column } of diagnostics)
      expect(Math.min(line, column), text).toBeGreaterThan(0);
  }
});
