import { expect, test } from "vitest";
import { literalPattern } from "./literal-pattern.ts";

test.each(["", "u"])("every sign stands for itself, with the flags '%s'", (flags) => {
  const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 0x20 + at));
  for (const text of [ascii, ...ascii, "[^a-z]{2,}", "C:\\new", "naïve 日本 🙂"]) {
    const pattern = new RegExp(`^${literalPattern(text)}$`, flags);
    expect(pattern.test(text), text).toBe(true);
    expect(pattern.test(`${text}x`), text).toBe(false);
  }
});
