import { expect, test } from "vitest";
import { areAmong, markOf, marksOf } from "./reference-marks.ts";

test("a mark is short and the same on every machine", () => {
  expect(["", "index.html", "media/é.webp"].map(markOf)).toMatchInlineSnapshot(`
    [
      "OZiqCX",
      "RcEBir",
      "WdvbED",
    ]
  `);
});

test("paths that differ little have marks that differ", () => {
  const paths = Array.from({ length: 100_000 }, (_, number) => `media/picture-${number}.webp`);
  expect(new Set(paths.map(markOf)).size).toBe(paths.length);
  // Every character of a mark tells paths apart as well as any other.
  for (let at = 0; at < 6; at += 1) {
    const counts = Map.groupBy(paths, (path) => markOf(path)[at]);
    expect(counts.size).toBe(64);
    for (const { length } of counts.values())
      expect(Math.abs(length - 100_000 / 64)).toBeLessThan(250);
  }
});

test("marks of a file are among known ones only if each is", () => {
  const known = new Set(["a.png", "b.css", "c.js"].map(markOf));
  expect(areAmong(marksOf([]), known)).toBe(true);
  expect(areAmong(marksOf(["b.css", "a.png"]), known)).toBe(true);
  expect(areAmong(marksOf(["a.png", "d.png"]), known)).toBe(false);
  expect(areAmong(marksOf(["d.png", "a.png"]), known)).toBe(false);
});
