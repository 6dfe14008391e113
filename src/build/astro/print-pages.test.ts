import { expect, test } from "vitest";
import { helpingThreads } from "./print-pages.ts";

test("there are as many threads as further cores, but none where each had little to do, and not too many", () => {
  expect(helpingThreads(150, 2)).toBe(1);
  expect(helpingThreads(150, 4)).toBe(3);
  expect(helpingThreads(150, 1)).toBe(0);
  expect(helpingThreads(3, 8)).toBe(0);
  expect(helpingThreads(45, 8)).toBe(2);
  expect(helpingThreads(1500, 64)).toBe(7);
});
