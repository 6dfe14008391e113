import { INDEX_FOLDER } from "../facets.ts";

/** What is used of Pagefind in the browser, which has no types of its own. */
export interface Pagefind {
  /** `null` finds all. */
  search(
    query: string | null,
    options?: { filters?: Record<string, string>; sort?: { published?: "asc" | "desc" } },
  ): Promise<{ results: PagefindResult[]; filters: FacetCounts }>;
  /** Loads the values of all facets; from then on every search counts them. */
  filters(): Promise<FacetCounts>;
}

/** How many articles there are by facet and value. */
export type FacetCounts = Record<string, Record<string, number>>;

export interface PagefindResult {
  data(): Promise<PagefindFragment>;
}

/** One record with the places in it that were found. */
export interface PagefindFragment {
  /** Below the host. */
  url: string;
  /** The words of the record, parted by blanks. */
  content: string;
  meta: Partial<Record<string, string>>;
  /** Which of the words were found, from 0. */
  locations: number[];
  anchors: { id: string; text: string; location: number }[];
}

/** Names weigh what they do in the record's text; what is only shown weighs nothing. */
const META_WEIGHTS = {
  title: 5,
  byline: 2,
  description: 1,
  category: 0,
  kind: 0,
  day: 0,
  date: 0,
};

/** Loads the engine and the first files of the index of a bundle whose base is `base`. Throws where it cannot. */
export async function openPagefind(base: string): Promise<Pagefind> {
  const { createInstance } = (await import(
    /* @vite-ignore */ `${base}${INDEX_FOLDER}pagefind.js`
  )) as { createInstance(options: unknown): Pagefind & { init(): Promise<void> } };
  const pagefind = createInstance({
    basePath: `${base}${INDEX_FOLDER}`,
    baseUrl: base,
    ranking: { metaWeights: META_WEIGHTS },
  });
  await pagefind.init();
  return pagefind;
}
