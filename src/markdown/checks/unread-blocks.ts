import { rule as definition } from "../../checks/markdown/definition.ts";
import { rule as heading } from "../../checks/markdown/heading.ts";
import { rule as list } from "../../checks/markdown/list.ts";
import { headingWords } from "../heading-words.ts";
import type { WrittenText } from "../written-text.ts";
import type { TextCheck } from "./text-check.ts";

/** Lines that begin like a heading, without the blank that makes them one. */
export const headingsWithoutBlank: TextCheck = ({ text, block, placeAt, lineFrom }, context) => {
  if (block.tagName !== "p") return;
  for (const { 0: line, index, 1: marks = "" } of text.matchAll(
    /^(#{2,6})([^#\s].*|[^\S \t\n].*\S.*)/gmu,
  )) {
    const words = headingWords(lineFrom(index));
    context.report(heading.inBody(placeAt(index, line.length), context.format, { marks, words }));
  }
};

/** Lines that begin with a colon, as definitions do elsewhere below what they define. */
export const definitions: TextCheck = ({ text, block, placeAt, lineFrom }, context) => {
  if (block.tagName !== "p") return;
  let term = "";
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const above = term;
    term = lineFrom(index).trim();
    if (!/^:[ \t]+(?=\S)/.test(line)) continue;
    const words = term.replace(/^:\s*/, "");
    context.report(
      definition.inBody(placeAt(index, line.length), context.format, {
        term: /^:[ \t]/.test(above) ? "" : above,
        words,
      }),
    );
  }
};

/** Marks of lists right before a letter, with no blank between; a number behind one makes it a minus or a decimal. */
const MARK_WITHOUT_BLANK = /^(?:[-*+]|\d{1,3}[.)])(?=[\p{Lu}\p{Ll}\p{Lo}])/u;

/** Most lines of a list that are given to be typed. */
const FEW_LINES = 5;

/** Lines that begin like items of a list, without the blank that makes them some: they run together. */
export const itemsWithoutBlank: TextCheck = (written, context) => {
  if (written.block.tagName !== "p" && written.block.tagName !== "li") return;
  const kindOf = (line: string): string | undefined =>
    MARK_WITHOUT_BLANK.exec(line)?.[0].replace(/\d+/, "1");
  const items = runOfLines(written, kindOf);
  const [first] = items;
  const mark = MARK_WITHOUT_BLANK.exec(first?.line ?? "")?.[0];
  if (first === undefined || mark === undefined) return;
  context.report(
    list.inBody(written.placeAt(first.index, first.line.length), context.format, {
      mark,
      isOther: false,
      items: toType(items, (line) => line.replace(MARK_WITHOUT_BLANK, "$& ")),
    }),
  );
};

/** Signs that word processors and dialogues begin lines with, and Markdown does not know. */
const BULLET = /^[•‣◦●○▪■·–—][ \t\u00A0]+(?=\S)/u;

/** Lines that begin with such a sign: they run together into one. */
export const otherBullets: TextCheck = (written, context) => {
  if (written.block.tagName !== "p") return;
  const items = runOfLines(written, (line) => BULLET.exec(line)?.[0].charAt(0));
  const [first] = items;
  if (first === undefined) return;
  const mark = first.line.charAt(0);
  context.report(
    list.inBody(written.placeAt(first.index, first.line.length), context.format, {
      mark,
      isOther: true,
      items: toType(items, (line) => line.replace(BULLET, "- ")),
      // Dialogues begin with dashes.
      ...(/[–—]/.test(mark) ? { kept: `${first.written}\\` } : {}),
    }),
  );
};

interface FoundLine {
  line: string;
  index: number;
  /** As it stands in the source. */
  written: string;
}

/** The first two or more lines that follow each other and are of one kind. */
function runOfLines(
  { text, lineFrom }: WrittenText,
  kindOf: (line: string) => string | undefined,
): FoundLine[] {
  let run: FoundLine[] = [];
  let kind: string | undefined;
  let end = 0;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const own = kindOf(line);
    // Behind a hard break there is a line break more.
    const goesOn = own !== undefined && own === kind && index === end + 1;
    if (!goesOn && run.length > 1) return run;
    if (!goesOn) run = [];
    if (own !== undefined) run.push({ line, index, written: lineFrom(index).trimEnd() });
    kind = own;
    end = index + line.length;
  }
  return run.length > 1 ? run : [];
}

function toType(found: readonly FoundLine[], change: (line: string) => string): string[] {
  const changed = found.map(({ written }) => change(written));
  return changed.length > FEW_LINES ? [...changed.slice(0, FEW_LINES), "…"] : changed;
}
