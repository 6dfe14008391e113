import type { TextCheck } from "./text-check.ts";

/** Marks of Markdown that come in twos, with what they make. */
const MARKS = [
  { mark: "**", made: "bold", pattern: /\*{2,3}/g },
  { mark: "__", made: "bold", pattern: /__/g },
  { mark: "~~", made: "struck through", pattern: /~~/g },
  { mark: "`", made: "code", pattern: /`+/g },
];

/** Marks that are printed as they stand, since the parser found no second one or no words between. */
export const unreadMarks: TextCheck = (written, context) => {
  for (const { mark, made, pattern } of MARKS) {
    const found = marksIn(written.text, pattern);
    const [first] = found;
    if (first === undefined) continue;
    // What is to be filled in, and names in programs, begin or end with these.
    if (mark === "__" && !areAround(written.text, found)) continue;
    context.report({
      ...written.placeAt(first.index, first.length),
      code: "markdown/unclosed",
      severity: "warning",
      ...explain(mark, made, found.length, written.isHtml),
    });
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

function explain(
  mark: string,
  made: string,
  count: number,
  isHtml: boolean,
): { message: string; fix: string } {
  const shown = mark === "`" ? "A backtick" : `\`${mark}\``;
  const escaped = `\`${mark.replaceAll(/[*_~`]/g, "\\$&")}\``;
  const orEscaped =
    mark === "`" ? "or put a backslash before it." : `or ${escaped} if readers are to see it.`;
  if (isHtml) {
    return {
      message: `${shown} is printed as it stands: Markdown is not read within a block of HTML.`,
      fix: "Put an empty line before and after the text, or write it in HTML.",
    };
  }
  if (count === 1) {
    return {
      message: `${shown} is printed as it stands, because no second one closes it.`,
      fix: `Add the second one, ${orEscaped}`,
    };
  }
  return {
    message: `${shown} is printed as it stands: these do not make anything ${made}. No blank may stand within them beside the words, nor a letter or digit outside where a sign stands within.`,
    fix:
      mark === "__"
        ? `Write \`**words**\`, ${orEscaped}`
        : `Write \`${mark}words${mark}\` with blanks around it, ${orEscaped}`,
  };
}

/** Lines that begin like a heading, without the blank that makes them one. */
export const headingsWithoutBlank: TextCheck = ({ text, block, placeAt }, context) => {
  if (block.tagName !== "p") return;
  for (const { index, 1: marks = "", 2: words = "" } of text.matchAll(
    /^(#{2,6})([^#\s].*|[^\S \t\n].*\S.*)/gmu,
  )) {
    context.report({
      ...placeAt(index, marks.length),
      code: "markdown/heading",
      severity: "warning",
      message: `This line begins with \`${marks}\` and no blank behind it, so it is text and no heading.`,
      fix: `Write \`${marks} ${shorten(words.trim())}\`.`,
    });
  }
};

/** Lines that begin with a colon, as definitions do elsewhere below what they define. */
export const definitions: TextCheck = ({ text, block, placeAt }, context) => {
  if (block.tagName !== "p") return;
  let term = "";
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const words = /^:[ \t]+(?=\S)/.test(line) ? line.slice(1).trim() : "";
    const above = term;
    term = line.trim();
    if (words === "") continue;
    context.report({
      ...placeAt(index, 1),
      code: "markdown/definition",
      severity: "warning",
      message: "This line begins like a definition. Markdown has none, so the colon is printed.",
      fix: `Write \`<dl><dt>${shorten(above) || "…"}</dt><dd>${shorten(words)}</dd></dl>\`, or a list.`,
    });
  }
};

/** Marks of lists right before a letter, with no blank between; a number behind one makes it a minus or a decimal. */
const MARK_WITHOUT_BLANK = /^(?:[-*+]|\d{1,3}[.)])(?=[\p{Lu}\p{Ll}\p{Lo}])/u;

/** Lines that begin like items of a list, without the blank that makes them some: they run together. */
export const itemsWithoutBlank: TextCheck = ({ text, block, placeAt }, context) => {
  if (block.tagName !== "p" && block.tagName !== "li") return;
  let before: { kind: string; index: number; end: number; mark: string; words: string } | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const mark = MARK_WITHOUT_BLANK.exec(line)?.[0];
    const last = before;
    if (mark === undefined) {
      before = undefined;
      continue;
    }
    const kind = mark.replace(/\d+/, "1");
    before = { kind, index, end: index + line.length, mark, words: line.slice(mark.length) };
    // Behind a hard break there is a line break more.
    if (last?.kind !== kind || index > last.end + 1) continue;
    context.report({
      ...placeAt(last.index, last.mark.length),
      code: "markdown/list",
      severity: "warning",
      message: `Lines that begin with \`${last.mark}\` and no blank behind it are no list, and run together into one paragraph.`,
      fix: `Begin each line with the mark and a blank, as in \`${last.mark} ${shorten(last.words.trim())}\`.`,
    });
    return;
  }
};

/** Signs that word processors and dialogues begin lines with, and Markdown does not know. */
const BULLET = /^[•‣◦●○▪■·–—][ \t\u00A0]+(?=\S)/u;

