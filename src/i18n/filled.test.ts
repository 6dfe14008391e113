import { expect, test } from "vitest";
import { filled } from "./filled.ts";

test("values stand in the place of their placeholders, wherever and however often those stand", () => {
  expect(filled("{name}, {count} of {name}", { name: "A", count: "3" })).toBe("A, 3 of A");
});

test("a value may hold what looks like a placeholder or a pattern", () => {
  expect(filled("{a} and {b}", { a: "{b}", b: "$&" })).toBe("{b} and $&");
});

test("a placeholder without a value stays", () => {
  expect(filled("{a} {toString}", {})).toBe("{a} {toString}");
});
