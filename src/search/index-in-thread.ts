import { Worker } from "node:worker_threads";
import type { IndexedPeriod } from "./search-records.ts";

/** What the thread that makes indexes is given. */
export interface IndexOrder {
  /** Absolute path of the content folder. */
  content: string;
  language: string;
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
export type IndexNews = { tell: "indexed"; count: number } | ({ tell: "written" } & WrittenIndex);

/** An index that is being made. */
export interface Indexing {
  /** Rejects with what the thread threw, or when it was stopped. */
  done: Promise<WrittenIndex>;
  /** Ends the work where its result is not wanted any more. */
  stop: () => Promise<void>;
}

/**
 * Indexes periods in a thread of its own: it reads their texts once more, which pages need not wait for.
 * `onIndexed` is told how many more articles are done.
 */
export function indexInThread(order: IndexOrder, onIndexed: (count: number) => void): Indexing {
  const thread = new Worker(new URL("./indexing-thread.ts", import.meta.url), {
    workerData: order,
  });
  const done = new Promise<WrittenIndex>((resolve, reject) => {
    thread.on("message", (news: IndexNews) => {
      if (news.tell === "indexed") onIndexed(news.count);
      else resolve(news);
    });
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The search index was not finished.")));
  });
  // Whoever started it may fail elsewhere before waiting for this.
  done.catch(() => undefined);
  return { done, stop: async () => void (await thread.terminate()) };
}
