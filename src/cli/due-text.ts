import type { Instant } from "../domain/dates.ts";
import { isDue } from "../output/build-status.ts";
import type { BuildStatus } from "../output/build-status.ts";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** When something is next to be published, for people: the moment in UTC, and how far away it is. */
export function dueText(status: BuildStatus | undefined, now: Instant): string {
  const published = status?.published;
  if (published === undefined) return "Due now: no build has published yet.";
  if (published.nextPublishAt === undefined) return "Nothing is scheduled.";
  const moment = Date.parse(published.nextPublishAt);
  return isDue(status, now)
    ? `Due now: since ${published.nextPublishAt}.`
    : `Next due ${published.nextPublishAt}, ${distance(moment - now)}.`;
}

function distance(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, one]) => milliseconds >= one) ?? UNITS[2];
  return new Intl.RelativeTimeFormat("en").format(Math.ceil(milliseconds / size), unit);
}
