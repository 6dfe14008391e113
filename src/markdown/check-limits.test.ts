import { expect, test } from "vitest";
import { exceededLimit } from "./check-limits.ts";

function table(columns: number, rows: number): string {
  const row = (cell: string): string => `|${`${cell}|`.repeat(columns)}\n`;
  return `Words.\n\n${row("a")}${row("-")}${row("b").repeat(rows)}`;
}

test("a table that would have too many cells is refused where it begins", () => {
  expect(exceededLimit(table(12, 7000), "md")).toBeUndefined();
  expect(exceededLimit(table(12, 9000), "md")).toMatchObject({
    line: 4,
    message: expect.stringContaining("more than 100,000 table cells"),
  });
});

test("a table of few columns may be as long as a text", () => {
  expect(exceededLimit(table(3, 40_000), "md")).toBeUndefined();
});

test("the cells of all tables count together, and those that rows leave out", () => {
  expect(exceededLimit(`${table(12, 3500)}\n\n${table(12, 3000)}`, "md")).toBeUndefined();
  expect(exceededLimit(`${table(12, 4500)}\n\n${table(12, 4500)}`, "md")).toMatchObject({
    line: 4510,
    message: expect.stringContaining("more than 100,000 table cells"),
  });
  expect(exceededLimit(`${table(8, 1)}${"|\n".repeat(20_000)}`, "md")).toMatchObject({ line: 4 });
});

test("a word of thousands of underscores is refused where it begins, and words that have some are not", () => {
  const line = (words: string, times: number): string => `Words.\n\nSee ${words.repeat(times)}.\n`;
  for (const [word, times] of [
    ["_a", 5000],
    ["some_word ", 150_000],
    ["é_", 500_000],
    ["__", 1],
  ] as const)
    expect(exceededLimit(line(word, times), "md")).toBeUndefined();
  for (const format of ["md", "mdx"] as const)
    for (const word of ["_a", "a_", "x.y_-"])
      expect(exceededLimit(line(word, 50_000), format)).toMatchObject({
        line: 3,
        column: 5,
        message: expect.stringContaining("more underscores within words than can be read"),
      });
});

test("many words together are refused, too", () => {
  expect(exceededLimit(`${"_a".repeat(2000)} `.repeat(200), "md")).toMatchObject({ line: 1 });
});
