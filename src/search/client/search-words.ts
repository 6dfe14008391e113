import type { Words } from "../../site/press-words.ts";

/** The words that the search page shows by script. */
export type SearchWords = Pick<
  Words["search"],
  "results" | "resultsFor" | "none" | "noneFor" | "searching" | "failed"
>;

/** What is said of a search that is done. */
export function saidOf(
  { total, query }: { total: number; query: string },
  words: SearchWords,
  language: string,
): string {
  const count = new Intl.NumberFormat(language).format(total);
  const plural = query === "" ? words.results : words.resultsFor;
  const none = query === "" ? words.none : words.noneFor;
  const said =
    total === 0 ? none : (plural[new Intl.PluralRules(language).select(total)] ?? plural.other);
  // In one pass, since a query may hold braces itself.
  return said.replace(/\{(count|query)\}/g, (_, name) => (name === "count" ? count : query));
}
