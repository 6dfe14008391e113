import type { Correction } from "../domain/article.ts";
import type { Finding } from "../domain/finding.ts";
import { nearestName } from "../domain/nearest-name.ts";
import type { ComponentNode } from "../markdown/body.ts";
import { finding } from "./diagnostics.ts";

/** Corrections that a body shows by their day, and the front matter does not hold. */
export function correctionFindings(
  shown: readonly ComponentNode[],
  corrections: readonly Pick<Correction, "day">[],
  file: string,
): Finding[] {
  const days = corrections.map(({ day }) => day);
  return shown.flatMap(({ values, places }) => {
    const day = String(values["date"]);
    if (days.includes(day)) return [];
    const near = nearestName(day, days);
    return [
      finding({
        code: "reference/correction",
        file,
        ...(places["date"] ?? { line: 1, column: 1 }),
        message: `The front matter has no correction of \`${day}\`, so there is nothing to show here.`,
        fix:
          near === undefined
            ? "Add it to `corrections` in the front matter, with its `date` and `note`."
            : `Did you mean \`${near}\`?`,
      }),
    ];
  });
}
