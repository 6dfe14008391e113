import { escapeXml } from "../domain/xml-text.ts";
import { messageParts } from "./message-parts.ts";
import { printable } from "./terminal-text.ts";

/** A sentence of a diagnostic as HTML, with what is to be typed as code. */
export function sentenceHtml(sentence: string): string {
  return messageParts(sentence)
    .map(({ text, isTyped }) => {
      const html = escapeXml(printable(text));
      return isTyped ? `<code>${html}</code>` : html;
    })
    .join("");
}

/** The lines that a remedy gives to be typed, as HTML to stand in `pre`. */
export function linesHtml(lines: readonly string[]): string {
  return lines.map((line) => escapeXml(printable(line))).join("\n");
}
