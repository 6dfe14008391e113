import { describe, expect, test } from "vitest";
import { dayOf, isoWithOffset, isTimezone, parseDate } from "./dates.ts";

const utc = (text: string): number => Date.parse(text);

describe("a plain day begins at midnight in the publication's zone", () => {
  test.each([
    ["2026-01-15", "UTC", "2026-01-15T00:00:00Z"],
    ["2026-01-15", "America/New_York", "2026-01-15T05:00:00Z"],
    ["2026-07-15", "America/New_York", "2026-07-15T04:00:00Z"],
    // The day on which clocks go forward, and the one on which they go back.
    ["2026-03-08", "America/New_York", "2026-03-08T05:00:00Z"],
    ["2026-03-09", "America/New_York", "2026-03-09T04:00:00Z"],
    ["2026-11-01", "America/New_York", "2026-11-01T04:00:00Z"],
    ["2026-11-02", "America/New_York", "2026-11-02T05:00:00Z"],
    ["2026-06-01", "Asia/Kolkata", "2026-05-31T18:30:00Z"],
    ["2026-06-01", "Pacific/Kiritimati", "2026-05-31T10:00:00Z"],
    ["2026-06-01", "Pacific/Pago_Pago", "2026-06-01T11:00:00Z"],
    // Clocks jump from midnight to one: the day begins at the jump.
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
  ])("%s in %s", (day, timezone, instant) => {
    expect(parseDate(day, timezone)).toEqual({ instant: utc(instant), day, timed: false });
  });

  test("and is that day there, all year round", () => {
    for (const timezone of [
      "America/Sao_Paulo",
      "Europe/London",
      "Asia/Tehran",
      "Australia/Lord_Howe",
    ]) {
      for (
        let at = utc("2018-01-01T00:00:00Z");
        at < utc("2019-01-01T00:00:00Z");
        at += 86_400_000
      ) {
        const day = new Date(at).toISOString().slice(0, 10);
        const { instant = 0 } = parseDate(day, timezone) ?? {};
        expect(dayOf(instant, timezone)).toBe(day);
        expect(dayOf(instant - 1, timezone) < day).toBe(true);
      }
    }
  });
});

test.each([
  ["2026-03-31T09:30:00Z", "2026-03-31T09:30:00Z", "2026-03-31"],
  ["2026-03-31T23:30-05:00", "2026-04-01T04:30:00Z", "2026-04-01"],
  ["2026-03-31 09:30:15.25 +0200", "2026-03-31T07:30:15Z", "2026-03-31"],
  ["2026-03-31t09:30:00z", "2026-03-31T09:30:00Z", "2026-03-31"],
])("%s is an instant", (text, instant, day) => {
  expect(parseDate(text, "UTC")).toEqual({ instant: utc(instant), day, timed: true });
});

test.each([
  "",
  "2026-02-30",
  "2025-02-29",
  "2026-13-01",
  "2026-00-10",
  "0000-01-01",
  "2026-3-1",
  "31.03.2026",
  "tomorrow",
  "2026-03-31T09:30:00",
  "2026-03-31T24:00:00Z",
  "2026-03-31T09:60:00Z",
  "2026-02-30T09:00:00Z",
  "2026-03-31T09:30:00+99:00",
  "2026-03-31T09:30:00Z and more",
])("%j is no date", (text) => {
  expect(parseDate(text, "UTC")).toBeUndefined();
});

test("an instant is told with the offset of its zone", () => {
  expect(isoWithOffset(utc("2026-07-01T12:00:00Z"), "America/New_York")).toBe(
    "2026-07-01T08:00:00-04:00",
  );
  expect(isoWithOffset(utc("2026-01-01T12:00:00Z"), "Asia/Kolkata")).toBe(
    "2026-01-01T17:30:00+05:30",
  );
  expect(isoWithOffset(utc("2026-01-01T12:00:00Z"), "UTC")).toBe("2026-01-01T12:00:00+00:00");
});

test("zones are known by their IANA names", () => {
  expect(["Europe/London", "UTC", "London", ""].map(isTimezone)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
