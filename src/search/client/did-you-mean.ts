import { comparedForm, preparedWords } from "../prepared-words.ts";
import { spacedQuery } from "../spaced-words.ts";
import { firstLetter } from "../spelling-format.ts";
import type { ArchiveAnswer, ArchiveQuery, ArchiveSearch } from "./archive-search.ts";
import { nearWords } from "./near-words.ts";

/** Where so few articles or fewer are found, something else may be meant. */
export const FEW = 2;

/** Corrections that are searched for, so that none is offered which finds nothing. */
const MOST_TRIED = 4;

/** Whether the reader may have meant something else: a word that the archive has not, or next to nothing found. */
export function isDoubtful({ results, whole, unknown }: Omit<ArchiveAnswer, "counts">): boolean {
  return unknown.length > 0 || (whole && results.length <= FEW);
}

/**
 * The query that was most likely meant by one, in words that the archive has; `undefined` where there is none that
 * finds more.
 */
export async function meantQuery(
  archive: Pick<ArchiveSearch, "search" | "spellings">,
  query: string,
  asked: ArchiveQuery,
  { results, unknown }: Pick<ArchiveAnswer, "results" | "unknown">,
): Promise<string | undefined> {
  const suspects = unknown.length > 0 ? unknown : [...new Set(comparedForm(query).split(" "))];
  const near = await Promise.all(
    suspects.map(async (term): Promise<[string, string[]]> => [
      term,
      nearWords(term, await archive.spellings(firstLetter(term))),
    ]),
  );
  // What a word that is not there found instead says nothing.
  const atLeast = unknown.length > 0 ? 1 : results.length + 1;
  for (const words of corrections(near, unknown.length > 0).slice(0, MOST_TRIED)) {
    const corrected = withWords(query, words);
    if (corrected === query) continue;
    const found = await archive.search({
      ...asked,
      query: spacedQuery(corrected),
      order: "newest",
      least: atLeast,
      counted: false,
    });
    if (found.unknown.length === 0 && found.results.length >= atLeast) return corrected;
  }
  return undefined;
}

/**
 * Words in the place of terms, the likeliest first: of all terms at once where `together` is set, or of one at a
 * time.
 */
function corrections(
  near: readonly (readonly [term: string, words: readonly string[]])[],
  together: boolean,
): ReadonlyMap<string, string>[] {
  const most = Math.max(0, ...near.map(([, words]) => words.length));
  return Array.from({ length: most }, (_, rank) =>
    together
      ? [new Map(near.map(([term, words]) => [term, words[rank] ?? words[0] ?? term]))]
      : near.flatMap(([term, { [rank]: word }]) =>
          word === undefined ? [] : [new Map([[term, word]])],
        ),
  ).flat();
}

/** The query as it was written, with other words in the place of some of its own. */
function withWords(query: string, words: ReadonlyMap<string, string>): string {
  let written = "";
  let from = 0;
  for (const { word, start, end } of preparedWords(query)) {
    written += query.slice(from, start) + (words.get(word) ?? query.slice(start, end));
    from = end;
  }
  return written + query.slice(from);
}
