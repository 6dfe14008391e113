import type { FileIndex } from "../cache/index-file.ts";
import { WORD_WEIGHTS } from "./indexed-record.ts";
import type { TokenWords } from "./pagefind/token-words.ts";

/** What is known of tokens, kept from one build to the next by their beginnings. */
export type CachedTokens = FileIndex<CachedAnswer[]>;

/** A token with what Pagefind makes of it. */
type CachedAnswer = [token: string, words: TokenWords["words"], shares?: number[][]];

/** Tokens of which the answers are kept while a process goes from period to period; then it begins anew. */
const MOST_REMEMBERED = 200_000;

/** Entries of what is kept are by so many first characters of their tokens. */
const BEGINNING = 2;

/** An entry holds as long as what it is kept with, and that is named when it is opened. */
const STAMP = "kept";

/** What Pagefind makes of tokens, each of which is asked for once. */
export interface TokenBook {
  /** Gives an answer for each token, in their order. `kept` is read, and written again where it lacked some. */
  look: (tokens: readonly string[], cached?: CachedTokens) => Promise<TokenWords[]>;
}

/** Begins a book with nothing in it. `ask` is what asks Pagefind. */
export function tokenBook(
  ask: (tokens: readonly string[], weights: readonly number[]) => Promise<TokenWords[]>,
): TokenBook {
  const known = new Map<string, TokenWords>();
  return {
    look: async (tokens, cached) => {
      if (known.size > MOST_REMEMBERED) known.clear();
      const groups = [...Map.groupBy(tokens, beginningOf)];
      const whole = new Set<string>();
      for (const [beginning, own] of groups) {
        const entries = cached?.earlier({ file: beginning }) ?? [];
        const held = new Set(entries.map(([token]) => token));
        if (cached !== undefined && own.every((token) => held.has(token))) {
          cached.recall({ file: beginning, stamp: STAMP });
          whole.add(beginning);
        }
        for (const [token, words, shares] of entries)
          known.set(token, { words, ...(shares === undefined ? {} : { shares }) });
      }
      const unknown = tokens.filter((token) => !known.has(token));
      if (unknown.length > 0) {
        const answers = await ask(unknown, WORD_WEIGHTS);
        for (const [at, token] of unknown.entries()) known.set(token, answers[at] ?? { words: [] });
      }
      const answerOf = (token: string): TokenWords => known.get(token) ?? { words: [] };
      if (cached !== undefined) {
        for (const [beginning, own] of groups) {
          if (whole.has(beginning)) continue;
          const reading = own.map((token) => keptAnswer(token, answerOf(token)));
          cached.keep({ file: beginning, stamp: STAMP }, reading);
        }
        cached.save();
      }
      return tokens.map(answerOf);
    },
  };
}

function beginningOf(token: string): string {
  return token.slice(0, BEGINNING);
}

function keptAnswer(token: string, { words, shares }: TokenWords): CachedAnswer {
  return shares === undefined ? [token, words] : [token, words, shares];
}
