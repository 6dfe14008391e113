import type { PeriodsFile } from "../periods-file.ts";
import type { FoundArticle } from "./found-article.ts";
import type { FacetCounts } from "../pagefind/engine.ts";
import type { NearPage } from "./asked-address.ts";
import type { SearchState } from "./search-state.ts";

/** What the page asks the worker. Each question has one answer with the same number. */
export type Question = {
  number: number;
  /** What there is to be searched. */
  list: PeriodsFile;
} & (
  | {
      ask: "search";
      state: SearchState;
      /** How many results to show at once. */
      first: number;
      /** Whether the articles behind each value of each facet are to be counted. */
      counted: boolean;
    }
  /** More results of the last search. */
  | { ask: "more"; from: number; to: number }
  /** What the last search, this one, most likely meant. */
  | { ask: "meant"; state: SearchState }
  /** The articles that a wrong address was meant for: a path as the browser has it. */
  | { ask: "nearest"; path: string }
);

/** What the worker answers; `failed` where the index cannot be loaded, or more is asked of a search it did not make. */
export type Answer = { number: number } & (
  | ({
      tell: "found";
      counts?: FacetCounts;
      /** Whether something else may be meant, which may be asked for. */
      doubtful: boolean;
    } & SomeFound)
  | MoreFound
  /** Without a query where there is no better one. */
  | { tell: "meant"; query?: string }
  | { tell: "nearest"; pages: NearPage[] }
  | { tell: "failed"; why: string }
);

export type MoreFound = { tell: "more" } & SomeFound;

/** Articles to be shown. */
interface SomeFound {
  articles: FoundArticle[];
  /** How many were found so far. */
  total: number;
  /** Whether these are all; of the newest first, older ones are looked for only when they are asked for. */
  whole: boolean;
}
