import { rule as unclosed } from "../../checks/markdown/unclosed.ts";
import type { Details as UnclosedDetails } from "../../checks/markdown/unclosed.ts";
import type { WrittenText } from "../written-text.ts";
import type { TextCheck } from "./text-check.ts";

/** A mark of Markdown that comes in twos, with what it makes. */
interface PairedMark {
  mark: string;
  made: string;
  pattern: RegExp;
  /** The element that says the same in HTML. */
  element: string;
}

const MARKS: readonly PairedMark[] = [
  { mark: "**", made: "bold", pattern: /\*{2,3}/g, element: "strong" },
  { mark: "__", made: "bold", pattern: /__/g, element: "strong" },
  { mark: "~~", made: "struck through", pattern: /~~/g, element: "del" },
  { mark: "`", made: "code", pattern: /`+/g, element: "code" },
];

/** Marks that are printed as they stand, since the parser found no second one or no words between. */
export const unreadMarks: TextCheck = (written, context) => {
  for (const paired of MARKS) {
    const found = marksIn(written.text, paired.pattern);
    const [first] = found;
    if (first === undefined) continue;
    // What is to be filled in, and names in programs, begin or end with these.
    if (paired.mark === "__" && !areAround(written.text, found)) continue;
    const { details, from, to } = meantBy(written, paired, first, found[1]);
    const location = written.placeAt(from, to - from);
    context.report(unclosed.inBody(location, context.format, details));
  }
};

/** Words between a star and an underline, which are meant for italics. A star alone, and underlines within words, are signs. */
const UNLIKE =
  /(?<![^\s([“"'‘])(?:\*(\p{L}[^*_\n]{0,100})_|_(\p{L}[^*_\n]{0,100})\*)(?![\p{L}\p{N}*_])/gu;

/** Words between two marks of which one is another than the other, so that both are printed. */
export const unlikeMarks: TextCheck = ({ text, isHtml, placeAt, sourceOf }, { format, report }) => {
  if (isHtml) return;
  for (const { 0: whole, 1: starred, 2: underlined, index } of text.matchAll(UNLIKE)) {
    const words = starred ?? underlined ?? "";
    if (/\s$/.test(words)) continue;
    const written = sourceOf(index, whole.length);
    report(
      unclosed.inBody(placeAt(index, whole.length), format, {
        kind: "unlike",
        mark: whole.charAt(0),
        written,
        meant: `*${written.slice(1, -1)}*`,
      }),
    );
  }
};

interface FoundMark {
  index: number;
  length: number;
}

/** Marks that were meant as such: beside a word, and not those of paths, powers and rows of asterisks. */
function marksIn(text: string, pattern: RegExp): FoundMark[] {
  const found: FoundMark[] = [];
  for (const { 0: run, index } of text.matchAll(pattern)) {
    const before = text.charAt(index - 1);
    const after = text.charAt(index + run.length);
    if (before === run.charAt(0) || after === run.charAt(0)) continue;
    if (/^\s?$/.test(before) && /^\s?$/.test(after)) continue;
    if (before === "/" || after === "/") continue;
    if (/[\p{L}\p{N})\]]/u.test(before) && /\p{N}/u.test(after)) continue;
    found.push({ index, length: run.length });
  }
  return found;
}

/** Whether the first two of the marks have words right between them. */
function areAround(text: string, [first, second]: readonly FoundMark[]): boolean {
  if (first === undefined || second === undefined) return false;
  const words = text.slice(first.index + first.length, second.index);
  return /^\S(?:.*\S)?$/su.test(words);
}

/** What marks may have been meant as, and the stretch of the text that is written in another way then. */
function meantBy(
  { text, isHtml, sourceOf }: WrittenText,
  { mark, made, element }: PairedMark,
  first: FoundMark,
  second: FoundMark | undefined,
): { details: UnclosedDetails; from: number; to: number } {
  const inner = first.index + first.length;
  const between = second === undefined ? "" : sourceOf(inner, second.index - inner);
  const words = between.replaceAll(/\s+/g, " ").trim();
  const doubled = mark === "__" ? "**" : mark;
  if (isHtml || second === undefined || words === "") {
    const opens = /^\S/.test(text.slice(inner));
    const [word = ""] = opens
      ? (/^[^\s\uFFFC]+/.exec(text.slice(inner)) ?? [])
      : (/(?<![^\s\uFFFC])[^\s\uFFFC]+$/.exec(text.slice(0, first.index)) ?? []);
    const plain = opens ? word.replace(/[.,;:!?]$/, "") : word;
    if (!isHtml) {
      const from = first.index - (opens ? 0 : plain.length);
      const to = inner + (opens ? plain.length : 0);
      const written = sourceOf(from, to - from);
      const meant = `${doubled}${plain}${doubled}`;
      return { details: { kind: "single", mark, opens, meant, written }, from, to };
    }
    const isWhole = second !== undefined && words !== "";
    return {
      details: {
        kind: "in-html",
        mark,
        ...(isWhole ? { meant: `<${element}>${words}</${element}>` } : {}),
      },
      from: first.index,
      to: isWhole ? second.index + second.length : inner,
    };
  }
  const [before = ""] = /(?<![\p{L}\p{N}])[\p{L}\p{N}]*$/u.exec(text.slice(0, first.index)) ?? [];
  const [after = ""] = /^[\p{L}\p{N}]*/u.exec(text.slice(second.index + second.length)) ?? [];
  const meant = [before, `${doubled}${words}${doubled}`, after].filter((part) => part !== "");
  const from = first.index - before.length;
  const to = second.index + second.length + after.length;
  const written = sourceOf(from, to - from).replaceAll(/\s+/g, " ");
  const hasBlank = /^\s|\s$/.test(between);
  return {
    details: { kind: "apart", mark, made, meant: meant.join(" "), written, hasBlank },
    from,
    to,
  };
}
