import type { Fault } from "./link-faults.ts";

/** How many faults are known, by cause. */
export type ExpectedDiagnostics = Readonly<Record<string, number>>;

/** Enough examples to find out what is wrong. */
const SHOWN = 5;

/**
 * How faults differ from those that are known: a cause that is new or met more often, with examples; or one that is
 * met less often, so that the number can be lowered.
 */
export function unexpected(
  faults: readonly Fault[],
  known: ExpectedDiagnostics,
  file: string,
): string[] {
  const found = Map.groupBy(faults, ({ cause }) => cause);
  const causes = [...new Set([...found.keys(), ...Object.keys(known)])].sort();
  return causes.flatMap((cause) => {
    const places = found.get(cause) ?? [];
    const expected = known[cause] ?? 0;
    if (places.length === expected) return [];
    if (places.length < expected) {
      return [
        `${cause}: ${places.length} now. Lower the ${expected} in ${file}, or take the line out at 0.`,
      ];
    }
    const shown = places.slice(0, SHOWN).map(({ where }) => `\n    ${where}`);
    const rest = places.length - shown.length;
    return [
      `${cause}: ${places.length}, known are ${expected}${shown.join("")}${rest > 0 ? `\n    and ${rest} more` : ""}`,
    ];
  });
}
