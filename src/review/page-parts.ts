import { escapeXml } from "../domain/xml-text.ts";
import { printable } from "../report/terminal-text.ts";
import { messageParts } from "../report/message-parts.ts";
import { counted } from "./review-words.ts";

/** Most rows of a table: more are of no use to anybody. */
const MOST_ROWS = 2000;

/** A part of the page. */
export function section(title: string, ...parts: string[]): string {
  return `<section><h2>${title}</h2>\n${parts.join("\n")}</section>`;
}

/** A paragraph, if there is anything in it. */
export function paragraph(words: string): string {
  return words === "" ? "" : `<p class="quiet">${text(words)}</p>`;
}

/** Rows of cells, in HTML, below their headings, and how many more there are; `isCounted` has numbers in all columns but the first. */
export function table(
  heads: readonly string[],
  rows: readonly string[][],
  noun: string,
  isCounted = false,
): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell}</td>`).join("");
  const lines = rows.map((row) => `<tr>${cells(row)}</tr>`);
  const shown = lines.slice(0, MOST_ROWS).join("\n");
  const head = heads.map((one) => (one === "" ? "<td></td>" : `<th scope="col">${one}</th>`));
  return `<div class="wide" tabindex="0"><table${isCounted ? ' class="counts"' : ""}><thead><tr>${head.join("")}</tr></thead><tbody>${shown}</tbody></table></div>${more(lines.length - MOST_ROWS, noun, "p")}`;
}

/** Items of a list, and how many more there are. */
export function limited(items: readonly string[], noun: string, element: string): string {
  const shown = items.slice(0, MOST_ROWS).join("\n");
  return shown + more(items.length - MOST_ROWS, noun, element);
}

/** How many more there are, if any. */
export function more(count: number, noun: string, element: string): string {
  return count > 0
    ? `<${element} class="quiet">${counted(count, noun)} more, not shown.</${element}>`
    : "";
}

/** Texts side by side. */
export function dotted(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== "")
    .map((part) => `<bdi>${text(part ?? "")}</bdi>`)
    .join(" · ");
}

/** A text of anybody as HTML. */
export function text(written: string): string {
  return escapeXml(printable(written));
}

/** A path or an address, which breaks behind its slashes where there is no room. */
export function code(written: string): string {
  return `<code><bdi>${text(written).replaceAll(/(?<=[\p{L}\p{N}])\/(?=[^/])/gu, "/<wbr>")}</bdi></code>`;
}

/** The message of a problem: what stands between backticks in it is to be typed. */
export function message(written: string): string {
  return messageParts(written)
    .map(({ text: part, isTyped }) => (isTyped ? code(part) : `<bdi>${text(part)}</bdi>`))
    .join("");
}
