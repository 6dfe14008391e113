import { isoWithOffset, parseDate } from "../../domain/dates.ts";

/** Where a time without a zone is meant: in the time zone of the site, or in UTC. */
export interface DateZones {
  /** The zone in which the site shows dates, an IANA name. */
  timezone: string;
  /** The zone of times without one, an IANA name; `seconds`: of those that are written with seconds. */
  local: string;
  localWithSeconds?: string;
}

/** A date as Stet takes it, a day or an instant with its offset; or why there is none. */
export type ReadDate = { date: string } | { fault: string };

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const NUMERIC =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(.*?))?$/;
const DAY_FIRST =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(.*?))?$/i;
const MONTH_FIRST =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(.*?))?$/i;

/** Reads a date as authors of other systems write it. */
export function readDate(written: string, zones: DateZones): ReadDate {
  const parts = partsOf(written.trim());
  if (parts === undefined) return { fault: `\`${written}\` is no date that can be read` };
  const day = `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
  if (isImpossibleDay(day)) return { fault: `there is no day ${day}` };
  if (parts.hour === undefined) return { date: day };
  const time = `${two(parts.hour)}:${parts.minute}:${parts.second ?? "00"}`;
  const offset = offsetOf(parts.zone);
  if (offset === undefined) return { fault: `the time zone \`${parts.zone}\` is not known` };
  if (offset !== "") {
    const moment = parseDate(`${day}T${time}${offset}`, zones.timezone);
    if (moment === undefined) return { fault: `\`${written}\` is no date that can be read` };
    return { date: offset === "Z" ? `${day}T${time}Z` : `${day}T${time}${offset}` };
  }
  const hasSeconds = parts.second !== undefined;
  const local = hasSeconds ? (zones.localWithSeconds ?? zones.local) : zones.local;
  const instant = localInstant(day, time, local);
  if (instant === undefined) return { fault: `\`${written}\` is no date that can be read` };
  return { date: isoWithOffset(instant, zones.timezone) };
}

/** Whether a day `2026-02-30` is one that no calendar has. */
export function isImpossibleDay(day: string): boolean {
  return parseDate(day, "UTC") === undefined;
}

/** The instant that clocks of a time zone show as a day and a time; undefined for a time that there is not. */
function localInstant(day: string, time: string, timezone: string): number | undefined {
  const shown = parseDate(`${day}T${time}Z`, "UTC")?.instant;
  if (shown === undefined) return undefined;
  // Twice, because the offset at that moment in UTC need not be the one there.
  let instant = shown;
  for (let round = 0; round < 2; round += 1) {
    const local = isoWithOffset(instant, timezone).slice(0, 19);
    instant += shown - Date.parse(`${local}Z`);
  }
  return instant;
}

interface Parts {
  year: string;
  month: string;
  day: string;
  hour?: string;
  minute?: string;
  second?: string;
  zone: string;
}

function partsOf(written: string): Parts | undefined {
  const numeric = NUMERIC.exec(written);
  if (numeric !== null) {
    const [, year = "", month = "", day = "", ...time] = numeric;
    return withTime({ year, month, day, zone: "" }, time);
  }
  const dayFirst = DAY_FIRST.exec(written);
  if (dayFirst !== null) {
    const [, day = "", name = "", year = "", ...time] = dayFirst;
    return named({ year, month: name, day, zone: "" }, time);
  }
  const monthFirst = MONTH_FIRST.exec(written);
  if (monthFirst === null) return undefined;
  const [, name = "", day = "", year = "", ...time] = monthFirst;
  return named({ year, month: name, day, zone: "" }, time);
}

function named(parts: Parts, time: readonly (string | undefined)[]): Parts | undefined {
  const month = MONTHS.indexOf(parts.month.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : withTime({ ...parts, month: String(month) }, time);
}

function withTime(
  parts: Parts,
  [hour, minute, second, zone = ""]: readonly (string | undefined)[],
) {
  if (hour === undefined || minute === undefined) return parts;
  return { ...parts, hour, minute, ...(second === undefined ? {} : { second }), zone };
}

/** Names of zones that mail and Ruby know (RFC 5322, section 4.3). */
const ZONES: Readonly<Record<string, string>> = {
  utc: "Z",
  gmt: "Z",
  z: "Z",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
  cet: "+01:00",
  cest: "+02:00",
  bst: "+01:00",
};

/** An offset as RFC 3339 has it; empty where none is written, undefined for a zone that is not known. */
function offsetOf(written: string): string | undefined {
  if (written === "") return "";
  const [, sign, hours, minutes = "00"] =
    /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?$/i.exec(written) ?? [];
  if (sign !== undefined && hours !== undefined) return `${sign}${hours}:${minutes}`;
  return ZONES[written.toLowerCase()];
}

function two(number: string): string {
  return number.padStart(2, "0");
}

/** A day or an instant as the clocks of a time zone show it, `2026-03-31T09:30:00`. */
export function localTime(date: string, timezone: string): string {
  if (!date.includes("T")) return `${date}T00:00:00`;
  const moment = parseDate(date, timezone);
  return moment === undefined
    ? date.slice(0, 19)
    : isoWithOffset(moment.instant, timezone).slice(0, 19);
}
