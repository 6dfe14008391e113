import { isoWithOffset, parseDate } from "../../domain/dates.ts";

const MINUTE = 60_000;

/** The dates that an item has, as WordPress writes them: `2024-06-05 16:04:48`, or zeros. */
export interface WrittenDates {
  local: string;
  gmt: string;
  /** As in RSS: `Wed, 05 Jun 2024 16:04:48 +0000`. */
  rss?: string;
}

/**
 * An instant with the offset that the site had then, as the difference of both dates; in UTC where only that is known.
 * A date that is only local is an instant of `timezone`, or else a day. Undefined where there is none.
 */
export function postDate(
  { local, gmt, rss = "" }: WrittenDates,
  timezone?: string,
): string | undefined {
  const here = fieldsOf(local);
  const there = fieldsOf(gmt) ?? rssInstant(rss);
  if (there !== undefined) {
    const offset = here === undefined ? 0 : (here - there) / MINUTE;
    return offset % 15 === 0 && Math.abs(offset) <= 14 * 60
      ? withOffset(there, offset)
      : withOffset(there, 0);
  }
  if (here === undefined) return undefined;
  return timezone === undefined
    ? new Date(here).toISOString().slice(0, 10)
    : instantIn(here, timezone);
}

/** A date without zone as milliseconds, as if it were of UTC. */
function fieldsOf(text: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text.trim());
  return parts === null ? undefined : parseDate(`${parts[1]}T${parts[2]}Z`, "UTC")?.instant;
}

function rssInstant(text: string): number | undefined {
  if (!/^(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d (?:[+-]\d{4}|GMT|UTC)$/.test(text.trim()))
    return undefined;
  const instant = Date.parse(text);
  // Year 0 is written for drafts.
  return Number.isNaN(instant) || instant < Date.UTC(1000, 0) ? undefined : instant;
}

function withOffset(instant: number, minutes: number): string {
  const fields = new Date(instant + minutes * MINUTE).toISOString().slice(0, 19);
  if (minutes === 0) return `${fields}Z`;
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${fields}${minutes < 0 ? "-" : "+"}${hours}:${rest}`;
}

/** The instant at which clocks of a zone show these fields. */
function instantIn(fields: number, timezone: string): string {
  const offsetAt = (instant: number): number =>
    Date.parse(`${isoWithOffset(instant, timezone).slice(0, 19)}Z`) - instant;
  // Twice, because the offset at the first guess may be that of another season.
  const near = fields - offsetAt(fields);
  return isoWithOffset(fields - offsetAt(near), timezone);
}
