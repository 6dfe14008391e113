import { expect, test } from "vitest";
import { parseDate } from "../domain/dates.ts";
import { shownDay, shownMoment, shownSideBySide } from "./shown-date.ts";

const ZONE = "America/New_York";

function moment(written: string) {
  const parsed = parseDate(written, ZONE);
  if (parsed === undefined) throw new Error(`${written} is no date.`);
  return parsed;
}

const isTimed = ({ instant }: { instant?: number }): boolean => instant !== undefined;

test("a day is a day to readers, and machines have its time where that is known", () => {
  const timed = moment("2026-03-02T08:00:00Z");
  const iso = "2026-03-02T03:00:00-05:00";
  expect(shownDay(timed, ZONE)).toEqual({ day: "2026-03-02", iso });
  expect(shownMoment(timed, ZONE)).toEqual({ day: "2026-03-02", iso, instant: timed.instant });
  const day = { day: "2026-03-02", iso: "2026-03-02" };
  expect(shownDay(moment("2026-03-02"), ZONE)).toEqual(day);
  expect(shownMoment(moment("2026-03-02"), ZONE)).toEqual(day);
});

test("of dates side by side those of one day have their times, by the calendar of the publication", () => {
  const moments = [
    "2026-03-02T08:00:00Z",
    "2026-03-02T20:00:00Z",
    // Still the second of March in New York.
    "2026-03-03T02:00:00Z",
    "2026-03-03T12:00:00Z",
  ].map(moment);
  expect(moments.map(shownSideBySide(moments, ZONE)).map(isTimed)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test("of two dates of one day only the one whose time is known has one", () => {
  const moments = ["2026-03-02", "2026-03-02T20:00:00Z"].map(moment);
  expect(moments.map(shownSideBySide(moments, ZONE)).map(isTimed)).toEqual([false, true]);
});
