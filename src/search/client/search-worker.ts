import { FACETS, readFacetValue } from "../facets.ts";
import { spacedQuery } from "../spaced-words.ts";
import { openArchive } from "./archive-search.ts";
import type { ArchiveAnswer, ArchiveQuery, ArchiveSearch } from "./archive-search.ts";
import { readAskedAddress } from "./asked-address.ts";
import { FEW, isDoubtful, meantQuery } from "./did-you-mean.ts";
import { foundArticle } from "./found-article.ts";
import type { FoundArticle } from "./found-article.ts";
import { nearestArticles } from "./nearest-articles.ts";
import type { FacetCounts, PagefindResult } from "../pagefind/engine.ts";
import type { Answer, MoreFound, Question } from "./search-messages.ts";
import type { SearchState } from "./search-state.ts";

/** The base of the publication, absolute. */
const base = new URL(import.meta.env.BASE_URL, location.origin).href;

let opened: Promise<ArchiveSearch> | undefined;
let latest = 0;
/** The last search, of which more is shown when it is asked for. */
let last: Searched | undefined;

interface Searched {
  query: string;
  asked: ArchiveQuery;
  answer: ArchiveAnswer;
}

/** Rejects once a file of the index cannot be had: from then on every question fails. */
let fail: (why: unknown) => void;
const failed = new Promise<never>((_, reject) => (fail = reject));
failed.catch(() => undefined);

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
    const { from, to } = question;
    return { number, tell: "more", ...(await more(from, to)) };
  }
  opened ??= openArchive(base, question.list, fail);
  const archive = await opened;
  if (question.ask === "meant") {
    // The worker that made the search may have failed since.
    const { query, asked, answer } = last ?? (await search(archive, question.state, FEW, false));
    const other = await meantQuery(archive, query, asked, answer);
    return { number, tell: "meant", ...(other === undefined ? {} : { query: other }) };
  }
  if (question.ask === "nearest") {
    const asked = readAskedAddress(question.path, new URL(base).pathname);
    return { number, tell: "nearest", pages: await nearestArticles(archive, asked) };
  }
  const { state, first, counted } = question;
  latest = number;
  const searched = await search(archive, state, first, counted);
  if (latest === number) last = searched;
  const { asked, answer: found } = searched;
  const counts = counted ? await countAll(archive, asked, found.counts) : undefined;
  return {
    number,
    tell: "found",
    total: found.results.length,
    whole: found.whole,
    doubtful: state.query !== "" && isDoubtful(found),
    articles: await shown(found.results.slice(0, first)),
    ...(counts === undefined ? {} : { counts }),
  };
}

async function search(
  archive: ArchiveSearch,
  state: SearchState,
  least: number,
  counted: boolean,
): Promise<Searched> {
  const { query } = state;
  const asked: ArchiveQuery = {
    query: query === "" ? null : spacedQuery(query),
    filters: await filtersOf(state, archive),
    order: query === "" ? "newest" : state.order,
    least,
    counted,
  };
  return { query, asked, answer: await archive.search(asked) };
}

/**
 * Results of the last search beyond those that are shown; older periods are searched where these are not enough.
 * Throws where this worker has not searched: what is shown may be of another edition.
 */
async function more(from: number, to: number): Promise<Omit<MoreFound, "tell">> {
  if (last === undefined || opened === undefined) throw new Error("Nothing was searched for.");
  const { asked, answer: known } = last;
  const isEnough = known.whole || known.results.length >= to;
  const found = isEnough ? known : await (await opened).search({ ...asked, least: to });
  if (last.asked === asked) last = { ...last, answer: found };
  const { results, whole } = found;
  return { articles: await shown(results.slice(from, to)), total: results.length, whole };
}

function shown(listed: readonly PagefindResult[]): Promise<FoundArticle[]> {
  return Promise.all(listed.map(async (result) => foundArticle(await result.data())));
}

/** The facets that are chosen, as the index writes their values: only the index knows an author's whole one. */
async function filtersOf(
  { facets }: SearchState,
  archive: ArchiveSearch,
): Promise<Record<string, string>> {
  const filters: Record<string, string> = { ...facets };
  const { author } = facets;
  if (author === undefined) return filters;
  const all = Object.keys((await archive.facets())["author"] ?? {});
  return {
    ...filters,
    author: all.find((value) => readFacetValue("author", value).slug === author) ?? author,
  };
}

/**
 * How many articles each value of each facet would leave. The other values of a facet that is chosen are counted
 * as if it were not, since one takes the place of the other.
 */
async function countAll(
  archive: ArchiveSearch,
  asked: ArchiveQuery,
  counts: FacetCounts,
): Promise<FacetCounts> {
  const counted: FacetCounts = {};
  for (const facet of FACETS) {
    if (asked.filters[facet] === undefined) counted[facet] = counts[facet] ?? {};
    else {
      const filters = Object.fromEntries(
        Object.entries(asked.filters).filter(([name]) => name !== facet),
      );
      const found = await archive.search({ ...asked, filters });
      counted[facet] = found.counts[facet] ?? {};
    }
  }
  return counted;
}
