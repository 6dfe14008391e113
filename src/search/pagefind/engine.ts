import { INDEX_FOLDER } from "../facets.ts";
import type { StoredRecord } from "../stored-record.ts";
import { ENGINE_SCRIPT } from "./engine-paths.ts";

/** What is used of Pagefind in the browser, which has no types of its own. */
export interface Pagefind {
  /** `null` finds all. */
  search(
    query: string | null,
    options?: { filters?: Record<string, string> },
  ): Promise<{ results: PagefindResult[]; filters: FacetCounts }>;
  /** Loads the values of all facets; from then on every search counts them. */
  filters(): Promise<FacetCounts>;
}

/** How many articles there are by facet and value. */
export type FacetCounts = Record<string, Record<string, number>>;

export interface PagefindResult {
  /** What the index calls the page. */
  id: string;
  score: number;
  data(): Promise<FoundRecord>;
}

/** One record with the places in it that were found. */
export interface FoundRecord extends StoredRecord {
  /** Which of its words were found, from 0. */
  locations: number[];
}

/** What each name weighs besides what it does in the record's text. */
const META_WEIGHTS = {
  title: 5,
  byline: 2,
  description: 1,
};

/** An engine at work on an index. */
export interface Engine {
  pagefind: Pagefind;
  /** Lets the index go. The engine may not be asked for anything any more, nor its results for their records. */
  end: () => void;
}

/** The bytes of a file of an index by its path. */
export type IndexReader = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** The engine says that it is started when it has only begun; asked too early, it looks again after 50 ms. */
const START_MS = 4;

/** Indexes that engines are at work on, by an address at which nothing lies. */
const indexes = new Map<string, IndexReader>();
let opened = 0;
let network: typeof fetch | undefined;

/** The script of the engine as a module. */
interface EngineModule {
  createInstance(options: unknown): Pagefind & { init(): Promise<void> };
}

/** Loads the engine's script, once; `base` is the base of the bundle. */
export async function loadEngine(base: string): Promise<EngineModule> {
  return (await import(
    /* @vite-ignore */ `${base}${INDEX_FOLDER}${ENGINE_SCRIPT}`
  )) as EngineModule;
}

/**
 * Starts Pagefind's engine on an index that is handed to it: it asks for files by `fetch`, and those of the index are
 * answered from `read`. `base` is the base of the bundle. Throws where the engine cannot be started.
 */
export async function startEngine(base: string, read: IndexReader): Promise<Engine> {
  if (globalThis.fetch !== fetchOrRead) {
    network = globalThis.fetch;
    globalThis.fetch = fetchOrRead;
  }
  const { createInstance } = await loadEngine(base);
  opened += 1;
  const address = `${base}${INDEX_FOLDER}joined-${opened}/`;
  indexes.set(address, read);
  const pagefind = createInstance({
    basePath: address,
    baseUrl: base,
    ranking: { metaWeights: META_WEIGHTS },
  });
  await pagefind.init();
  await new Promise((resolve) => setTimeout(resolve, START_MS));
  return { pagefind, end: () => void indexes.delete(address) };
}

/** `fetch`, but for what engines ask of their indexes. */
const fetchOrRead: typeof fetch = async (address, options) => {
  const url = address instanceof Request ? address.url : String(address);
  const end = url.indexOf("/", url.indexOf(`/${INDEX_FOLDER}joined-`) + INDEX_FOLDER.length + 2);
  const read = indexes.get(url.slice(0, end + 1));
  if (read !== undefined) {
    return new Response(await read(url.slice(end + 1).replace(/\?.*$/s, "")));
  }
  if (network === undefined) throw new Error(`${url} cannot be fetched.`);
  return network(address, options);
};
