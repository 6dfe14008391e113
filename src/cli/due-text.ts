import type { Instant } from "../domain/dates.ts";
import type { NextPublish } from "../domain/publication.ts";
import { isDue, isFromLater } from "../output/build-status.ts";
import type { BuildStatus } from "../output/build-status.ts";
import { printable } from "../report/terminal-text.ts";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/**
 * When something is next to be published, as the last build knows it, for people: the moment, how far away it is, and which article it is about.
 */
export function dueText(status: BuildStatus | undefined, now: Instant, prefix: string): string {
  const published = status?.published;
  if (published === undefined) return "Due now: no build has published yet.";
  if (isFromLater(published, now))
    return `Due now: the last build was made for a later moment, ${published.now}.`;
  const { nextPublishAt, next } = published;
  if (nextPublishAt === undefined)
    return `Nothing was scheduled at the last build, ${published.now}. What was written since counts after the next one.`;
  const when = next?.local ?? nextPublishAt;
  const what = next === undefined ? "" : `: ${dueArticles(next, prefix)}`;
  return isDue(status, now)
    ? `Due now, since ${when}${what}.`
    : `Next due ${when}, ${distance(Date.parse(nextPublishAt) - now)}${what}.`;
}

/** The articles that are due at one moment, by path and headline; `prefix` stands before the path, `content/`. */
export function dueArticles(
  { title, file, others }: Pick<NextPublish, "title" | "file" | "others">,
  prefix: string,
): string {
  const more = others === 0 ? "" : `, and ${others} ${others === 1 ? "other" : "others"}`;
  return `${prefix}${printable(file)} (${printable(title.replace(/\s+/g, " "))})${more}`;
}

function distance(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, one]) => milliseconds >= one) ?? UNITS[2];
  return new Intl.RelativeTimeFormat("en").format(Math.ceil(milliseconds / size), unit);
}
