import { nameOf } from "../domain/path-parts.ts";
import { rule } from "../checks/date/far.ts";
import type { Article } from "../domain/article.ts";
import { parseDate } from "../domain/dates.ts";
import type { Instant } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { editDistance } from "../domain/nearest-name.ts";
import type { FreePath } from "../loader/free-paths.ts";

/** What far dates are told by. */
export interface FarDateSources {
  now: Instant;
  free: FreePath;
  /** Gives the text of a file, to find the date in it. */
  textOf: (file: string) => string | undefined;
}

const YEAR_MS = 366 * 86_400_000;

/** No paper is older. */
const FIRST_YEAR = 1600;

/**
 * Articles of a year that is mistyped, by all that is known: those held back for more than a year, and those from before
 * there were newspapers. What is a draft may have any date.
 */
export function farDateDiagnostics(
  articles: readonly Article[],
  { now, free, textOf }: FarDateSources,
): Diagnostic[] {
  return articles.flatMap((article) => {
    const { file, day, instant, draft } = article;
    const isAhead = instant > now + YEAR_MS;
    if (draft || (!isAhead && Number(day.slice(0, 4)) >= FIRST_YEAR)) return [];
    const { value, ...location } = writtenDate(textOf(file) ?? "");
    const years = isAhead ? Math.floor((instant - now) / YEAR_MS) : undefined;
    const meant = meantDate(article, value, now);
    const details = {
      date: day,
      years,
      meant: meant && {
        line: meant.line,
        better: meant.better === undefined ? undefined : free(meant.better, file),
      },
    };
    return [rule.at({ file, ...location }, details)];
  });
}

/** The value of `date` in the front matter, and where it stands. */
function writtenDate(text: string) {
  const found = /^(date: *["']?)([^\s"'#][^\n"'#]*)/m.exec(text);
  if (found === null) return { value: undefined, line: 1, column: 1 };
  const [, key = "", value = ""] = found;
  const line = text.slice(0, found.index).split("\n").length;
  return { value: value.trim(), line, column: key.length + 1, length: value.trim().length };
}

/** The same date in the year of the folder, or else in this one if that is written much alike. */
function meantDate(
  { file, day }: Article,
  written: string | undefined,
  now: Instant,
): { line: string; better: string | undefined } | undefined {
  const folder = /^articles\/(\d{4})\//.exec(file)?.[1];
  const year = day.slice(0, 4);
  const thisYear = new Date(now).toISOString().slice(0, 4);
  const meant = folder === year ? thisYear : folder;
  if (written === undefined || meant === undefined || editDistance(meant, year) > 2)
    return undefined;
  const date = written.replace(/^\d{4}/, meant);
  if (parseDate(date, "UTC") === undefined) return undefined;
  const better = `articles/${date.slice(0, 7).replace("-", "/")}/${nameOf(file)}`;
  return { line: `date: ${date}`, better: better === file ? undefined : better };
}
