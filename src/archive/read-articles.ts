import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Finding } from "../domain/finding.ts";
import { readArticle } from "./read-article.ts";
import type { ArticleReading, SiteRules } from "./read-article.ts";
import { unreadableFinding } from "./unreadable.ts";

/** What articles are read by; plain data. */
export interface ReadOrder {
  /** Absolute path of the content folder. */
  content: string;
  site: SiteRules;
}

/** A file to be read. */
export interface ArticleFile {
  /** Path below the content folder. */
  file: string;
  /** Digest of the bytes that were read from it before. */
  earlier?: string;
}

/** What a file gives: what was read, that its bytes are those of before, or why it cannot be read. */
export type ArticleResult = { file: string } & (
  { reading: ArticleReading } | { same: true } | { unreadable: Finding }
);

/** A thread needs a third of a second to start; a file takes half a millisecond. */
const FEWEST_FOR_THREADS = 1500;
const BATCH = 100;
const MOST_THREADS = 7;

/** Reads articles, on all cores where there are many. The results are in the order of the files. */
export async function readArticles(
  files: readonly ArticleFile[],
  order: ReadOrder,
): Promise<ArticleResult[]> {
  const results: ArticleResult[] = [];
  const starts = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, at) => at * BATCH);
  const next = (): { start: number; batch: readonly ArticleFile[] } | undefined => {
    const start = starts.shift();
    return start === undefined ? undefined : { start, batch: files.slice(start, start + BATCH) };
  };
  const place = (start: number, batch: readonly ArticleResult[]): void => {
    for (const [at, result] of batch.entries()) results[start + at] = result;
  };
  const readHere = async (): Promise<void> => {
    for (let taken = next(); taken !== undefined; taken = next()) {
      place(taken.start, readBatch(taken.batch, order));
      // Reading waits for nothing, so without this the threads would not be heard.
      await setImmediate();
    }
  };
  const threads =
    files.length < FEWEST_FOR_THREADS ? 0 : Math.min(MOST_THREADS, availableParallelism() - 1);
  await Promise.all([
    ...Array.from({ length: threads }, () => readInThread(order, next, place)),
    readHere(),
  ]);
  return results;
}

/** Reads some articles in this thread. */
export function readBatch(files: readonly ArticleFile[], order: ReadOrder): ArticleResult[] {
  return files.map(({ file, earlier }) => {
    try {
      const bytes = readFileSync(join(order.content, file));
      // A fresh checkout of the same commit has new times on all files.
      if (earlier !== undefined && earlier === hash("sha256", bytes, "hex"))
        return { file, same: true };
      return { file, reading: readArticle(bytes, file, order.site) };
    } catch (error) {
      return { file, unreadable: unreadableFinding(file, error) };
    }
  });
}

/** Lets a thread read for as long as `next` gives anything. Rejects where the thread breaks. */
function readInThread(
  order: ReadOrder,
  next: () => { start: number; batch: readonly ArticleFile[] } | undefined,
  place: (start: number, batch: readonly ArticleResult[]) => void,
): Promise<void> {
  const thread = new Worker(new URL("./reading-thread.ts", import.meta.url), {
    workerData: order,
  });
  return new Promise((resolve, reject) => {
    let start = 0;
    const give = (): void => {
      const taken = next();
      start = taken?.start ?? 0;
      thread.postMessage(taken?.batch ?? "end");
    };
    thread.on("message", (batch: ArticleResult[]) => {
      place(start, batch);
      give();
    });
    thread.once("error", reject);
    thread.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error("A thread ended before its articles were read."));
    });
    give();
  });
}
