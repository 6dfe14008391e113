import { rule as unknownCorrection } from "../checks/reference/correction.ts";
import type { Correction } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ComponentNode } from "../markdown/body.ts";

/** Corrections that a body shows by their day, and the front matter does not hold; a standing page has none. */
export function correctionDiagnostics(
  shown: readonly ComponentNode[],
  corrections: readonly Pick<Correction, "day">[] | undefined,
  file: string,
): Diagnostic[] {
  const days = (corrections ?? []).map(({ day }) => day);
  const onPage = corrections === undefined;
  return shown.flatMap(({ values, places }) => {
    const day = String(values["date"]);
    const location = { file, ...(places["date"] ?? { line: 1, column: 1 }) };
    return days.includes(day) ? [] : [unknownCorrection.at(location, { day, days, onPage })];
  });
}
