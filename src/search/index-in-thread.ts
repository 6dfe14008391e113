import type { OnDamage } from "../archive/cache-damage.ts";
import { startThread } from "../archive/started-thread.ts";
import type { CheckedTexts } from "../archive/read-body.ts";
import type { IndexMaker } from "./search-index.ts";
import type { IndexedPeriod } from "./search-records.ts";

/** What the thread that makes indexes is given. */
export interface IndexOrder {
  texts: CheckedTexts;
  /** Absolute path of the cache. */
  cache: string;
  language: string;
  maker: IndexMaker;
  /** To be indexed. */
  periods: IndexedPeriod[];
  /** Whether the engine is wanted too. */
  withEngine: boolean;
  /** Absolute path of the folder to write into: each period into a folder of its own, the engine beside them. */
  folder: string;
}

/** What was made of a period: the name of its first file, and the paths written, below the period's folder. */
export interface WrittenPeriod {
  name: string;
  meta: string;
  paths: string[];
}

/** What was made of everything. */
export interface WrittenIndex {
  periods: WrittenPeriod[];
  /** Paths of the engine's files; none where it was not wanted. */
  engine: string[];
}

/** What the thread tells. */
export type IndexNews =
  | { tell: "indexed"; count: number }
  | { tell: "damage"; sentence: string }
  | ({ tell: "written" } & WrittenIndex);

/** Who is told while indexes are made. */
export interface IndexListener {
  /** How many more articles are done. */
  onIndexed: (count: number) => void;
  onDamage: OnDamage;
}

/** An index that is being made. */
export interface Indexing {
  /** Rejects with what the thread threw, or when it was stopped. */
  done: Promise<WrittenIndex>;
  /** Ends the work where its result is not wanted any more. */
  stop: () => Promise<void>;
}

/** A thread and its Pagefind need a second to start; so many articles take as long. */
const ARTICLES_PER_THREAD = 1000;

/**
 * Indexes periods in threads of their own: they read the texts once more, which pages need not wait for. There are at
 * most `most` of them.
 */
export function indexInThreads(order: IndexOrder, most: number, listener: IndexListener): Indexing {
  const articles = order.periods.reduce((sum, period) => sum + period.articles.length, 0);
  const threads = Math.max(1, Math.min(most, Math.floor(articles / ARTICLES_PER_THREAD)));
  const working = sharesOf(order.periods, threads).map((periods, at) =>
    indexInThread({ ...order, periods, withEngine: order.withEngine && at === 0 }, listener),
  );
  const done = Promise.all(working.map((one) => one.done)).then((written) => ({
    periods: written.flatMap(({ periods }) => periods),
    engine: written.flatMap(({ engine }) => engine),
  }));
  // Whoever started it may fail elsewhere before waiting for this.
  done.catch(() => undefined);
  return { done, stop: async () => void (await Promise.all(working.map((one) => one.stop()))) };
}

/** Periods dealt out, the largest first, each to whoever has the fewest articles by then. */
function sharesOf(periods: readonly IndexedPeriod[], count: number): IndexedPeriod[][] {
  const shares = Array.from({ length: count }, () => ({
    articles: 0,
    periods: [] as IndexedPeriod[],
  }));
  for (const period of periods.toSorted((a, b) => b.articles.length - a.articles.length)) {
    const least = shares.reduce((low, share) => (share.articles < low.articles ? share : low));
    least.periods.push(period);
    least.articles += period.articles.length;
  }
  return shares.map((share) => share.periods);
}

function indexInThread(order: IndexOrder, { onIndexed, onDamage }: IndexListener): Indexing {
  const thread = startThread(new URL("./indexing-thread.ts", import.meta.url), order);
  const done = new Promise<WrittenIndex>((resolve, reject) => {
    thread.on("message", (news: IndexNews) => {
      if (news.tell === "indexed") onIndexed(news.count);
      else if (news.tell === "damage") onDamage(news.sentence);
      else resolve(news);
    });
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The search index was not finished.")));
  });
  done.catch(() => undefined);
  return { done, stop: async () => void (await thread.terminate()) };
}
