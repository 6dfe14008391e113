import { rule as address } from "../../checks/markdown/address.ts";
import { rule as definition } from "../../checks/markdown/definition.ts";
import { rule as heading } from "../../checks/markdown/heading.ts";
import { rule as list } from "../../checks/markdown/list.ts";
import { rule as reference } from "../../checks/markdown/reference.ts";
import { rule as unclosed } from "../../checks/markdown/unclosed.ts";
import type { Details as UnclosedDetails } from "../../checks/markdown/unclosed.ts";
import { editDistance } from "../../domain/nearest-name.ts";
import { headingWords } from "../heading-words.ts";
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
    const place = written.placeAt(from, to - from);
    context.report(unclosed.inBody(place, context.format, details));
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

/** Links and pictures whose address has blanks in it, and which are therefore text. */
export const addressesWithBlanks: TextCheck = ({ text, placeAt, sourceOf }, context) => {
  const pattern = /(?<![\p{L}\p{N})\]])(!?\[[^[\]\n]*\])\(([^()\n]*)\)/gu;
  for (const { 0: whole, 1: words = "", 2: written = "", index } of text.matchAll(pattern)) {
    if (!/\s/.test(written) || written.length > LONGEST_ADDRESS) continue;
    const { address: to, title } = parted(written);
    context.report(
      address.inBody(placeAt(index, whole.length), context.format, {
        isPicture: whole.startsWith("!"),
        why: /\s/.test(to) ? "blanks" : "title",
        meant: `${sourceOf(index, words.length)}(${shownAddress(to)}${title === undefined ? "" : ` "${title}"`})`,
      }),
    );
  }
};

/** Longest address that is looked at, with its title. */
const LONGEST_ADDRESS = 500;

