import { afterEach, expect, test, vi } from "vitest";
import { currentTier, pickedFrom } from "./tier.ts";

afterEach(() => vi.unstubAllEnvs());

const series = ["a", "b", "c", "d", "e"];

test("of a long series so many in a row are tried as the seed leads to, and at its end those at its beginning", () => {
  vi.stubEnv("TESTS_TIER", "all");
  expect(pickedFrom(series, 2, 6)).toEqual(["b", "c"]);
  expect(pickedFrom(series, 3, 4)).toEqual(["e", "a", "b"]);
  expect(pickedFrom(series, 7, 3)).toEqual(series);
});

test("at night all of it is tried", () => {
  vi.stubEnv("TESTS_TIER", "nightly");
  expect(pickedFrom(series, 2, 3)).toEqual(series);
});

test("a test file that is run by itself is run as before a change lands", () => {
  vi.stubEnv("TESTS_TIER", undefined);
  expect(currentTier()).toBe("all");
});
