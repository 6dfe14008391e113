import { FACETS, readFacetValue } from "../facets.ts";
import type { Facet } from "../facets.ts";
import { spacedQuery } from "../spaced-words.ts";
import { foundArticle } from "./found-article.ts";
import type { FoundArticle } from "./found-article.ts";
import { meetsQuery } from "./met-query.ts";
import { openPagefind } from "./pagefind.ts";
import type { FacetCounts, Pagefind, PagefindResult } from "./pagefind.ts";
import type { Answer, Question } from "./search-messages.ts";
import type { SearchState } from "./search-state.ts";

/** The base of the publication, absolute. */
const base = new URL(import.meta.env.BASE_URL, location.origin).href;

let opened: Promise<Pagefind> | undefined;
let results: PagefindResult[] = [];
let latest = 0;

/** Pagefind says on the console what it could not load, and goes on as if there were nothing; here it is a failure. */
let fail: (why: unknown) => void;
const failed = new Promise<never>((_, reject) => (fail = reject));
failed.catch(() => undefined);
const fetchFile = self.fetch.bind(self);
self.fetch = async (address, options) => {
  try {
    const response = await fetchFile(address, options);
    if (!response.ok) throw new Error(`${response.url} is answered with ${response.status}.`);
    return response;
  } catch (error) {
    fail(error);
    throw error;
  }
};

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  void Promise.race([answer(data), failed])
    .catch((error: unknown): Answer => ({
      number: data.number,
      tell: "failed",
      why: String(error),
    }))
    .then((told) => self.postMessage(told));
});

async function answer(question: Question): Promise<Answer> {
  const { number } = question;
  if (question.ask === "more") {
    return {
      number,
      tell: "more",
      articles: await shown(results.slice(question.from, question.to)),
    };
  }
  const { state, first, counted } = question;
  latest = number;
  opened ??= openPagefind(base);
  const pagefind = await opened;
  // Only the index knows an author's whole value.
  const all = counted || state.facets.author !== undefined ? await pagefind.filters() : undefined;
  const filters = filtersOf(state, all);
  const found = await answered(await search(pagefind, state, filters), state.query);
  if (latest === number) results = found.results;
  const counts = counted ? await countAll(pagefind, state, filters, found.filters) : undefined;
  return {
    number,
    tell: "found",
    total: found.results.length,
    articles: await shown(found.results.slice(0, first)),
    ...(counts === undefined ? {} : { counts }),
  };
}

function shown(listed: readonly PagefindResult[]): Promise<FoundArticle[]> {
  return Promise.all(listed.map(async (result) => foundArticle(await result.data())));
}

type Filters = Partial<Record<Facet, string>>;

function filtersOf({ facets }: SearchState, all: FacetCounts | undefined): Filters {
  const filters: Filters = { ...facets };
  if (facets.author !== undefined) {
    filters.author =
      Object.keys(all?.["author"] ?? {}).find(
        (value) => readFacetValue("author", value).slug === facets.author,
      ) ?? facets.author;
  }
  return filters;
}

function search(pagefind: Pagefind, { query, order }: SearchState, filters: Filters) {
  const newest = order === "newest" || query === "";
  return pagefind.search(query === "" ? null : spacedQuery(query), {
    filters: { ...filters },
    sort: newest ? { published: "desc" } : {},
  });
}

/** What was found, or nothing where it has nothing of the query: then no result of the same search has. */
async function answered(
  found: Awaited<ReturnType<Pagefind["search"]>>,
  query: string,
): Promise<typeof found> {
  const [first] = found.results;
  if (first === undefined || query === "" || meetsQuery(await first.data(), query)) return found;
  return { results: [], filters: {} };
}

/**
 * How many articles each value of each facet would leave. The other values of a facet that is chosen are counted
 * as if it were not, since one takes the place of the other.
 */
async function countAll(
  pagefind: Pagefind,
  state: SearchState,
  filters: Filters,
  counts: FacetCounts,
): Promise<FacetCounts> {
  const counted: FacetCounts = {};
  for (const facet of FACETS) {
    if (filters[facet] === undefined) counted[facet] = counts[facet] ?? {};
    else {
      const others = { ...filters };
      delete others[facet];
      const found = await answered(await search(pagefind, state, others), state.query);
      counted[facet] = found.filters[facet] ?? {};
    }
  }
  return counted;
}
