import { expect, test } from "vitest";
import type { WordPage } from "../index-form.ts";
import { eitherPages, pagesSideBySide, readPlaces, writePlaces } from "./word-pages.ts";

const page = (number: number, ...places: number[]): WordPage => [number, places, [-1, 0]];

test("places are counted from the one before of the same weight", () => {
  const places = [-9, 4, 3, -25, 2, 9];
  expect(readPlaces(places)).toEqual(
    new Map([
      [4, 8],
      [7, 8],
      [2, 24],
      [11, 24],
    ]),
  );
  expect(writePlaces(readPlaces(places))).toEqual(places);
  expect(readPlaces([3, 1])).toEqual(
    new Map([
      [3, 24],
      [4, 24],
    ]),
  );
});

test("words side by side stand where each is followed by the next", () => {
  const end = [page(1, -25, 0, 2), page(4, -25, 7)];
  const to = [page(1, -25, 1), page(3, -25, 0), page(4, -241, 9)];
  expect(pagesSideBySide([end, to])).toEqual([page(1, -25, 0, 1)]);
  expect(pagesSideBySide([end, to, end])).toEqual([page(1, -25, 0, 1, 1)]);
  expect(pagesSideBySide([to, end, to])).toEqual([]);
  expect(pagesSideBySide([end])).toEqual(end);
  expect(pagesSideBySide([end, []])).toEqual([]);
});

test("either word stands where any does, with what it weighs most", () => {
  expect(eitherPages([[page(4, -25, 7)], [page(1, -25, 0), page(4, -13, 5, 2)]])).toEqual([
    page(1, -25, 0),
    page(4, -13, 5, -25, 7),
  ]);
  expect(eitherPages([])).toEqual([]);
});