/** Lines that begin with such a sign: they run together into one. */
export const otherBullets: TextCheck = ({ text, block, placeAt }, context) => {
  if (block.tagName !== "p") return;
  let before: { mark: string; index: number; end: number } | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const mark = BULLET.exec(line)?.[0].charAt(0);
    // Behind a hard break there is a line break more.
    if (mark !== undefined && before?.mark === mark && index === before.end + 1) {
      context.report({
        ...placeAt(before.index, 1),
        code: "markdown/list",
        severity: "warning",
        message: `Lines that begin with \`${mark}\` are no list, and run together into one paragraph.`,
        fix: "Begin each line with `- `; or end each with a backslash, to keep the lines as they are.",
      });
      return;
    }
    before = mark === undefined ? undefined : { mark, index, end: index + line.length };
  }
};

/** Links and pictures whose address has blanks in it, and which are therefore text. */
export const addressesWithBlanks: TextCheck = ({ text, placeAt }, context) => {
  const pattern = /(?<![\p{L}\p{N})\]])(!?\[[^[\]\n]*\])\(([^()\n]*)\)/gu;
  for (const { 0: whole, 1: words = "", 2: written = "", index } of text.matchAll(pattern)) {
    if (!/\s/.test(written) || written.length > LONGEST_ADDRESS) continue;
    const { address, title } = parted(written);
    const isPicture = whole.startsWith("!");
    context.report({
      ...placeAt(index, whole.length),
      code: "markdown/address",
      severity: "warning",
      message: `This is no ${isPicture ? "picture" : "link"} but text, because its address ${/\s/.test(address) ? "has blanks in it" : "is followed by something else than a title between straight quotation marks"}.`,
      fix: `Write \`${shorten(words)}(${shownAddress(address)}${title === undefined ? "" : ` "${title}"`})\`.`,
    });
  }
};

/** Longest address that is looked at, with its title. */
const LONGEST_ADDRESS = 500;

/** An address as it is written in a link: between angle brackets where it has blanks. */
function shownAddress(address: string): string {
  if (!/\s/.test(address)) return address;
  if (address.startsWith("tel:")) return address.replaceAll(/\s+/g, "");
  const isWhole = !/[<>\n]/.test(address);
  return isWhole ? `<${address}>` : address.replaceAll(/[\s<>]+/g, encodeURIComponent);
}

/** An address and its title, in whatever quotation marks. */
function parted(written: string): { address: string; title?: string } {
  const match = /^\s*(.*?)\s+["'“”„‘’«](.*)["'“”‘’»]\s*$/u.exec(written);
  if (match === null) return { address: written.trim().replace(/^<|>$/g, "") };
  return { address: match[1] ?? "", title: match[2] ?? "" };
}

/** Links by reference to an address that is nowhere in the text. */
export const missingReferences: TextCheck = ({ text, placeAt }, context) => {
  const pattern = /(?<![\p{L}\p{N}\])])!?\[([^[\]^\n][^[\]\n]*)\]\[([^[\]\n]*)\](?![[(])/gu;
  for (const { 0: whole, 1: words = "", 2: written = "", index } of text.matchAll(pattern)) {
    const name = written === "" ? words : written;
    // Sources are cited by their numbers.
    if (name.startsWith("^") || (/^\d+$/.test(words) && /^\d*$/.test(written))) continue;
    context.report({
      ...placeAt(index, whole.length),
      code: "markdown/reference",
      severity: "warning",
      message: `This is printed as it stands, because no line gives an address to \`[${shorten(name)}]\`.`,
      fix: `Add a line \`[${shorten(name)}]: https://…\`, or write \`[${shorten(words)}](https://…)\`; to show it, begin it with a backslash.`,
    });
  }
};

/** What addresses begin with, as against words in brackets. */
const ADDRESS = String.raw`(?:https?:\/\/|mailto:|www\.|\.{0,2}\/|#)[^\s()[\]<>"]{0,500}`;

/** Links whose halves stand apart or in each other's place, and pictures alike. */
const TORN = new RegExp(
  String.raw`(!?\[(?<words>[^[\]\n]{1,200})\])[ \t]+\((?<address>${ADDRESS})\)|` +
    String.raw`\((?<turned>[^()[\]\n]{1,200})\)\[(?<place>${ADDRESS})\]`,
  "gu",
);

/** Links of which the words and the address stand as Markdown does not have them. */
export const tornLinks: TextCheck = ({ text, placeAt }, context) => {
  for (const { 0: whole, index, groups = {} } of text.matchAll(TORN)) {
    const { words, address, turned, place } = groups;
    const isTurned = place !== undefined;
    context.report({
      ...placeAt(index, whole.length),
      code: "markdown/address",
      severity: "warning",
      message: `This is no ${whole.startsWith("!") ? "picture" : "link"} but text, because ${isTurned ? "the words stand in the brackets of the address, and the address in theirs" : "a blank stands between its words and its address"}.`,
      fix: `Write \`${whole.startsWith("!") ? "!" : ""}[${shorten(words ?? turned ?? "")}](${address ?? place ?? ""})\`.`,
    });
  }
};

function shorten(text: string): string {
  const words = text.replaceAll("\uFFFC", "…");
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
