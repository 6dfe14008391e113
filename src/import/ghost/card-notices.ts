import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { WriteCard } from "./card.ts";
import { blockHtml } from "./card-parts.ts";
import { textIn } from "./row.ts";

/** What the signs say that many put before a note. */
const KINDS: readonly [RegExp, string][] = [
  [/^(?:💡)$/u, "tip"],
  [/^(?:⚠️?|🚨|❗️?|🛑|⛔️?)$/u, "warning"],
  [/^(?:ℹ️?|📝|🗒️?|📌)$/u, "note"],
];

/** A note to the reader. A sign whose meaning the note's kind has is left out. */
export const calloutCard: WriteCard = (fields) => {
  const sign = textIn(fields, "calloutEmoji");
  const kind = KINDS.find(([signs]) => signs.test(sign))?.[1];
  const text = blockHtml(textIn(fields, "calloutText"));
  const begun =
    sign === "" || kind !== undefined
      ? text
      : text.replace(/^(\s*<p[^>]*>)?/, `$1${escapedHtml(sign).replaceAll("$", "$$$$")} `);
  return markedHtml(MARKED_ELEMENTS.callout, { kind: kind ?? "note" }, begun);
};

/** A text that opens on a click. */
export const toggleCard: WriteCard = (fields) =>
  `<details><summary>${textIn(fields, "heading")}</summary>${blockHtml(textIn(fields, "content"))}</details>`;
