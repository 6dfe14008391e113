import { editDistance } from "../../domain/nearest-name.ts";
import { comparedForm } from "../prepared-words.ts";
import { SHORTEST } from "../spelling-format.ts";
import type { CountedWord } from "../spelling-format.ts";

/** Words of so many letters and more may have two slips in them. */
const LONG = 6;

/** A word that is further off by one slip has to be so many times as frequent: two to this power. */
const SLIP = 6;

/** Whoever misspells a word writes its beginning right as a rule; so many letters of it, and what they count. */
const BEGINNING = 3;
const SAME_BEGINNING = 2;

/** The archive has slips of its own. A word that it has is doubted only where another is so many times as frequent. */
const TIMES_AS_FREQUENT = 10;

/**
 * The known words that are most likely meant by one that is `wanted`, prepared as they are, the likeliest first: with the same first letter, accents
 * left aside, by how few slips they differ in and how frequent they are. Slips are counted as in `editDistance`:
 * one in a word of up to five letters, two in a longer one.
 */
export function nearWords(wanted: string, known: readonly CountedWord[]): string[] {
  const length = [...wanted].length;
  if (length < SHORTEST || /[^\p{L}]/u.test(wanted)) return [];
  const most = length < LONG ? 1 : 2;
  const folded = known.map((word) => ({ ...word, form: comparedForm(word.word) }));
  const own = folded
    .filter(({ form }) => form === wanted)
    .reduce((sum, { articles }) => sum + articles, 0);
  const likely: { word: string; score: number }[] = [];
  for (const { word, articles, form } of folded) {
    if (form === wanted || form.codePointAt(0) !== wanted.codePointAt(0)) continue;
    if (Math.abs(form.length - wanted.length) > most) continue;
    if (articles < own * TIMES_AS_FREQUENT) continue;
    const slips = editDistance(wanted, form);
    if (slips > most) continue;
    const begins = form.slice(0, BEGINNING) === wanted.slice(0, BEGINNING) ? SAME_BEGINNING : 0;
    likely.push({ word, score: Math.log2(articles) + begins - SLIP * slips });
  }
  return likely.sort((a, b) => b.score - a.score).map(({ word }) => word);
}
