import { rule as unknownCorrection } from "../checks/reference/correction.ts";
import type { Correction } from "../domain/article.ts";
import { isoWithOffset, parseDate } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { datedCorrection, isShownBy } from "../domain/shown-correction.ts";
import type { ComponentNode } from "../markdown/body.ts";

/**
 * Corrections that a body shows by their date, and the front matter does not hold; a standing page has none. Dates are
 * told by the clock of `timezone`.
 */
export function correctionDiagnostics(
  shown: readonly ComponentNode[],
  corrections: readonly Correction[] | undefined,
  { file, timezone }: { file: string; timezone: string },
): Diagnostic[] {
  const onPage = corrections === undefined;
  return shown.flatMap(({ values, places }) => {
    const date = String(values["date"]);
    if (corrections?.some((one) => isShownBy(date, datedCorrection(one))) === true) return [];
    const location = { file, ...(places["date"] ?? { line: 1, column: 1 }) };
    const isTimed = parseDate(date, timezone)?.timed === true;
    const dates = (corrections ?? []).map(({ day, instant, timed }) =>
      isTimed && timed === true ? isoWithOffset(instant, timezone) : day,
    );
    return [unknownCorrection.at(location, { date, dates: [...new Set(dates)], onPage })];
  });
}
