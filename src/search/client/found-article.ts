import { between, wordPlaces } from "../spaced-words.ts";
import { foundForms, markedAddress } from "./marked-address.ts";
import type { PagefindFragment } from "./pagefind.ts";

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
export function foundArticle(fragment: PagefindFragment): FoundArticle {
  const { meta, url, content } = fragment;
  const title = meta["title"] ?? "";
  const description = meta["description"] ?? "";
  const byline = meta["byline"] ?? "";
  const found = new Set(fragment.locations);
  // The record's text begins with headline, standfirst and byline (`recordHtml`).
  const standfirstAt = wordPlaces(title).length;
  const bylineAt = standfirstAt + wordPlaces(description).length;
  const bodyAt = bylineAt + wordPlaces(byline).length;
  const words = content.split(/\s+/);
  const inBody = [...found].filter((place) => place >= bodyAt && place < words.length);
  const excerpt = densest(inBody.sort((a, b) => a - b));
  const forms = foundForms(words, found);
  const section = excerpt === undefined ? undefined : sectionAt(fragment, excerpt, forms);
  return {
    href: markedAddress(url, forms),
    title: markedIn(title, found, 0),
    text:
      excerpt === undefined
        ? markedIn(description, found, standfirstAt)
        : excerptOf(words, found, excerpt, bodyAt),
    ...(section === undefined ? {} : { section }),
    byline,
    category: meta["category"] ?? "",
    kind: meta["kind"] ?? "",
    day: meta["day"] ?? "",
    date: meta["date"] ?? "",
  };
}

/** The text as it is written, with those of its words marked that were found; `first` is the place of its first. */
function markedIn(text: string, found: ReadonlySet<number>, first: number): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const [index, [from, to]] of wordPlaces(text).entries()) {
    if (!found.has(first + index)) continue;
    add(runs, text.slice(end, from), false);
    add(runs, text.slice(from, to), true);
    end = to;
  }
  add(runs, text.slice(end), false);
  return runs;
}

/** The first of the places that has the most others close behind it; `places` ascend. */
function densest(places: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  let to = 0;
  for (const [from, place] of places.entries()) {
    while (to < places.length && (places[to] ?? 0) - place < WINDOW) to += 1;
    if (to - from > most) {
      most = to - from;
      best = place;
    }
  }
  return best;
}

function excerptOf(
  words: readonly string[],
  found: ReadonlySet<number>,
  place: number,
  first: number,
): Run[] {
  const from = Math.max(first, place - LEAD);
  const runs: Run[] = [];
  add(runs, from > first ? "… " : "", false);
  let length = 0;
  let at = from;
  for (; at < words.length && length < SHOWN; at++) {
    const word = words[at] ?? "";
    const blank = at === from ? "" : between(words[at - 1] ?? "", word);
    add(runs, blank, found.has(at - 1) && found.has(at));
    add(runs, word, found.has(at));
    length += blank.length + word.length;
  }
  add(runs, at < words.length ? " …" : "", false);
  return runs;
}

function sectionAt(
  { anchors, url }: PagefindFragment,
  place: number,
  forms: readonly string[],
): FoundArticle["section"] {
  let nearest: PagefindFragment["anchors"][number] | undefined;
  for (const anchor of anchors) {
    if (anchor.location <= place && anchor.location >= (nearest?.location ?? 0)) nearest = anchor;
  }
  if (nearest === undefined || nearest.id === "" || nearest.text === "") return undefined;
  const text = nearest.text
    .split(/\s+/)
    .reduce((before, word) => before + between(before, word) + word);
  return { text, href: markedAddress(url, forms, nearest.id) };
}

function add(runs: Run[], text: string, marked: boolean): void {
  const last = runs.at(-1);
  if (text === "") return;
  if (last?.marked === marked) last.text += text;
  else runs.push({ text, marked });
}
