import { remarkHtml, satteriHtml } from "./parsers.ts";
import type { Dialect } from "./parsers.ts";

/** One source the parsers disagree on. */
export interface Difference {
  name: string;
  cause: string;
  remark: string;
  satteri: string;
}

/** A piece of Markdown with a name to find it by. */
export interface Sample {
  name: string;
  markdown: string;
}

/** The causes of differences that are understood, each with how to tell it. The first that holds counts. */
const CAUSES: readonly { cause: string; holds(remark: string, satteri: string): boolean }[] = [
  {
    cause: "white space between tags",
    holds: (remark, satteri) => squeezed(remark) === squeezed(satteri),
  },
  {
    cause: "ids of footnotes",
    holds: (remark, satteri) => withoutIds(remark) === withoutIds(satteri),
  },
  {
    cause: "empty lines in indented code right after a quotation and a rule",
    holds: (remark, satteri) =>
      textOnly(remark) === textOnly(satteri) && parts(remark, "<pre>") !== parts(satteri, "<pre>"),
  },
  {
    cause: "an HTML tag on the line right after a footnote",
    holds: (remark, satteri) =>
      remark.includes("data-footnotes") && textOnly(remark) === textOnly(satteri),
  },
];

/** All samples on which Sätteri and remark disagree. */
export function differences(samples: readonly Sample[], dialect: Dialect): Difference[] {
  const found: Difference[] = [];
  for (const { name, markdown } of samples) {
    const remark = remarkHtml(markdown, dialect);
    const satteri = satteriHtml(markdown, dialect);
    if (remark !== satteri) {
      found.push({ name, cause: causeOf(remark, satteri), ...aroundFirst(remark, satteri) });
    }
  }
  return found;
}

/** How many differences each cause has. */
export function countByCause(found: readonly Difference[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { cause } of found) counts[cause] = (counts[cause] ?? 0) + 1;
  return counts;
}

/** Why two outputs differ, or `unknown`. */
export function causeOf(remark: string, satteri: string): string {
  return CAUSES.find(({ holds }) => holds(remark, satteri))?.cause ?? "unknown";
}

function squeezed(html: string): string {
  return html.replace(/\s+(?=<)|(?<=>)\s+/g, "");
}

function withoutIds(html: string): string {
  return html.replace(/ (?:id|href)="#?fn(?:ref)?-[^"]*"/g, "");
}

function textOnly(html: string): string {
  return html.replace(/<[^>]*>|\s+/g, "");
}

function parts(html: string, mark: string): number {
  return html.split(mark).length;
}

function aroundFirst(remark: string, satteri: string): { remark: string; satteri: string } {
  let at = 0;
  while (remark.charAt(at) === satteri.charAt(at)) at += 1;
  const around = (html: string): string => html.slice(Math.max(0, at - 40), at + 80);
  return { remark: around(remark), satteri: around(satteri) };
}
