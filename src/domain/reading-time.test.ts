import { expect, test } from "vitest";
import { readingMinutes } from "./reading-time.ts";

test("a text takes whole minutes, by the words that readers of its language take in", () => {
  expect(readingMinutes(228, "en")).toBe(1);
  expect(readingMinutes(228 * 4 + 113, "en-GB")).toBe(4);
  expect(readingMinutes(228 * 4 + 115, "EN")).toBe(5);
  expect(readingMinutes(912, "fr")).toBe(5);
  expect(readingMinutes(912, "ar")).toBe(7);
});

test("characters are counted where words are not parted", () => {
  expect(readingMinutes(2550, "zh-Hant")).toBe(10);
});

test("nothing is said of what is read in less than a minute, nor of languages that were not measured", () => {
  expect(readingMinutes(227, "en")).toBeUndefined();
  expect(readingMinutes(0, "en")).toBeUndefined();
  expect(readingMinutes(5000, "th")).toBeUndefined();
});
