import { expect, test } from "vitest";
import { readPositions, writePositions } from "./word-positions.ts";

test("places are counted from the one before of the same weight", () => {
  const places = [-9, 4, 3, -25, 2, 9];
  expect(readPositions(places)).toEqual(
    new Map([
      [4, 8],
      [7, 8],
      [2, 24],
      [11, 24],
    ]),
  );
  expect(writePositions(readPositions(places))).toEqual(places);
  expect(readPositions([3, 1])).toEqual(
    new Map([
      [3, 24],
      [4, 24],
    ]),
  );
});

test("a place that holds a word twice is written twice", () => {
  expect(
    writePositions([
      [7, 12],
      [4, 24],
      [7, 12],
    ]),
  ).toEqual([-13, 7, 0, -25, 4]);
});
