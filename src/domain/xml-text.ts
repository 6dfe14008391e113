import { withoutUnprintables } from "./characters.ts";

/** A text without the code points that XML forbids (XML 1.0, section 2.2); halves of surrogate pairs become U+FFFD. */
export function cleanText(text: string): string {
  return withoutUnprintables(text.toWellFormed());
}

/** A text as XML character data or attribute value. */
export function escapeXml(text: string): string {
  return cleanText(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
