import { expect, test } from "vitest";
import { isTypable, typed } from "./quoted.ts";

test("what can be typed is told in full, and only what is longer is cut", () => {
  const longest = "a".repeat(240);
  expect(isTypable(longest)).toBe(true);
  expect(typed(longest)).toBe(`\`${longest}\``);
  expect(isTypable(`${longest}a`)).toBe(false);
  expect(typed(`${longest}a`)).toBe(`\`${"a".repeat(60)}…\``);
});
