import { isoWithOffset, parseDate } from "./dates.ts";

/** A date that another way of writing may mean. */
export interface MeantDate {
  /** As dates are written. */
  date: string;
  /** The same in words, `12 March 2026`. */
  said: string;
}

/** What a date in another form means, as far as that can be told. */
export interface ParsedDate {
  /** The dates that it may mean, likeliest first. */
  meant: readonly MeantDate[];
  /** What keeps it from being a date, as a sentence without its full stop. */
  fault?: string;
  /** The last day of the month, where the day is beyond it. */
  nearest?: string;
  /** What was not written and is taken from the time zone. */
  lacks?: "offset";
}

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** A time of day, and the offset from UTC that was written with it. */
interface Clock {
  time: string;
  offset?: string;
}

/**
 * Understands a date that is not written as dates are: in words, in figures of another order, without an offset, as Unix
 * time. A time without an offset is one of `timezone` (an IANA name). What can mean several days gives each; `year` is
 * taken where the year that is written has too few or too many figures.
 */
export function readDate(written: string, timezone: string, year?: number): ParsedDate {
  const text = written
    .trim()
    .replace(/\s/g, " ")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[年月日년월일](?=.)/gu, "-")
    .replace(/[日일.]$/u, "");
  const unix = /^(\d{10})(?:\d{3})?$/.exec(text);
  if (unix !== null) return { meant: [moment(isoWithOffset(Number(unix[1]) * 1000, timezone))] };
  const { rest, clock, fault } = withoutClock(text);
  if (fault !== undefined) return { meant: [], fault };
  const days = daysOf(rest, year);
  const real = days.filter((day) => faultOf(day) === undefined);
  const [first] = days;
  if (real.length === 0) return first === undefined ? { meant: [] } : impossible(first);
  if (clock === undefined) return { meant: real.map((day) => moment(isoDay(day))) };
  const meant = real.flatMap((day) => momentsOf(isoDay(day), clock, timezone)).map(moment);
  if (meant.length > 0) return clock.offset === undefined ? { meant, lacks: "offset" } : { meant };
  return {
    meant,
    fault: "This time was skipped when clocks went forward in the publication's time zone",
  };
}

function moment(date: string): MeantDate {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  const said = SAID.format(day);
  return { date, said: date.length > 10 ? `${said}, ${date.slice(11, 16)}` : said };
}

const SAID = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** Offsets by names that have one meaning (RFC 5322, section 4.3, and those of Europe). */
const ZONES: Readonly<Record<string, string>> = {
  Z: "Z",
  UT: "Z",
  UTC: "Z",
  GMT: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  WET: "+00:00",
  WEST: "+01:00",
  CET: "+01:00",
  CEST: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
};

/** A time at the end of a date: `09:30`, `9h30`, `9:30 pm`, `9 am`, with seconds and an offset or not. */
const CLOCK =
  /(?<![ T,])[ T,]+(?:at |um |à )?(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?)? ?([ap]\.?m\b\.?|uhr)? ?((?:[a-z]{1,4})?)((?:[+-]\d{1,2}(?::?\d{2})?)?)(?: ?\([^()]*\))?$/i;

function withoutClock(text: string): { rest: string; clock?: Clock; fault?: string } {
  const found = CLOCK.exec(text);
  if (found === null) return { rest: text };
  const [, hour = "", minute, second = "00", half = "", name = "", figures = ""] = found;
  if (minute === undefined && half === "") return { rest: text };
  const rest = text.slice(0, found.index);
  const zone = ZONES[name.toUpperCase()];
  if (name !== "" && zone === undefined)
    return { rest, fault: `\`${name}\` is not a known time zone` };
  const hours = /^[ap]/i.test(half)
    ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0)
    : Number(hour);
  if (hours > 23 || Number(minute ?? 0) > 59 || Number(second) > 59)
    return { rest, fault: `There is no time ${hour}:${minute ?? "00"}` };
  const time = `${String(hours).padStart(2, "0")}:${minute ?? "00"}:${second}`;
  const offset = figures === "" ? zone : offsetOf(figures);
  return { rest, clock: { time, ...(offset === undefined ? {} : { offset }) } };
}

/** `+1`, `+0100`, `-5:30` as RFC 3339 writes them. */
function offsetOf(figures: string): string {
  const [, sign = "+", hours = "", minutes = "00"] =
    /^([+-])(\d{1,2}):?(\d{2})?$/.exec(figures) ?? [];
  return `${sign}${hours.padStart(2, "0")}:${minutes}`;
}

/** A time of a day with its offset; several where clocks were put back over it, none where they were put forward. */
function momentsOf(day: string, { time, offset }: Clock, timezone: string): string[] {
  const local = `${day}T${time}`;
  if (offset !== undefined)
    return [`${local}${offset}`].filter((one) => parseDate(one, timezone) !== undefined);
  const near = Date.parse(`${local}Z`);
  const offsets = [-DAY_MS, DAY_MS].map((far) => isoWithOffset(near + far, timezone).slice(19));
  return [...new Set(offsets)]
    .map((zone) => `${local}${zone}`)
    .filter((one) => isoWithOffset(Date.parse(one), timezone) === one);
}

