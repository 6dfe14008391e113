import type { PreparedPart } from "../prepared-parts.ts";
import { foundParts } from "./found-parts.ts";
import type { FoundPart, FoundWord } from "./found-parts.ts";
import { foundForms, markedAddress } from "./marked-address.ts";
import type { FoundRecord } from "./pagefind.ts";

/** A piece of text; marked where it was searched for. */
export interface Run {
  text: string;
  marked: boolean;
}

/** One result as the list shows it. */
export interface FoundArticle {
  /** Below the host, with the words that were found, to be marked there. */
  href: string;
  title: Run[];
  /** The place in the body that fits best, or the standfirst where the body has none. */
  text: Run[];
  /** The heading above that place. */
  section?: { text: string; href: string };
  byline: string;
  category: string;
  kind: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** For `datetime`. */
  date: string;
}

/** Words that an excerpt is chosen by, words before the first one found, and characters shown. */
const WINDOW = 24;
const LEAD = 8;
const SHOWN = 200;

/**
 * What the list shows of a record. The excerpt is made here, from the words and their places, because the one that
 * Pagefind makes is HTML in which a text's own `&lt;` cannot be told from an escaped `<`.
 */
export function foundArticle(record: FoundRecord): FoundArticle {
  const { meta, url, sections } = record;
  const parts = foundParts(record);
  const whole = (of: PreparedPart["of"]): Run[] =>
    parts.filter((part) => part.of === of).flatMap(({ text, words }) => runsOf(text, words));
  const body = joined(parts.filter(({ section }) => section !== undefined));
  const excerpt = densest(body.words.filter(({ found }) => found));
  const forms = foundForms(parts);
  const heading = excerpt?.section === undefined ? undefined : sections[excerpt.section]?.heading;
  return {
    href: markedAddress(url, forms),
    title: whole("title"),
    text: excerpt === undefined ? whole("description") : excerptOf(body, excerpt),
    ...(heading === undefined || heading.id === "" || heading.text === ""
      ? {}
      : { section: { text: heading.text, href: markedAddress(url, forms, heading.id) } }),
    byline: meta.byline,
    category: meta.category,
    kind: meta.kind,
    day: meta.day,
    date: meta.date,
  };
}

interface Body {
  text: string;
  words: (FoundWord & Pick<PreparedPart, "section">)[];
}

/** Parts as one text. */
function joined(parts: readonly FoundPart[]): Body {
  const body: Body = { text: "", words: [] };
  for (const { text, words, section } of parts) {
    if (text === "") continue;
    if (body.text !== "") body.text += " ";
    const from = body.text.length;
    for (const word of words) {
      const placed = { ...word, start: word.start + from, end: word.end + from };
      body.words.push(section === undefined ? placed : { ...placed, section });
    }
    body.text += text;
  }
  return body;
}

/** The first of the words that has the most others close behind it; they stand in their order. */
function densest<Word extends FoundWord>(words: readonly Word[]): Word | undefined {
  let best: Word | undefined;
  let most = 0;
  let to = 0;
  for (const [from, word] of words.entries()) {
    while ((words[to]?.place ?? Infinity) - word.place < WINDOW) to += 1;
    if (to - from > most) {
      most = to - from;
      best = word;
    }
  }
  return best;
}

function excerptOf({ text, words }: Body, { place }: FoundWord): Run[] {
  const at = words.findIndex((word) => word.place === place);
  const first = Math.max(0, at - LEAD);
  const start = wordStart(text, words[first - 1]?.end ?? 0, words[first]?.start ?? 0);
  const later = words.findIndex(({ end }, index) => index >= at && end - start >= SHOWN);
  const last = later === -1 ? words.length - 1 : later;
  const isEnd = last === words.length - 1;
  const end = isEnd ? text.length : wordEnd(text, words[last]?.end ?? 0);
  return merged([
    { text: first > 0 ? "… " : "", marked: false },
    ...runsOf(text, words.slice(first, last + 1), start, end),
    { text: isEnd ? "" : " …", marked: false },
  ]);
}

/** Where a word begins with the signs before it, of which none stands before a blank. */
function wordStart(text: string, before: number, start: number): number {
  return before + text.slice(before, start).search(/\S*$/);
}

/** Where a word ends with the signs behind it. */
function wordEnd(text: string, end: number): number {
  return end + (/^[^\s\p{L}\p{M}\p{N}]*/u.exec(text.slice(end))?.[0].length ?? 0);
}

/** A piece of a text as it is written, with the words marked that were found, and what stands between two of them. */
function runsOf(text: string, words: readonly FoundWord[], start = 0, end = text.length): Run[] {
  const runs: Run[] = [];
  let at = start;
  let wasFound = false;
  for (const word of words) {
    const from = Math.max(at, word.start);
    const to = Math.max(at, word.end);
    runs.push({ text: text.slice(at, from), marked: wasFound && word.found });
    runs.push({ text: text.slice(from, to), marked: word.found });
    at = to;
    wasFound = word.found;
  }
  return merged([...runs, { text: text.slice(at, end), marked: false }]);
}

function merged(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const { text, marked } of runs) {
    const last = all.at(-1);
    if (text === "") continue;
    if (last?.marked === marked) last.text += text;
    else all.push({ text, marked });
  }
  return all;
}