/** An address as it is written in a link: between angle brackets where it has blanks. */
function shownAddress(address: string): string {
  if (!/\s/.test(address)) return address;
  if (address.startsWith("tel:")) return address.replaceAll(/\s+/g, "");
  const [, host = "", path = ""] = /^(https?:\s*\/\/[^/?#]*)([^]*)$/i.exec(address) ?? [];
  if (host !== "") return host.replaceAll(/\s+/g, "") + path.replaceAll(/\s+/g, "%20");
  const isWhole = !/[<>\n]/.test(address);
  return isWhole ? `<${address}>` : address.replaceAll(/[\s<>]+/g, encodeURIComponent);
}

/** An address and its title, in whatever quotation marks. */
function parted(written: string): { address: string; title?: string } {
  const match = /^(?=.*["'“”‘’»]$)(.*?)(?<!\s)\s+["'“”„‟‘’«](.*)["'“”‘’»]$/u.exec(written.trim());
  if (match === null) return { address: written.trim().replace(/^<|>$/g, "") };
  return { address: match[1] ?? "", title: match[2] ?? "" };
}

const DEFINED = /^[ \t>]{0,12}\[([^\]^\n][^\]\n]{0,200})\]:/gm;

/** Links by reference to an address that is nowhere in the text. */
export const missingReferences: TextCheck = ({ text, placeAt, sourceOf }, context) => {
  const pattern = /(?<![\p{L}\p{N}\])])!?\[([^[\]^\n][^[\]\n]*)\]\[([^[\]\n]*)\](?![[(])/gu;
  for (const { 0: whole, 1: words = "", 2: written = "", index } of text.matchAll(pattern)) {
    const name = written === "" ? words : written;
    // Sources are cited by their numbers.
    if (name.startsWith("^") || (/^\d+$/.test(words) && /^\d*$/.test(written))) continue;
    const isPicture = whole.startsWith("!");
    const shownWords = sourceOf(index + (isPicture ? 2 : 1), words.length);
    const near = nearestReference(name, context);
    context.report(
      reference.inBody(placeAt(index, whole.length), context.format, {
        kind: "missing",
        written: sourceOf(index, whole.length),
        name,
        isPicture,
        words: shownWords,
        ...(near === undefined ? {} : { meant: `${isPicture ? "!" : ""}[${shownWords}][${near}]` }),
      }),
    );
  }
};

/** Most names of a text that are compared with the others, and of those that none has. */
const MOST_COMPARED = 1000;
const MOST_MISSING = 50;

/** The names of the addresses of a text, in small letters too, and for how many others a like one was looked for. */
const defined = new WeakMap<object, { names: [name: string, lower: string][]; asked: number }>();

/** The name of an address of the text that one sign parts from a name that none has. */
function nearestReference(name: string, text: { source: string }): string | undefined {
  if (name.length < 4) return undefined;
  const known = defined.get(text) ?? { names: definedNames(text.source), asked: 0 };
  defined.set(text, known);
  known.asked += 1;
  if (known.asked > MOST_MISSING) return undefined;
  const lower = name.toLowerCase();
  const near = known.names.filter(
    ([, other]) => Math.abs(other.length - lower.length) <= 1 && editDistance(other, lower) === 1,
  );
  return near.length === 1 ? near[0]?.[0] : undefined;
}

function definedNames(source: string): [name: string, lower: string][] {
  const names: [string, string][] = [];
  for (const [, name = ""] of source.matchAll(DEFINED)) {
    if (names.length === MOST_COMPARED) break;
    names.push([name, name.toLowerCase()]);
  }
  return names;
}

/** What addresses begin with, as against words in brackets. */
const ADDRESS = String.raw`(?:https?:\/\/|mailto:|www\.|\.{0,2}\/|#)[^\s()[\]<>"]{0,500}`;

/** Links whose halves stand apart or in each other's place, and pictures alike. */
const TORN = new RegExp(
  String.raw`(!?\[(?<words>[^[\]\n]{1,200})\])[ \t]+\((?<address>${ADDRESS})\)|` +
    String.raw`\((?<turned>[^()[\]\n]{1,200})\)\[(?<place>${ADDRESS})\]`,
  "gu",
);

/** Links of which the words and the address stand as Markdown does not have them. */
export const tornLinks: TextCheck = ({ text, placeAt, sourceOf }, context) => {
  for (const { 0: whole, index, groups = {} } of text.matchAll(TORN)) {
    const { words, address: to, turned, place } = groups;
    const isPicture = whole.startsWith("!");
    const length = (words ?? turned ?? "").length;
    const shown = sourceOf(index + (isPicture ? 2 : 1), length);
    context.report(
      address.inBody(placeAt(index, whole.length), context.format, {
        isPicture,
        why: place === undefined ? "torn" : "turned",
        meant: `${isPicture ? "!" : ""}[${shown}](${withScheme(to ?? place ?? "")})`,
      }),
    );
  }
};

/** Without a scheme, an address of the web leads to a file of that name. */
function withScheme(address: string): string {
  return /^www\./i.test(address) ? `https://${address}` : address;
}

/** A link or a picture whose address is not closed on its line. */
const WITHOUT_END = new RegExp(
  String.raw`(?<![\p{L}\p{N}\])])(?<words>!?\[[^[\]\n]{1,200}\])\((?<address>${ADDRESS})(?=\s|$)(?![^\n]*\))`,
  "gmu",
);

/** Links whose address has no closing bracket. */
export const linksWithoutEnd: TextCheck = ({ text, placeAt, sourceOf }, context) => {
  for (const { 0: whole, index, groups = {} } of text.matchAll(WITHOUT_END)) {
    const { words = "", address: to = "" } = groups;
    const end = /(?<![.,;:!?])[.,;:!?]+$/.exec(to)?.[0] ?? "";
    context.report(
      address.inBody(placeAt(index, whole.length), context.format, {
        isPicture: whole.startsWith("!"),
        why: "unclosed",
        meant: `${sourceOf(index, words.length)}(${withScheme(to.slice(0, to.length - end.length))})${end}`,
      }),
    );
  }
};
