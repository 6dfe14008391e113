import { expect, test } from "vitest";
import type { WordPage } from "../pagefind/index-format.ts";
import { eitherPages, pagesSideBySide } from "./word-pages.ts";

const page = (number: number, ...places: number[]): WordPage => [number, places, [-1, 0]];

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
