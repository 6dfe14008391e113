import { expect, test } from "vitest";
import { yearsBetween } from "./age-notice-client.ts";

const years = (from: string, to: string): number => yearsBetween(new Date(from), new Date(to));

test("a year is full on its anniversary and not a second before", () => {
  expect(years("2023-12-03T10:00:00Z", "2024-12-03T09:59:59Z")).toBe(0);
  expect(years("2023-12-03T10:00:00Z", "2024-12-03T10:00:00Z")).toBe(1);
  expect(years("2023-12-03T10:00:00Z", "2026-11-24T12:00:00Z")).toBe(2);
  expect(years("1999-12-31T23:30:00-05:00", "2026-01-01T04:30:00Z")).toBe(26);
});

test("what was published on a leap day is a year old on the first of March", () => {
  expect(years("2024-02-29T00:00:00Z", "2025-02-28T23:59:59Z")).toBe(0);
  expect(years("2024-02-29T00:00:00Z", "2025-03-01T00:00:00Z")).toBe(1);
});

test("what is dated later than a reader's clock, or not at all, has no age", () => {
  expect(years("2026-12-01T00:00:00Z", "2026-11-24T00:00:00Z")).toBeLessThan(1);
  expect(years("", "2026-11-24T00:00:00Z")).toBeNaN();
});
