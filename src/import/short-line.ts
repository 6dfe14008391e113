import { withoutUnprintables } from "../domain/characters.ts";
import { withoutPlaceholders } from "./placeholder-words.ts";

/** So many brackets in a row are a drawing; the check takes many for values of YAML within each other. */
const DRAWN = /([[{])\1{9,}/g;

/** A text in one line, without characters that cannot be printed; as much of it as may stand, cut at a word. */
export function shortLine(text: string, most: number): string {
  const line = withoutUnprintables(text.replace(/\s+/g, " ").replace(DRAWN, "$1…")).trim();
  if (line.length <= most) return withoutPlaceholders(line);
  const cut = withoutUnprintables(line.slice(0, most - 1));
  return withoutPlaceholders(`${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))}…`);
}
