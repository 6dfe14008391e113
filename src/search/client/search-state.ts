import { FACETS } from "../facets.ts";
import type { Facet } from "../facets.ts";

/** What is searched for. It is all in the address, so an address opens the same results. */
export interface SearchState {
  query: string;
  facets: Partial<Record<Facet, string>>;
  order: "best" | "newest";
}

/** Most characters of a query that are heeded. */
const LONGEST_QUERY = 200;

/** Reads a search from the query of an address; what is not known there is passed over. */
export function readState(params: URLSearchParams): SearchState {
  const facets: SearchState["facets"] = {};
  for (const facet of FACETS) {
    const value = params.get(facet)?.trim();
    if (value !== undefined && value !== "") facets[facet] = value;
  }
  return {
    query: (params.get("q") ?? "").slice(0, LONGEST_QUERY).trim(),
    facets,
    order: params.get("order") === "newest" ? "newest" : "best",
  };
}

/** The query of the address of a search, with its question mark; empty where nothing is searched for. */
export function writeState({ query, facets, order }: SearchState): string {
  const params = new URLSearchParams();
  if (query !== "") params.set("q", query);
  for (const facet of FACETS) {
    const value = facets[facet];
    if (value !== undefined) params.set(facet, value);
  }
  if (order === "newest" && params.size > 0) params.set("order", order);
  return params.size === 0 ? "" : `?${params.toString()}`;
}

/** Whether anything is searched for. */
export function isSearch({ query, facets }: SearchState): boolean {
  return query !== "" || Object.keys(facets).length > 0;
}

/**
 * Whether a query is long enough to be searched for while it is typed: one or two letters begin so many words
 * that much of the index would be loaded. A character of a script without letters is a word.
 */
export function isWorthTyping(query: string): boolean {
  return (
    query === "" ||
    query.length > 2 ||
    /[^\p{Script=Latin}\p{sc=Greek}\p{sc=Cyrl}\s\d]/u.test(query)
  );
}