const DAY_MS = 86_400_000;

/** The days that a date without its time may mean, likeliest first, whether there are such days or not. */
function daysOf(text: string, year: number | undefined): CalendarDay[] {
  const figures = /^(\d{4})(\d{2})(\d{2})$/.exec(text)?.slice(1) ?? text.match(/\d+/g) ?? [];
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const months = words.map(monthOf).filter((month) => month !== undefined);
  if (words.some((word) => monthOf(word) === undefined && !isFiller(word)) || months.length > 1)
    return [];
  const [month] = months;
  if (month !== undefined) {
    const [a = "", b = ""] = figures;
    if (figures.length !== 2) return [];
    const [day, written] = a.length > 2 ? [b, a] : [a, b];
    return [{ year: yearOf(written, year), month, day: Number(day) }];
  }
  if (figures.length !== 3) return [];
  return ordersOf(figures, text).flatMap(([y = "", m = "", d = ""]) =>
    d.length > 2 || m.length > 2
      ? []
      : [{ year: yearOf(y, year), month: Number(m), day: Number(d) }],
  );
}

/** Three figures as year, month and day, in each order that they may have. */
function ordersOf(figures: readonly string[], text: string): string[][] {
  const [a = "", b = "", c = ""] = figures;
  const first = [a, b, c];
  const last = [c, b, a];
  const american = [c, a, b];
  if (a.length > 2) return Number(b) > 12 && Number(c) <= 12 ? [[a, c, b]] : [first];
  if (Number(b) > 12) return [american];
  const both = Number(a) > 12 || Number(a) === Number(b) ? [last] : [last, american];
  return c.length <= 2 && text.includes("-") ? [first, last] : both;
}

/** A year of two figures is one of this century; one of too few or too many is the one that is expected. */
function yearOf(written: string, expected: number | undefined): number {
  if (written.length === 2) return 2000 + Number(written);
  const isYear = written.length === 4 && Number(written) >= 1000;
  return isYear ? Number(written) : (expected ?? Number(written));
}

/** Why there is no such day, as a sentence without its full stop. */
function faultOf({ year, month, day }: CalendarDay): string | undefined {
  if (year < 1000 || year > 9999) return `The year ${year} does not have four digits`;
  if (month < 1 || month > 12) return `There is no month ${month}`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return undefined;
  return `${MONTH.format(Date.UTC(year, month - 1, 1))} has ${days} days`;
}

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** What is said of a day that there is not. */
function impossible(day: CalendarDay): ParsedDate {
  const { year, month } = day;
  const isBeyond = day.day > 28 && month >= 1 && month <= 12;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    meant: [],
    fault: faultOf(day) ?? "",
    ...(isBeyond && year >= 1000 && year <= 9999
      ? { nearest: isoDay({ year, month, day: last }) }
      : {}),
  };
}

function isoDay({ year, month, day }: CalendarDay): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** Words that stand in dates beside the names of months and of days of the week. */
const FILLERS = new Set([
  "of",
  "the",
  "de",
  "del",
  "den",
  "d",
  "st",
  "nd",
  "rd",
  "th",
  "er",
  "re",
  "o",
]);

/** Languages whose names of months are understood. */
const LANGUAGES = "en-US en-GB de fr es it pt nl sv da nb fi pl cs tr ru uk el ro hu id".split(" ");

function monthOf(word: string): number | undefined {
  return calendarWords().months.get(word.toLowerCase());
}

function isFiller(word: string): boolean {
  return FILLERS.has(word.toLowerCase()) || calendarWords().weekdays.has(word.toLowerCase());
}

interface CalendarWords {
  /** From 1, by names in small letters; without those that languages give to different months. */
  months: ReadonlyMap<string, number>;
  weekdays: ReadonlySet<string>;
}

let words: CalendarWords | undefined;

/** Made where a date first has a word in it. */
function calendarWords(): CalendarWords {
  words ??= readCalendarWords();
  return words;
}

function readCalendarWords(): CalendarWords {
  const meanings = new Map<string, Set<number>>();
  const weekdays = new Set<string>();
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: "long" },
    { day: "numeric", month: "long" },
    { day: "numeric", month: "short" },
    { weekday: "long" },
    { weekday: "short" },
  ];
  for (const language of LANGUAGES) {
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1) {
        // These days of 2026 are of all days of the week.
        for (const { type, value } of format.formatToParts(Date.UTC(2026, month - 1, 1))) {
          const name = value.toLowerCase().replace(/\.$/, "");
          if (type === "weekday") weekdays.add(name);
          if (type === "month") meanings.set(name, (meanings.get(name) ?? new Set()).add(month));
        }
      }
    }
  }
  const months = new Map<string, number>();
  for (const [name, [month, other]] of meanings)
    if (month !== undefined && other === undefined) months.set(name, month);
  return { months, weekdays };
}
