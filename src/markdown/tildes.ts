import type { Mark } from "./marked-source.ts";

/**
 * Tildes that stand alone. GFM lets a pair of them strike through, as two pairs do, and so loses those of “9~12 and
 * 14~18”; nobody who means to strike through writes one.
 */
export function singleTildes(source: string): Mark[] {
  if (!source.includes("~")) return [];
  const marks: Mark[] = [];
  for (const { 0: run, index } of source.matchAll(/\\[^]|~+/g))
    if (run === "~") marks.push({ at: index, kind: "text" });
  return marks;
}
