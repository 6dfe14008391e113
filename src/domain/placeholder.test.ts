import { expect, test } from "vitest";
import { placeholder, placeholderIn, placeholdersIn, unknownDay } from "./placeholder.ts";

test.each([
  [placeholder("the headline"), "WRITE THE HEADLINE HERE"],
  [`A note: ${placeholder("what is new")}.`, "WRITE WHAT IS NEW HERE"],
  ["https://WRITE-THE-ADDRESS-HERE/", "WRITE-THE-ADDRESS-HERE"],
  [unknownDay(), "YYYY-MM-DD"],
  [unknownDay("2026-03"), "DD"],
  [`${unknownDay("2026-03")} hh:mm`, "DD hh:mm"],
])("%j holds the place of something: %j", (text, found) => {
  expect(placeholderIn(text)).toBe(found);
});

test.each([
  "Write the headline here",
  "SPRING IS HERE",
  "WRITE HERE",
  "2026-03-01",
  "A DD-day",
  "",
])("%j is an author's own", (text) => {
  expect(placeholderIn(text)).toBeUndefined();
});

test("every place that is held in a long text is found, in order", () => {
  const text = `2026-03-DD. ${placeholder("a")} and\n${placeholder("the other")}, HERE.`;
  const found = [...placeholdersIn(text)].map(({ index, written }) => [
    written,
    text.slice(index, index + written.length),
  ]);
  expect(found).toEqual([
    ["DD", "DD"],
    [placeholder("a"), placeholder("a")],
    [placeholder("the other"), placeholder("the other")],
  ]);
});

test("a long text of beginnings is looked through in proportion to its length", () => {
  const text = "WRITE ".repeat(300_000);
  expect(placeholderIn(text)).toBeUndefined();
  expect([...placeholdersIn(text)]).toEqual([]);
});
