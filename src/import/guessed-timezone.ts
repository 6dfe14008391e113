import { isoWithOffset } from "../domain/dates.ts";
import type { ArchiveText } from "./archive.ts";

/** So many dates tell a zone from others. */
const MOST_SAMPLES = 400;

/** Zones that stand for others of the same offsets where nothing else tells them apart: those of most readers. */
const WELL_KNOWN = [
  "UTC",
  "Europe/London",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Toronto",
  "America/Sao_Paulo",
  "Europe/Berlin",
  "Europe/Paris",
  "Europe/Madrid",
  "Europe/Helsinki",
  "Europe/Moscow",
  "Africa/Johannesburg",
  "Africa/Lagos",
  "Africa/Nairobi",
  "Asia/Dubai",
  "Asia/Karachi",
  "Asia/Kolkata",
  "Asia/Bangkok",
  "Asia/Shanghai",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Pacific/Auckland",
];

/**
 * A time zone that has the offsets which the dates of texts are written with: one of the language's region, if its tag
 * names one, or a well-known one. Undefined where no zone has them all, or no date has an offset.
 */
export function guessedTimezone(
  texts: readonly Pick<ArchiveText, "date">[],
  language: string,
): string | undefined {
  const dates = texts.flatMap(({ date = "" }) =>
    /T.*(?:Z|[+-]\d\d:\d\d)$/.test(date) ? [date] : [],
  );
  const step = Math.max(1, Math.ceil(dates.length / MOST_SAMPLES));
  const samples = dates
    .filter((_, at) => at % step === 0)
    .map((date) => ({ instant: Date.parse(date), offset: date.replace(/Z$/, "+00:00").slice(-6) }));
  if (samples.length === 0) return undefined;
  const fits = (zone: string): boolean =>
    samples.every(({ instant, offset }) => isoWithOffset(instant, zone).slice(-6) === offset);
  const regional = zonesOf(language);
  const candidates = [
    ...WELL_KNOWN.filter((zone) => regional.includes(zone)),
    ...regional,
    ...WELL_KNOWN,
    ...Intl.supportedValuesOf("timeZone"),
  ];
  // Every zone of Greenwich has the offsets of UTC in winter; only dates of summer tell.
  return candidates.find(fits);
}

/** The zones of the region that a language tag names. */
function zonesOf(language: string): string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(
    language,
  );
  return locale.region === undefined ? [] : (locale.getTimeZones?.() ?? []);
}
