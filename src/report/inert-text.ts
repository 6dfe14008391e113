import { printable } from "./terminal-text.ts";
import { messageParts } from "./message-parts.ts";

/** An invisible sign of no width (U+200B): what it parts is one word to the eye, and none to a program. */
const GAP = "\u200B";

/** Signs that Markdown gives a meaning. */
const MARKUP = /[\\`*_{}[\]()~|>]/g;

/** What begins the name of a person, an issue, a milestone or a label on GitHub or GitLab. */
const REFERENCE = /([@#!$%^~&])(?=[\p{L}\p{N}_"])|\b(GH-)(?=\d)/gu;

/** What becomes a link though nothing says so. */
const ADDRESS = /:(?=\/\/)|www(?=\.)/gi;

/**
 * A text of an author as one line of Markdown in which nothing but that text is seen: no markup, no HTML, no link, no
 * table cell that ends, nobody who is notified. Longer texts end after `most` characters with an ellipsis.
 */
export function inertText(text: string, most = 300): string {
  return escaped(shortened(oneLine(text), most));
}

/** A path or a text to be typed, as code where Markdown can say that safely; else as a plain text. */
export function inertCode(text: string, most = 300): string {
  const line = shortened(oneLine(text), most);
  return line === "" || /[`|\\<&]/.test(line) ? escaped(line) : `\`${line}\``;
}

/** The message of a problem: what stands between backticks in it is to be typed. */
export function inertMessage(text: string, most = 600): string {
  const line = shortened(oneLine(text), most);
  return messageParts(line)
    .map(({ text: part, isTyped }) => (isTyped ? inertCode(part, most) : escaped(part)))
    .join("");
}

function oneLine(text: string): string {
  return printable(text.toWellFormed().replace(/\s+/g, " ")).trim();
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .trimEnd()} …`;
}

function escaped(line: string): string {
  return (
    line
      .replace(REFERENCE, (sign) => sign + GAP)
      .replace(ADDRESS, (sign) => sign + GAP)
      .replace(MARKUP, (sign) => `\\${sign}`)
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      // A list, a heading or a line between two, if it stands at the beginning.
      .replace(/^(?:[-+=#]|\d+(?=[.)]))/, (sign) => (/\d/.test(sign) ? sign + GAP : `\\${sign}`))
  );
}
