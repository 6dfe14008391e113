import { expect, test } from "vitest";
import { isSlug, slugify } from "./slug.ts";

test.each([
  ["Core Update", "core-update"],
  ["C++", "c-plus-plus"],
  ["C#", "c-sharp"],
  ["R&D", "r-and-d"],
  ["Editor’s pick", "editors-pick"],
  ["  Ünïcode — 東京 ", "ünïcode-東京"],
  ["ﬁ", "fi"],
  ["😀", "u1f600"],
  ["--", "u2d-u2d"],
])("%s becomes %s", (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

test("what a slug is made of stays as it is", () => {
  for (const text of ["a", "core-update", "c-plus-plus", "ünïcode-東京", "u1f600", "2024"]) {
    expect(slugify(text)).toBe(text);
    expect(isSlug(text)).toBe(true);
  }
});

test.each(["", "A", "a b", "a--b", "-a", "a-", "a/b", "a%", "a?", "e\u0301", "😀", ".."])(
  "%j cannot stand in an address",
  (text) => {
    expect(isSlug(text)).toBe(false);
  },
);
