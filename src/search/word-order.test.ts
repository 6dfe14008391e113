import { expect, test } from "vitest";
import { compareCodePoints, groupOf, LAST, lastBefore } from "./word-order.ts";

test("words are ordered as their UTF-8 is", () => {
  const words = ["", "a", "ab", "b", "é", "\uD7FF", "\uE000", "\uFFFD", "😀", "😀a", "😁", "𠀀"];
  const byBytes = words.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(words.toSorted(compareCodePoints)).toEqual(byBytes);
  expect(words.toReversed().sort(compareCodePoints)).toEqual(byBytes);
});

test("a group is the first three letters, whole ones", () => {
  expect(["", "a", "harbour", "har", "水", "😀😁😀😁"].map(groupOf)).toEqual([
    "",
    "a",
    "har",
    "har",
    "水",
    "😀😁😀",
  ]);
});

test.each(["har", "b", "\uE000", "a\u0000", "😀"])(
  "what comes last before %j comes before it and after all else",
  (bound) => {
    const last = lastBefore(bound);
    expect(compareCodePoints(last, bound)).toBeLessThan(0);
    const signs = [...bound];
    const stem = signs.slice(0, -1).join("");
    expect(compareCodePoints(stem, last)).toBeLessThanOrEqual(0);
    if (bound !== "a\u0000") expect(last.endsWith(LAST)).toBe(true);
  },
);
