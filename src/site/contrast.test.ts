import { expect, test } from "vitest";
import { contrast, mixed, standOut } from "./contrast.ts";

test("contrast is what WCAG computes", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test("a colour that stands out enough stays as it is", () => {
  expect(standOut("#1f5c8b", "#fdfcf9", 4.5)).toBe("#1f5c8b");
});

test.each([
  ["#ffcc00", "#fdfcf9", 4.5],
  ["#1f5c8b", "#171513", 7],
  ["#808080", "#171513", 7],
])("%s is moved on %s until it stands out by %d", (colour, ground, atLeast) => {
  const found = standOut(colour, ground, atLeast);
  expect(contrast(found, ground)).toBeGreaterThanOrEqual(atLeast);
  expect(contrast(found, ground)).toBeLessThan(atLeast + 0.15);
});

test("where no colour stands out enough, the end of the scale is given", () => {
  expect(standOut("#777777", "#777777", 7)).toBe("#000000");
});

test("a mixture lies between its two colours", () => {
  expect(mixed("#ffffff", "#000000", 0)).toBe("#ffffff");
  expect(mixed("#ffffff", "#000000", 1)).toBe("#000000");
  expect(mixed("#ffffff", "#000000", 0.5)).toBe("#636363");
});
