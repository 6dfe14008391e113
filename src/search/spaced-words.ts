import { composed } from "../domain/composed.ts";

/** One character of a script that is written without blanks between words, with its marks. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30FC\uFF70\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*/gu;

const SHORT = "(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’]";
const LONG = "(?:[dns]?[ae]ll|[cs]?oll|sull|quest|quell|un|sant|gl)['’]";

/**
 * A word that lost its last vowel to the next one, with its apostrophe: the `l’` of `l’année`, as French, Italian
 * and Catalan write. English has the longer ones too, in `all’s` and `Dell’s`, but before consonants.
 */
const ELIDED = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}'’‘])(?:${SHORT}(?=\\p{L})|${LONG}(?=[aeiouhà-ÿ]))`,
  "giu",
);

const ONE_UNSPACED = new RegExp(UNSPACED.source, "u");

/** Whether a text has a character of a script that is written without blanks. */
export function isUnspaced(text: string): boolean {
  return ONE_UNSPACED.test(text);
}

const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;
const BLANK = /[\s\p{Cc}]+/gu;

/** Text on one line without control and invisible characters, so that Pagefind and we count the same words. */
export function plainLine(text: string): string {
  return text.replace(INVISIBLE, "").replace(BLANK, " ").trim();
}

/**
 * Text as it goes into the index, with its letters composed: `l’année` is two words there, since whoever searches writes
 * the second, and scripts without blanks have each character as a word of its own. Segmentation into real words is left out because
 * browsers and Node cut differently, and what is cut differently is not found.
 */
export function spacedWords(text: string): string {
  return plainLine(plainLine(composed(text)).replace(ELIDED, "$& ").replace(UNSPACED, " $& "));
}

const PART = new RegExp(`(?<unspaced>${UNSPACED.source})|${ELIDED.source}`, "giu");

/** Where the words of a text stand that `spacedWords` makes of it: `[start, end]` in UTF-16 units of the text. */
export function wordPlaces(text: string): [start: number, end: number][] {
  const places: [number, number][] = [];
  for (const run of text.matchAll(/\S+/gu)) {
    let from = run.index;
    const upTo = (end: number): void => {
      if (end > from) places.push([from, end]);
      from = end;
    };
    for (const part of run[0].matchAll(PART)) {
      const start = run.index + part.index;
      if (part.groups?.["unspaced"] !== undefined) upTo(start);
      upTo(start + part[0].length);
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
  const isElided = [...(before + after).matchAll(ELIDED)].some(
    (word) => word.index + word[0].length === before.length,
  );
  return isRun || isElided ? "" : " ";
}

/**
 * A query as Pagefind takes it: `l’année` asks for `année`, which may stand after any other word. A query that is a
 * single run of unspaced characters is asked for as a phrase, since its characters apart stand in every other text.
 */
export function spacedQuery(query: string): string {
  const asked = composed(query).replace(ELIDED, "");
  const spaced = spacedWords(asked);
  const isRun =
    spaced.includes(" ") &&
    !/\s/u.test(plainLine(asked)) &&
    spaced.replace(UNSPACED, "").trim() === "";
  return isRun ? `"${spaced}"` : spaced;
}
