import { expect, test } from "vitest";
import { short } from "./short-number.ts";

test.each([
  [0, "0"],
  [-0.04, "0"],
  [0.26, ".3"],
  [-0.26, "-.3"],
  [10, "10"],
  [100.04, "100"],
  [12.345, "12.3"],
])("%d is written %s", (value, text) => {
  expect(short(value)).toBe(text);
});

test("as many decimals as asked for are kept", () => {
  expect(short(0.0345, 4)).toBe(".0345");
  expect(short(120, 0)).toBe("120");
});
