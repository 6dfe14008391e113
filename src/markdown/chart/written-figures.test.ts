import { expect, test } from "vitest";
import { figuresMeant, isNoFigure, joinedFigure } from "./written-figures.ts";

test.each([
  ["40%", ["40"]],
  ["€ 3.50", ["3.50"]],
  ["$1,200.5", ["1200.5"]],
  ["1.234,5 €", ["1234.5"]],
  ["1 234", ["1234"]],
  ["1’234’567", ["1234567"]],
  ["1,234,567", ["1234567"]],
  ["1.234.567", ["1234567"]],
  ["1.234,5,6", []],
  ["1,5", ["1.5"]],
  ["−3,25", ["-3.25"]],
  ["1,234", ["1234", "1.234"]],
  ["EUR 12", ["12"]],
  ["about forty", []],
  ["3 million", []],
  ["12/13", []],
])("%s means %j", (cell, figures) => {
  expect(figuresMeant(cell)).toEqual(figures);
});

test("what stands for no figure is told from what is one", () => {
  expect(["n/a", "-", "–", "..", "NA", "?"].every(isNoFigure)).toBe(true);
  expect(["0", "40%", "many"].some(isNoFigure)).toBe(false);
});

test("a figure that its commas parted is put together", () => {
  expect(joinedFigure(["2025", "1", "234"])).toBe("1234");
  expect(joinedFigure(["2025", "1", "234", "567.5"])).toBe("1234567.5");
  expect(joinedFigure(["2025", "12", "13"])).toBeUndefined();
});
