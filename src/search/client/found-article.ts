import type { ListImage } from "../../media/image-target.ts";
import type { PreparedPart } from "../prepared-parts.ts";
import { foundParts } from "./found-parts.ts";
import type { FoundPart, FoundWord } from "./found-parts.ts";
import { foundForms, markedAddress } from "./marked-address.ts";
import type { FoundRecord } from "../pagefind/engine.ts";

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
  /** The place in the body that fits best, or the standfirst where there is none but among data. */
  text: Run[];
  /** The heading above that place. */
  section?: { text: string; href: string };
  byline: string;
  category: string;
  categorySlug: string;
  kind: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** For `datetime`. */
  date: string;
  /** Of title and text, where it is not the publication's. */
  language?: string;
  image?: ListImage;
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
  const { meta, url, sections, language, picture: image } = record;
  const parts = foundParts(record);
  const whole = (of: PreparedPart["of"]): Run[] =>
    parts.filter((part) => part.of === of).flatMap(({ text, words }) => runsOf(text, words));
  const prose = parts.filter(({ of }) => of === "heading" || of === "text");
  const data = parts.filter(({ of }) => of === "data");
  const best = densestIn(prose) ?? densestIn(data);
  const sectionFound = best?.section;
  const quoted = parts.find(({ of, section }) => of === "text" && section === sectionFound);
  const forms = foundForms(parts);
  const heading = sectionFound === undefined ? undefined : sections[sectionFound]?.heading;
  return {
    href: markedAddress(url, forms),
    title: whole("title"),
    text:
      quoted === undefined || quoted.words.length === 0 || best?.of === "data"
        ? whole("description")
        : excerptOf(quoted, best?.of === "text" ? best.position : undefined),
    ...(heading === undefined || heading.id === "" || heading.text === ""
      ? {}
      : { section: { text: heading.text, href: markedAddress(url, forms, heading.id) } }),
    byline: meta.byline,
    category: meta.category,
    categorySlug: meta.categorySlug,
    kind: meta.kind,
    day: meta.day,
    date: meta.date,
    ...(language === undefined ? {} : { language }),
    ...(image === undefined ? {} : { image }),
  };
}

/** The place with most of the words that were found, and the part that it is in. */
function densestIn(
  parts: readonly FoundPart[],
): (Pick<PreparedPart, "of" | "section"> & { position: number }) | undefined {
  const found = parts.flatMap(({ of, section, words }) =>
    words
      .filter((word) => word.found)
      .map(({ position }) => ({ of, position, ...(section === undefined ? {} : { section }) })),
  );
  return densest(found);
}

/** The first of the words that has the most others close behind it; they stand in their order. */
function densest<Word extends { position: number }>(words: readonly Word[]): Word | undefined {
  let best: Word | undefined;
  let most = 0;
  let to = 0;
  for (const [from, word] of words.entries()) {
    while ((words[to]?.position ?? Infinity) - word.position < WINDOW) to += 1;
    if (to - from > most) {
      most = to - from;
      best = word;
    }
  }
  return best;
}

/** A piece of one section's text around a place in it, or else its beginning. */
function excerptOf({ text, words }: FoundPart, position: number | undefined): Run[] {
  const at = Math.max(
    0,
    words.findIndex((word) => word.position === position),
  );
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
  return before + text.slice(before, start).search(/(?<!\S)\S*$/);
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
