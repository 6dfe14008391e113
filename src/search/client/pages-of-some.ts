import { comparedForm } from "../prepared-words.ts";
import { firstLetter } from "../spelling-format.ts";
import type { CountedWord } from "../spelling-format.ts";
import type { IndexedWord } from "../pagefind/index-format.ts";
import type { JoinedPeriods } from "./merged-index.ts";
import { nearWords } from "./near-words.ts";
import { termWords } from "./query-words.ts";

/** A word of a headline counts so many times what one of a body does. */
const IN_TITLE = 3;

/**
 * The pages of joined periods that have any of the terms, those first that have the most and rarest of them, in
 * their headlines above all. In the place of a term that no page has stands what was most likely meant.
 */
export async function pagesOfSome(
  base: string,
  joined: JoinedPeriods,
  terms: readonly string[],
  spellings: (initial: string) => Promise<CountedWord[]>,
): Promise<number[]> {
  const total = joined.periods.reduce((sum, { meta }) => sum + meta.pages.length, 0);
  const title = -1 - (joined.periods[0]?.meta.fields.indexOf("title") ?? 0);
  const scores = new Map<number, number>();
  for (const term of terms) {
    const pages = titled(await messagesFor(base, joined, term, spellings), title);
    const rare = Math.log(1 + total / pages.size);
    for (const [page, inTitle] of pages)
      scores.set(page, (scores.get(page) ?? 0) + rare * (inTitle ? IN_TITLE : 1));
  }
  return [...scores].sort(([a, one], [b, other]) => other - one || a - b).map(([page]) => page);
}

async function messagesFor(
  base: string,
  joined: JoinedPeriods,
  term: string,
  spellings: (initial: string) => Promise<CountedWord[]>,
): Promise<IndexedWord[]> {
  const { met } = await termWords(base, joined, term);
  if (met.length > 0) return met;
  const [meant] = nearWords(term, await spellings(firstLetter(term)));
  return meant === undefined ? [] : (await termWords(base, joined, comparedForm(meant))).met;
}

/** The pages that any of the words stands on, and whether it stands in the page's headline. */
function titled(words: readonly IndexedWord[], title: number): Map<number, boolean> {
  const pages = new Map<number, boolean>();
  for (const [, own, variants] of words) {
    for (const [page, , inNames] of [own, ...variants.map(([, of]) => of)].flat())
      pages.set(page, pages.get(page) === true || inNames.includes(title));
  }
  return pages;
}
