import { isoWithOffset } from "../domain/dates.ts";
import type { DatedMoment, Day } from "../domain/dates.ts";

/** A date for readers and for machines. */
export interface ShownDate {
  /** `YYYY-MM-DD`, in the publication's time zone. */
  day: Day;
  /** For `datetime`: the day alone, or the instant with its offset where the time is known. */
  iso: string;
  /** Instant in milliseconds, where readers are told the time of day; absent where they are told the day alone. */
  instant?: number;
}

/** A date of which readers are told the day, as nearly everywhere; machines get its time too, where that is known. */
export function shownDay({ instant, day, timed }: DatedMoment, timezone: string): ShownDate {
  return { day, iso: timed ? isoWithOffset(instant, timezone) : day };
}

/** A date with its time of day, where that is known: of what goes on, as a live blog does. */
export function shownMoment(moment: DatedMoment, timezone: string): ShownDate {
  const { instant, timed } = moment;
  return { ...shownDay(moment, timezone), ...(timed ? { instant } : {}) };
}

/**
 * Shows dates that are read side by side, as those of one article are: of several on a day the times are told, which
 * tell them apart, and of all others the day alone.
 */
export function shownSideBySide(
  moments: readonly DatedMoment[],
  timezone: string,
): (moment: DatedMoment) => ShownDate {
  const onDay = Map.groupBy(moments, ({ day }) => day);
  return (moment) =>
    (onDay.get(moment.day)?.length ?? 0) > 1
      ? shownMoment(moment, timezone)
      : shownDay(moment, timezone);
}
