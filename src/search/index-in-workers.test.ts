import { expect, test } from "vitest";
import { WORKERS_HERE, WorkerEnded } from "../workers/worker.ts";
import type { Worker, Workers } from "../workers/worker.ts";
import { indexInWorkers } from "./index-in-workers.ts";
import type { IndexOptions, WrittenIndex } from "./index-in-workers.ts";

const ORDER: IndexOptions = {
  texts: { content: "/nowhere" },
  cache: "/nowhere",
  language: "en",
  maker: "press",
  periods: [],
  withEngine: true,
  folder: "/nowhere",
};
const WRITTEN: WrittenIndex = { periods: [], engine: ["engine.js"] };
const LISTENER = { onIndexed: () => {}, onDamage: () => {}, onBegun: () => {} };

/** Workers that answer with these, one after the other: an error is thrown. */
function answering(answers: (WrittenIndex | Error)[]): Workers {
  const ask = (): Promise<never> => {
    const answer = answers.shift();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as never);
  };
  return { ...WORKERS_HERE, withWorker: (use) => use({ ask } as unknown as Worker) };
}

test("a share of the index whose worker was ended is made once more", async () => {
  const workers = answering([new WorkerEnded("killed"), WRITTEN]);
  expect(await indexInWorkers(ORDER, workers, LISTENER)).toEqual(WRITTEN);
});

test("an index that ends whoever makes it is given up", async () => {
  const workers = answering([new WorkerEnded("once"), new WorkerEnded("twice"), WRITTEN]);
  await expect(indexInWorkers(ORDER, workers, LISTENER)).rejects.toThrow("twice");
});

test("what indexing throws is told at once", async () => {
  const workers = answering([new Error("no such language"), WRITTEN]);
  await expect(indexInWorkers(ORDER, workers, LISTENER)).rejects.toThrow("no such language");
});
