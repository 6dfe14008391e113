import { Worker } from "node:worker_threads";
import type { IndexedArticle } from "./search-records.ts";

/** What the thread that makes an index is given. */
export interface IndexOrder {
  /** Absolute path of the content folder. */
  content: string;
  language: string;
  articles: IndexedArticle[];
  /** Absolute path of the folder to write the index into. */
  folder: string;
}

/** What the thread tells. */
export type IndexNews = { tell: "indexed"; count: number } | { tell: "written"; paths: string[] };

/** An index that is being made. */
export interface Indexing {
  /** The paths written, relative to the folder. Rejects with what the thread threw, or when it was stopped. */
  done: Promise<string[]>;
  /** Ends the work where its result is not wanted any more. */
  stop: () => Promise<void>;
}

/**
 * Makes a search index in a thread of its own: it reads every text of the archive once more, which pages need not
 * wait for. `onIndexed` is told how many more articles are done.
 */
export function indexInThread(order: IndexOrder, onIndexed: (count: number) => void): Indexing {
  const thread = new Worker(new URL("./indexing-thread.ts", import.meta.url), {
    workerData: order,
  });
  const done = new Promise<string[]>((resolve, reject) => {
    thread.on("message", (news: IndexNews) => {
      if (news.tell === "indexed") onIndexed(news.count);
      else resolve(news.paths);
    });
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The search index was not finished.")));
  });
  // Whoever started it may fail elsewhere before waiting for this.
  done.catch(() => undefined);
  return { done, stop: async () => void (await thread.terminate()) };
}
