import type { OnDamage } from "../cache/cache-damage.ts";
import type { CheckedTexts } from "../loader/read-body.ts";
import { WorkerEnded } from "../workers/worker.ts";
import type { WorkKind, WorkListener, Workers } from "../workers/worker.ts";
import type { IndexMaker } from "./search-index.ts";
import type { IndexedPeriod } from "./search-records.ts";
import { moduleBeside } from "../workers/worker-module.ts";

/** What whoever makes indexes is given; plain data. */
export interface IndexOptions {
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

/** What is told while indexes are made. */
export type IndexNews = { tell: "indexed"; count: number } | { tell: "damage"; sentence: string };

/** Who is told while indexes are made. */
export interface IndexListener {
  /** How many more articles are done. */
  onIndexed: (count: number) => void;
  onDamage: OnDamage;
  /** All has left this thread that whoever indexes has to know. */
  onBegun: () => void;
}

/** Work that those who index do. */
export const INDEXING: WorkKind<IndexOptions, IndexNews, WrittenIndex> = {
  module: moduleBeside(import.meta.url, "indexing-work"),
};

/** Pagefind needs a second to start for each who asks it; so many articles take as long. */
const ARTICLES_PER_WORKER = 1000;

/** Has periods indexed while pages are planned and printed. Rejects with what that throws, and where it was ended. */
export async function indexInWorkers(
  options: IndexOptions,
  workers: Workers,
  { onIndexed, onDamage, onBegun }: IndexListener,
): Promise<WrittenIndex> {
  const articles = options.periods.reduce((sum, period) => sum + period.articles.length, 0);
  const count = Math.max(1, Math.min(workers.most, Math.floor(articles / ARTICLES_PER_WORKER)));
  const onNews = (news: IndexNews): void => {
    if (news.tell === "indexed") onIndexed(news.count);
    else onDamage(news.sentence);
  };
  const shares = sharesOf(options.periods, count);
  let unsent = shares.length;
  const onSent = (): void => {
    unsent -= 1;
    if (unsent === 0) onBegun();
  };
  const written = await Promise.all(
    shares.map((periods, at) =>
      indexShare({ ...options, periods, withEngine: options.withEngine && at === 0 }, workers, {
        onNews,
        onSent,
      }),
    ),
  );
  return {
    periods: written.flatMap(({ periods }) => periods),
    engine: written.flatMap(({ engine }) => engine),
  };
}

/** Indexes a share, and once more where whoever did it was ended: what it has written is written over. */
async function indexShare(
  share: IndexOptions,
  workers: Workers,
  listener: WorkListener<IndexNews>,
): Promise<WrittenIndex> {
  const ask = (): Promise<WrittenIndex> =>
    workers.withWorker((worker) => worker.ask(INDEXING, share, listener));
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof WorkerEnded)) throw error;
    return ask();
  }
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
