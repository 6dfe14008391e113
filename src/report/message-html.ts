import { escapeXml } from "../domain/xml-text.ts";
import { printable } from "./terminal-text.ts";

/** What stands between backticks is to be typed; what holds some itself stands between two. */
const TYPED = /(``.+?``|`[^`]+`)/;

/** A sentence of a diagnostic as HTML, with what is to be typed as code. */
export function sentenceHtml(sentence: string): string {
  return sentence
    .split(TYPED)
    .map((part, at) => {
      if (at % 2 === 0) return escapeXml(printable(part));
      const typed = part.startsWith("``") ? part.slice(2, -2).trim() : part.slice(1, -1);
      return `<code>${escapeXml(printable(typed))}</code>`;
    })
    .join("");
}

/** The lines that a remedy gives to be typed, as HTML to stand in `pre`. */
export function linesHtml(lines: readonly string[]): string {
  return lines.map((line) => escapeXml(printable(line))).join("\n");
}
