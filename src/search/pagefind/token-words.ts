import { decodeCbor } from "./cbor.ts";
import { readIndexedWord } from "./index-format.ts";
import type { WordPage } from "./index-format.ts";
import { readMadeIndex } from "./made-index.ts";
import { wordsPage } from "./record-page.ts";
import type { PagefindService } from "./service.ts";
import { PLAIN_WEIGHT, weightedPositions } from "./word-positions.ts";

/** A word of an index that a token is found by, and the form that it has with its accents, where that is another. */
export type TokenWord = [word: string, form?: string];

/** What Pagefind makes of a token: the run of characters between two blanks. */
export interface TokenWords {
  words: TokenWord[];
  /**
   * What each of the words weighs where the token has each of the weights that were asked for, in their order; absent
   * where all of them weigh what the token does. The parts of a compound share its weight.
   */
  shares?: number[][];
}

/** So many tokens are asked for as the words of one page. */
const TOKENS_OF_PAGE = 2000;

/**
 * Asks Pagefind what it makes of tokens, which hold no blank: they are the words of made-up pages, and its own index of
 * these tells. What it makes of a token does not depend on those beside it. `weights` are those of pages, the
 * heaviest first. Gives an answer for each token, in their order.
 */
export async function askTokens(
  service: PagefindService,
  tokens: readonly string[],
  weights: readonly number[],
): Promise<TokenWords[]> {
  const [heaviest = 1, ...lighter] = weights;
  const found = await foundAt(service, tokens, heaviest);
  const answers = found.map((words): TokenWords => ({ words: words.map(({ word }) => word) }));
  // What weighs as much as it can has nothing to share.
  const cut = [...found.keys()].filter((at) =>
    found[at]?.some(({ weight }) => weight !== heaviest * PLAIN_WEIGHT),
  );
  if (cut.length === 0) return answers;
  const ofCut = cut.map((at) => tokens[at] ?? "");
  const shares = cut.map((at) => [(found[at] ?? []).map(({ weight }) => weight)]);
  for (const weight of lighter) {
    for (const [at, words] of (await foundAt(service, ofCut, weight)).entries())
      shares[at]?.push(words.map((one) => one.weight));
  }
  for (const [at, number] of cut.entries())
    answers[number] = { words: answers[number]?.words ?? [], shares: shares[at] ?? [] };
  return answers;
}

interface FoundWord {
  word: TokenWord;
  weight: number;
}

/** The words that stand at the place of each token, in an order that is the same at all weights. */
async function foundAt(
  service: PagefindService,
  tokens: readonly string[],
  weight: number,
): Promise<FoundWord[][]> {
  const pages = Array.from({ length: Math.ceil(tokens.length / TOKENS_OF_PAGE) }, (_, page) => ({
    url: `/${page}/`,
    content: wordsPage(tokens.slice(page * TOKENS_OF_PAGE, (page + 1) * TOKENS_OF_PAGE), weight),
  }));
  const { words } = readMadeIndex(await service.indexPages(pages));
  const found: FoundWord[][] = tokens.map(() => []);
  const take = (word: TokenWord, steps: readonly WordPage[]): void => {
    let page = 0;
    for (const [step, places] of steps) {
      page += step;
      for (const [position, itsWeight] of weightedPositions(places))
        found[page * TOKENS_OF_PAGE + position]?.push({ word, weight: itsWeight });
    }
  };
  for (const { bytes } of words) {
    const [word, own, variants] = readIndexedWord(decodeCbor(bytes));
    take([word], own);
    for (const [form, steps] of variants.toSorted(([a], [b]) => (a < b ? -1 : 1)))
      take([word, form], steps);
  }
  // A word and a part of it may be equal: the word is the heavier one.
  for (const own of found) own.sort((a, b) => compareWords(a.word, b.word) || b.weight - a.weight);
  return found;
}

function compareWords([a, aForm = ""]: TokenWord, [b, bForm = ""]: TokenWord): number {
  if (a === b) return aForm === bForm ? 0 : aForm < bForm ? -1 : 1;
  return a < b ? -1 : 1;
}
