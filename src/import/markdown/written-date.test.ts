import { expect, test } from "vitest";
import { isImpossibleDay, localTime, readDate } from "./written-date.ts";

const NEW_YORK = { timezone: "America/New_York", local: "America/New_York" };

test.each<[string, string]>([
  ["2019-05-03", "2019-05-03"],
  ["2019-5-3", "2019-05-03"],
  ["2019/05/03", "2019-05-03"],
  ["2019-05-03T10:00:00Z", "2019-05-03T10:00:00Z"],
  ["2019-05-03 10:00:00 -0800", "2019-05-03T10:00:00-08:00"],
  ["2019-05-03 10:00:00.123 +05:30", "2019-05-03T10:00:00+05:30"],
  ["2019-05-03 10:00 UTC", "2019-05-03T10:00:00Z"],
  ["2019-05-03 10:00:00 EST", "2019-05-03T10:00:00-05:00"],
  ["2019-05-03 10:00", "2019-05-03T10:00:00-04:00"],
  ["2019-12-03T10:00:00", "2019-12-03T10:00:00-05:00"],
  ["Jul 08 2022", "2022-07-08"],
  ["July 8th, 2022", "2022-07-08"],
  ["8 July 2022", "2022-07-08"],
  ["Fri, 08 Jul 2022 10:00:00 GMT", "2022-07-08T10:00:00Z"],
])("%s is %s", (written, date) => {
  expect(readDate(written, NEW_YORK)).toEqual({ date });
});

test.each<[string, string]>([
  ["2026-02-30", "there is no day 2026-02-30"],
  ["2026-13-01T10:00:00Z", "there is no day 2026-13-01"],
  ["30 February 2026", "there is no day 2026-02-30"],
  ["soon", "`soon` is no date that can be read"],
  ["2026-01-01 10:00 XYZ", "the time zone `XYZ` is not known"],
  ["2026-01-01 25:00", "`2026-01-01 25:00` is no date that can be read"],
  ["2026-01-01T25:00:00Z", "`2026-01-01T25:00:00Z` is no date that can be read"],
])("%s is refused", (written, fault) => {
  expect(readDate(written, NEW_YORK)).toEqual({ fault });
});

test("a time with seconds may be one of another zone", () => {
  const zones = { ...NEW_YORK, localWithSeconds: "UTC" };
  expect(readDate("2019-05-03 01:00:00", zones)).toEqual({ date: "2019-05-02T21:00:00-04:00" });
  expect(readDate("2019-05-03 01:00", zones)).toEqual({ date: "2019-05-03T01:00:00-04:00" });
});

test("local times are those of the clocks in a time zone", () => {
  expect(localTime("2019-05-03", "UTC")).toBe("2019-05-03T00:00:00");
  expect(localTime("2019-05-03T02:00:00Z", "America/New_York")).toBe("2019-05-02T22:00:00");
  expect(isImpossibleDay("2024-02-29")).toBe(false);
});
