import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type * as AskWorker from "./ask-worker.ts";
import type { Answer, Question } from "./search-messages.ts";

type Listener = (event: { data: Answer }) => void;

/** Workers in the order in which they were started, with what each was asked. */
let workers: StandIn[] = [];
let answerOf: (question: Question, worker: number) => Answer | undefined;

class StandIn {
  readonly asked: Question[] = [];
  readonly listeners = new Map<string, Listener>();
  ended = false;
  constructor() {
    workers.push(this);
  }
  addEventListener(name: string, listener: Listener): void {
    this.listeners.set(name, listener);
  }
  postMessage(question: Question): void {
    this.asked.push(question);
    const data = answerOf(question, workers.indexOf(this));
    if (data !== undefined) queueMicrotask(() => this.listeners.get("message")?.({ data }));
  }
  terminate(): void {
    this.ended = true;
  }
}

const failed = ({ number }: Question): Answer => ({ number, tell: "failed", why: "It is gone." });
const nearest = ({ number }: Question): Answer => ({ number, tell: "nearest", pages: [] });

let askWorker: typeof AskWorker.askWorker;
let caches: unknown[] = [];
beforeEach(async () => {
  workers = [];
  caches = [];
  vi.resetModules();
  vi.stubGlobal("Worker", StandIn);
  vi.stubGlobal("location", { origin: "https://a.example" });
  vi.stubGlobal("fetch", (_: string, options: RequestInit) => {
    caches.push(options.cache);
    return Promise.resolve(Response.json({ version: String(caches.length) }));
  });
  ({ askWorker } = await import("./ask-worker.ts"));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("a question that fails is asked once more, of a new worker and with the list as it is then", async () => {
  answerOf = (question, worker) => (worker === 0 ? failed : nearest)(question);
  expect(await askWorker({ ask: "nearest", path: "/a/" })).toMatchObject({ tell: "nearest" });
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  expect(workers.map(({ asked }) => asked.map(({ list }) => list.version))).toEqual([["1"], ["2"]]);
  expect(caches).toEqual(["no-cache", "no-cache"]);
});

test("a question that fails twice has failed", async () => {
  answerOf = failed;
  expect(await askWorker({ ask: "nearest", path: "/a/" })).toMatchObject({ why: "It is gone." });
  expect(workers).toHaveLength(2);
  answerOf = nearest;
  expect(await askWorker({ ask: "nearest", path: "/a/" })).toMatchObject({ tell: "nearest" });
});

test("all that waits for a worker that fails is asked of the new one, in its order", async () => {
  answerOf = (question, worker) => {
    if (worker > 0) return nearest(question);
    return "path" in question && question.path === "/b/" ? failed(question) : undefined;
  };
  const paths = ["/a/", "/b/"];
  const answers = await Promise.all(paths.map((path) => askWorker({ ask: "nearest", path })));
  expect(answers.map(({ tell }) => tell)).toEqual(["nearest", "nearest"]);
  expect(workers[1]?.asked).toMatchObject([{ path: "/a/" }, { path: "/b/" }]);
});

test("more of a search is not asked of a worker that has not made it", async () => {
  answerOf = failed;
  expect(await askWorker({ ask: "more", from: 10, to: 20 })).toMatchObject({ tell: "failed" });
  expect(workers).toHaveLength(1);
});
