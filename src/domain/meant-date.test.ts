import { describe, expect, test } from "vitest";
import { readDate } from "./meant-date.ts";

function datesOf(written: string, zone = "Europe/London", year?: number): string[] {
  return readDate(written, zone, year).meant.map(({ date }) => date);
}

describe("a day", () => {
  test.each([
    "2026-3-12",
    "2026/03/12",
    "2026.3.12",
    "2026 03 12",
    "20260312",
    "2026–03–12",
    "12 March 2026",
    "12th of March, 2026",
    "12-Mar-2026",
    "Thursday 12 March 2026",
    "Thu, 12 Mar 2026",
    "March 12, 2026",
    "Mar. 12th, 2026",
    "March 12 26",
    "2026 March 12",
    "12. März 2026",
    "12 mars 2026",
    "jeudi 12 mars 2026",
    "12 de marzo de 2026",
    "12 marzo 2026",
    "12 марта 2026",
    "12 marca 2026",
    "2026. március 12.",
    "2026年3月12日",
  ])("%s is understood", (written) => {
    expect(datesOf(written)).toEqual(["2026-03-12"]);
  });

  test.each([
    ["3/12/2026", ["2026-12-03", "2026-03-12"]],
    ["12.3.2026", ["2026-03-12", "2026-12-03"]],
    ["12-03-2026", ["2026-03-12", "2026-12-03"]],
    ["13/3/2026", ["2026-03-13"]],
    ["3/13/2026", ["2026-03-13"]],
    ["3/3/2026", ["2026-03-03"]],
    ["12/3/26", ["2026-03-12", "2026-12-03"]],
    ["26-03-12", ["2026-03-12", "2012-03-26"]],
    ["2026-31-03", ["2026-03-31"]],
  ])("%s may be %j", (written, dates) => {
    expect(datesOf(written)).toEqual(dates);
  });

  test.each([
    ["2026-02-30", "February 2026 has 28 days", "2026-02-28"],
    ["30 February 2026", "February 2026 has 28 days", "2026-02-28"],
    ["31.4.2026", "April 2026 has 30 days", "2026-04-30"],
    ["2026-13-32", "There is no month 13"],
    ["2026-00-01", "There is no month 0"],
    ["0206-03-12", "The year 206 does not have four digits"],
  ])("%s is none, and why is told", (written, fault, nearest?: string) => {
    const expected = { meant: [], fault, ...(nearest === undefined ? {} : { nearest }) };
    expect(readDate(written, "UTC")).toEqual(expected);
  });

  test.each([
    "",
    "soon",
    "tomorrow",
    "2026",
    "2026-03",
    "March 2026",
    "12 March",
    "spring 12 2026",
    "1.2.3.4",
    "7",
  ])("%j says too little", (written) => {
    expect(readDate(written, "UTC")).toEqual({ meant: [] });
  });

  test("has the year that is expected where its own has too few or too many figures", () => {
    expect(datesOf("206-03-12", "UTC", 2026)).toEqual(["2026-03-12"]);
    expect(datesOf("20026-03-12", "UTC", 2026)).toEqual(["2026-03-12"]);
    expect(datesOf("0206-03-12", "UTC", 2026)).toEqual(["2026-03-12"]);
  });
});

describe("a time", () => {
  test.each([
    ["2026-03-12 09:30", "2026-03-12T09:30:00+00:00"],
    ["2026-07-12 09:30", "2026-07-12T09:30:00+01:00"],
    ["2026-07-12T09:30:15", "2026-07-12T09:30:15+01:00"],
    ["2026-07-12T9:30", "2026-07-12T09:30:00+01:00"],
    ["2026-07-12, 9h30", "2026-07-12T09:30:00+01:00"],
    ["12 July 2026 at 9:30 pm", "2026-07-12T21:30:00+01:00"],
    ["July 12, 2026 12:05 a.m.", "2026-07-12T00:05:00+01:00"],
    ["July 12, 2026 9 AM", "2026-07-12T09:00:00+01:00"],
    ["2026-7-12 09:30Z", "2026-07-12T09:30:00Z"],
    ["2026-07-12 09:30 UTC", "2026-07-12T09:30:00Z"],
    ["2026-07-12 09:30 CEST", "2026-07-12T09:30:00+02:00"],
    ["2026-07-12 09:30 +2", "2026-07-12T09:30:00+02:00"],
    ["2026-07-12 09:30 GMT+0200", "2026-07-12T09:30:00+02:00"],
    ["Sun, 12 Jul 2026 09:30:00 +0200", "2026-07-12T09:30:00+02:00"],
    [
      "Sun Jul 12 2026 09:30:00 GMT+0200 (Central European Summer Time)",
      "2026-07-12T09:30:00+02:00",
    ],
    ["12.7.2026 um 9:30 Uhr", "2026-07-12T09:30:00+01:00"],
    ["1783845000", "2026-07-12T09:30:00+01:00"],
    ["1783845000000", "2026-07-12T09:30:00+01:00"],
  ])("%s", (written, date) => {
    expect(datesOf(written)[0]).toBe(date);
  });

  test("is one of both where clocks were put back over it, and none where they were put forward", () => {
    expect(datesOf("2026-10-25 01:30")).toEqual([
      "2026-10-25T01:30:00+01:00",
      "2026-10-25T01:30:00+00:00",
    ]);
    expect(readDate("2026-03-29 01:30", "Europe/London")).toEqual({
      meant: [],
      fault: "This time was skipped when clocks went forward in the publication's time zone",
    });
  });

  test("is none beyond the day, or with an offset that nobody knows", () => {
    expect(readDate("2026-03-12 24:30", "UTC").fault).toBe("There is no time 24:30");
    expect(readDate("2026-03-12 09:30 XYZ", "UTC").fault).toBe("`XYZ` is not a known time zone");
  });
});
