/** One character of a script that is written without blanks between words, with its marks. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30FC\uFF70\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*/gu;

/** Where a word that lost its vowel is joined to the next one: `l’année`, and not `Meta’s`. */
const ELISION = /(?<=\p{L}['’])(?=\p{L}{3})/gu;

const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;
const BLANK = /[\s\p{Cc}]+/gu;

/** Text on one line without control and invisible characters, so that Pagefind and we count the same words. */
export function plainLine(text: string): string {
  return text.replace(INVISIBLE, "").replace(BLANK, " ").trim();
}

/**
 * Text as it goes into the index and as it is asked for: scripts without blanks have each character as a word of
 * its own, and words that are joined by an apostrophe stand apart. Segmentation into real words is left out because browsers and Node cut differently, and what is cut
 * differently is not found.
 */
export function spacedWords(text: string): string {
  return plainLine(plainLine(text).replace(UNSPACED, " $& ").replace(ELISION, " "));
}

const CUTS = new RegExp(`${UNSPACED.source}|${ELISION.source}`, "gu");

/** Where the words of a text stand that `spacedWords` makes of it: `[start, end]` in UTF-16 units of the text. */
export function wordPlaces(text: string): [start: number, end: number][] {
  const places: [number, number][] = [];
  for (const run of text.matchAll(/\S+/gu)) {
    let from = run.index;
    const upTo = (end: number): void => {
      if (end > from) places.push([from, end]);
      from = end;
    };
    for (const character of run[0].matchAll(CUTS)) {
      const start = run.index + character.index;
      upTo(start);
      upTo(start + character[0].length);
    }
    upTo(run.index + run[0].length);
  }
  return places;
}

const GLUED_BEFORE = new RegExp(`(?:${UNSPACED.source}|[\\u3000-\\u303F\\uFF00-\\uFFEF])$`, "u");
const GLUED_AFTER = new RegExp(`^(?:${UNSPACED.source}|[\\u3000-\\u303F\\uFF00-\\uFFEF])`, "u");

/** What stood between two words of the index before they were spaced out: a blank, or nothing. */
export function between(before: string, after: string): "" | " " {
  const isRun = GLUED_BEFORE.test(before) && GLUED_AFTER.test(after);
  const isElision = /\p{L}['’]$/u.test(before) && /^\p{L}{3}/u.test(after);
  return isRun || isElision ? "" : " ";
}

/**
 * A query as Pagefind takes it. One that is a single run of unspaced characters is asked for as a phrase, since
 * its characters apart stand in every other text.
 */
export function spacedQuery(query: string): string {
  const spaced = spacedWords(query);
  const isRun =
    spaced.includes(" ") &&
    !/\s/u.test(plainLine(query)) &&
    spaced.replace(UNSPACED, "").trim() === "";
  return isRun ? `"${spaced}"` : spaced;
}
