/** A moment in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A calendar day of the publication, `YYYY-MM-DD`. */
export type Day = string;

/** A date as it was written in front matter, resolved once. */
export interface DatedMoment {
  instant: Instant;
  /** The day of that instant in the publication's time zone. */
  day: Day;
  /** Whether a time of day was written. Where it was not, only the day is shown to readers. */
  timed: boolean;
}

const PLAIN_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|z|[+-]\d{2}:?\d{2})$/;

/**
 * Resolves a written date: an instant with an offset (RFC 3339, seconds optional) or a plain day, which
 * begins at midnight in `timezone` (an IANA name).
 *
 * Gives `undefined` for anything else: no offset, impossible days such as `2026-02-30`, other formats.
 */
export function parseDate(text: string, timezone: string): DatedMoment | undefined {
  const plain = PLAIN_DAY.exec(text);
  if (plain !== null) {
    if (!isRealDay(Number(plain[1]), Number(plain[2]), Number(plain[3]))) return undefined;
    return { instant: startOfDay(text, timezone), day: text, timed: false };
  }
  const parts = INSTANT.exec(text);
  if (parts === null) return undefined;
  if (!isRealDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return undefined;
  if (Number(parts[4]) > 23 || Number(parts[5]) > 59 || Number(parts[6] ?? "0") > 59)
    return undefined;
  const offset = (parts[7] ?? "Z").replace(/^([+-]\d{2})(\d{2})$/, "$1:$2").toUpperCase();
  const instant = Date.parse(
    `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6] ?? "00"}${offset}`,
  );
  if (Number.isNaN(instant)) return undefined;
  return { instant, day: dayOf(instant, timezone), timed: true };
}

/** The calendar day of an instant in a time zone. */
export function dayOf(instant: Instant, timezone: string): Day {
  return new Date(instant + offsetAt(instant, timezone)).toISOString().slice(0, 10);
}

/** RFC 3339 with the offset of the time zone at that instant, as in `2023-12-01T09:30:00-05:00`. */
export function isoWithOffset(instant: Instant, timezone: string): string {
  const offset = offsetAt(instant, timezone);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const sign = offset < 0 ? "-" : "+";
  const local = new Date(instant + offset).toISOString().slice(0, 19);
  return `${local}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** Whether the platform knows the IANA name of a time zone. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function startOfDay(day: Day, timezone: string): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Twice, because the offset at UTC midnight need not be the offset at local midnight.
  const near = midnight - offsetAt(midnight, timezone);
  const start = midnight - offsetAt(near, timezone);
  // Where clocks jump over midnight the day begins at the jump.
  return dayOf(start, timezone) === day ? start : near;
}

const clocks = new Map<string, (instant: Instant) => number>();

/** What to add to an instant so that its UTC fields read as local time, in milliseconds. */
function offsetAt(instant: Instant, timezone: string): number {
  let clock = clocks.get(timezone);
  if (clock === undefined) {
    clock = clockOf(timezone);
    clocks.set(timezone, clock);
  }
  return clock(instant);
}

const DAY_MS = 86_400_000;

/** The offsets of a time zone. One is looked up for each day in UTC that begins and ends with the same. */
function clockOf(timezone: string): (instant: Instant) => number {
  const format = new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" });
  const lookUp = (instant: Instant): number => {
    const name = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(format.format(instant));
    if (name === null) return 0;
    const seconds = Number(name[2]) * 3600 + Number(name[3]) * 60 + Number(name[4] ?? "0");
    return (name[1] === "-" ? -1 : 1) * seconds * 1000;
  };
  const midnights = new Map<number, number>();
  const atMidnight = (day: number): number => {
    const known = midnights.get(day) ?? lookUp(day * DAY_MS);
    midnights.set(day, known);
    return known;
  };
  return (instant) => {
    const day = Math.floor(instant / DAY_MS);
    const offset = atMidnight(day);
    return offset === atMidnight(day + 1) ? offset : lookUp(instant);
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
