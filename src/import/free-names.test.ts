import { expect, test } from "vitest";
import { freeNames } from "./free-names.ts";

test("each name is given once, with a number where it is taken, whatever its case", () => {
  const free = freeNames(["about"]);
  expect(["pier", "Pier", "pier", "about", "a/b.jpg", "a/b.jpg", "c.d/e"].map(free)).toEqual([
    "pier",
    "Pier-2",
    "pier-3",
    "about-2",
    "a/b.jpg",
    "a/b-2.jpg",
    "c.d/e",
  ]);
});

test("a number that is taken itself is passed over", () => {
  expect(["pier-2", "pier", "pier"].map(freeNames())).toEqual(["pier-2", "pier", "pier-3"]);
});

test("a long name with a number is cut to what the check takes", () => {
  const long = `a/${"b".repeat(199)}`;
  expect([long, long].map(freeNames())).toEqual([long, `a/${"b".repeat(198)}-2`]);
});
