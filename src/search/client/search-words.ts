import type { Messages } from "../../i18n/messages.ts";

/** The words that the search page shows by script. */
export type SearchWords = Pick<
  Messages["search"],
  "results" | "resultsFor" | "none" | "noneFor" | "searching" | "failed"
> & {
  /** Label of a live blog that is over. */
  liveEnded: string;
};

/** What is said of a search that is done, or of the part that was searched so far. */
export function saidOf(
  { total, whole, query }: { total: number; whole: boolean; query: string },
  words: SearchWords,
  language: string,
): string {
  const count = new Intl.NumberFormat(language).format(total) + (whole ? "" : "+");
  const plural = query === "" ? words.results : words.resultsFor;
  const none = query === "" ? words.none : words.noneFor;
  const said =
    total === 0 ? none : (plural[new Intl.PluralRules(language).select(total)] ?? plural.other);
  // In one pass, since a query may hold braces itself.
  return said.replace(/\{(count|query)\}/g, (_, name) => (name === "count" ? count : query));
}
