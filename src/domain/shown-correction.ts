import type { Correction } from "./article.ts";
import { parseDate } from "./dates.ts";
import type { Day, Instant } from "./dates.ts";

/** What of a correction its date in a text is held against; the instant where a time of day was written. */
export interface DatedCorrection {
  day: Day;
  instant?: Instant;
}

/** The date of a correction alone. */
export function datedCorrection({
  day,
  instant,
  timed,
}: Omit<Correction, "note">): DatedCorrection {
  return timed === true ? { day, instant } : { day };
}

/**
 * Whether a text that names a date shows a correction: a day is that of all corrections of that day, an instant that of
 * the one which has it, in whatever offset it is written.
 */
export function isShownBy(written: string, { day, instant }: DatedCorrection): boolean {
  if (written === day) return true;
  if (instant === undefined) return false;
  const named = parseDate(written, "UTC");
  return named?.timed === true && named.instant === instant;
}
