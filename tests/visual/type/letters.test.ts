import { expect, test } from "vitest";
import { lettersOf, LETTER_SETS } from "./letters.ts";

test("a range is every character in it, control characters left out", () => {
  expect(lettersOf({ range: "U+0000-0022, U+0041-0043, U+20AC" })).toBe(' !"ABC€');
});

test("no letter is in two sets, so no page fetches a file in vain", () => {
  const all = LETTER_SETS.flatMap((set) => [...lettersOf(set)]);
  expect(all.filter((letter, index) => all.indexOf(letter) !== index)).toEqual([]);
});

test("the first set holds what western European texts are written in", () => {
  const [latin] = LETTER_SETS;
  const letters = lettersOf(latin ?? { range: "" });
  for (const letter of "aZ09“”‘’–—…éßœŒçñøåÿŸšž€™−×\u00a0\u202f") expect(letters).toContain(letter);
});
