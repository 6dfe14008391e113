import { describe, expect, test } from "vitest";
import { LARGEST_REDIRECTS, LARGEST_TEXT, readText } from "./read-text.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? utf8(part) : Buffer.of(part))));

describe("text that is sound", () => {
  test.each(["", "Words.\n", "One\r\nTwo\r\n", "Tabs\tand 😀 and 東京", "é"])(
    "%j stays as it is",
    (text) => {
      expect(readText(utf8(text), "a.md")).toEqual({ text, diagnostics: [] });
    },
  );

  test("a byte order mark is taken off", () => {
    expect(readText(utf8("\uFEFFWords"), "a.md").text).toBe("Words");
  });
});

describe("the first byte that is not UTF-8 is named at its place", () => {
  test.each([
    ["a Latin-1 letter before a blank", bytes("One\ncaf", 0xe9, " au lait"), 2, 4, "`café`"],
    ["a stray continuation", bytes("ab", 0x80, "c"), 1, 3, "`ab€c`"],
    ["an overlong form", bytes("ab", 0xc0, 0x80), 1, 3, "`abÀ€`"],
    ["a surrogate", bytes("a", 0xed, 0xa0, 0x80), 1, 2, "incomplete character"],
    ["an end within a character", bytes("😀\n", 0xf0, 0x9f, 0x98), 2, 1, "incomplete character"],
    ["a fault after a byte order mark", bytes("\uFEFFab", 0xff), 1, 3, "`abÿ`"],
    ["a fault after letters of two units", bytes("😀😀", 0xff), 1, 5, "`😀😀ÿ`"],
  ])("%s", (_, data, line, column, said) => {
    const [found] = readText(data, "a.md").diagnostics;
    expect(found).toMatchObject({ code: "file/not-utf8", line, column });
    expect(found?.message).toContain(said);
  });

  test("a fault is found wherever it lies", () => {
    const valid = "Wörter 😀 und 東京, ".repeat(20);
    for (let at = 0; at < 200; at += 1) {
      const characters = Array.from(valid);
      const before = characters.slice(0, at).join("");
      const [found] = readText(
        bytes(before, 0xff, characters.slice(at).join("")),
        "a.md",
      ).diagnostics;
      expect(found?.column).toBe(before.length + 1);
    }
  });

  test("UTF-16 is called by its name", () => {
    const [found] = readText(Buffer.from("\uFEFFWords", "utf16le"), "a.md").diagnostics;
    expect(found?.message).toContain("UTF-16");
  });
});

test("control characters are told one by one, up to twenty", () => {
  expect(readText(utf8("a\u0000b\n😀\u001Bc"), "a.md").diagnostics).toMatchObject([
    { code: "file/control-character", line: 1, column: 2 },
    { code: "file/control-character", line: 2, column: 3 },
  ]);
  expect(readText(utf8("\u0001".repeat(50)), "a.md").diagnostics).toHaveLength(20);
});

test("a file beyond the limit is not decoded", () => {
  const { text, diagnostics } = readText(new Uint8Array(LARGEST_TEXT + 1), "a.md");
  expect(text).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: "file/too-large" }]);
});

test("a list of redirects may be longer than an article, and is told what to do", () => {
  const bytes = new Uint8Array(LARGEST_TEXT + 1).fill(0x20);
  expect(readText(bytes, "redirects.yaml", LARGEST_REDIRECTS).text).toHaveLength(LARGEST_TEXT + 1);
  const [diagnostic] = readText(
    new Uint8Array(LARGEST_REDIRECTS + 7),
    "redirects.yaml",
    LARGEST_REDIRECTS,
  ).diagnostics;
  expect(diagnostic?.message).toBe("This file has 20,000,007 bytes; at most 20,000,000 are read.");
  expect(diagnostic?.fix).toBe("Remove what is no longer needed, at least 7 bytes.");
});
