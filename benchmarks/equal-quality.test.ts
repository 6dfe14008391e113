import { expect, test } from "vitest";
import { bytesAt, geometricMean } from "./equal-quality.ts";

const points = [
  { bytes: 1000, difference: 4 },
  { bytes: 4000, difference: 2 },
  { bytes: 16_000, difference: 1 },
];

test("a difference that was measured has the bytes that were", () => {
  for (const { bytes, difference } of points)
    expect(bytesAt(points, difference)).toBeCloseTo(bytes, 6);
});

test("between two, bytes grow by the same factor for the same step", () => {
  expect(bytesAt(points, 3)).toBeCloseTo(2000, 6);
  expect(bytesAt(points, 1.5)).toBeCloseTo(8000, 6);
});

test("nothing is said of what is better or worse than all that was measured", () => {
  expect(bytesAt(points, 0.9)).toBeUndefined();
  expect(bytesAt(points, 4.1)).toBeUndefined();
  expect(bytesAt([], 1)).toBeUndefined();
});

test("twice and half are the same as once", () => {
  expect(geometricMean([2, 0.5])).toBeCloseTo(1, 12);
  expect(geometricMean([])).toBeNaN();
});
