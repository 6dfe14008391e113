import { dayOf } from "../domain/dates.ts";
import type { Day } from "../domain/dates.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/*
 * Dates are shown in the words and numerals of a language, and always by the Gregorian calendar: that of the front
 * matter and of the addresses, so that a list, its heading and its address speak of the same month.
 */

/** A day as readers of a language write it, `19 March 2014`. */
export function showDay(day: Day, language: string): string {
  const name = `${language} ${day}`;
  const known = days.get(name);
  if (known !== undefined) return known;
  const shown = format(language, "day", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
  days.set(name, shown);
  return shown;
}

/** An archive has a few thousand days, each of them on many pages. */
const days = new Map<string, string>();

/** The time of day of an instant in the publication's time zone, with the zone's short name. */
export function showTime(instant: number, language: string, timezone: string): string {
  return format(language, `time ${timezone}`, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: timezone,
    timeZoneName: "short",
  }).format(instant);
}

/** The time of day to the second, where an instant is not a whole minute. */
export function showExactTime(instant: number, language: string, timezone: string): string {
  if (instant % 60_000 === 0) return showTime(instant, language, timezone);
  return format(language, `exact ${timezone}`, {
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZone: timezone,
    timeZoneName: "short",
  }).format(instant);
}

/** Day and time of an instant in the publication's time zone, to the second where it is not a whole minute. */
export function showMoment(instant: number, language: string, timezone: string): string {
  return momentParts(instant, language, timezone, true).join(" ");
}

/** The day of an instant with the sign behind it, and its time, `exact` to the second where it is not a whole minute. */
export function momentParts(
  instant: number,
  language: string,
  timezone: string,
  exact = false,
): [day: string, time: string] {
  const time = (exact ? showExactTime : showTime)(instant, language, timezone);
  return [`${showDay(dayOf(instant, timezone), language)}${dayEnd(language)}`, time];
}

/** What stands between a day and its time, before the blank: a comma, and in Japanese nothing. */
export function dayEnd(language: string): string {
  return new Intl.Locale(language).maximize().script === "Jpan" ? "" : comma(language);
}

/** The comma of a language's script. */
export function comma(language: string): string {
  const { script } = new Intl.Locale(language).maximize();
  return script === "Arab" ? "،" : ",";
}

/** A month `YYYY-MM` with its year, or a year `YYYY` alone. */
export function showPeriod(period: string, language: string): string {
  const isYear = period.length === 4;
  return format(language, isYear ? "year" : "month", {
    ...(isYear ? {} : { month: "long" }),
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(isYear ? `${period}-01-01T00:00:00Z` : `${period}-01T00:00:00Z`));
}

/** The name of a month `YYYY-MM` without its year, short. */
export function showMonth(month: string, language: string): string {
  return format(language, "short month", { month: "short", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

function format(
  language: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const known = formats.get(`${language} ${name}`);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, { ...options, calendar: "gregory" });
  formats.set(`${language} ${name}`, made);
  return made;
}
