import workerAddress from "./search-worker.ts?worker&url";
import type { Answer, Question } from "./search-messages.ts";

/** Trusted Types (W3C), which TypeScript does not know yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** The one script that this policy lets through is the worker's own. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  "stet-search",
  {
    createScriptURL: (address) => {
      if (address === workerAddress) return address;
      throw new TypeError(`${address} is no script of the search.`);
    },
  },
);

type Unnumbered<Asked> = Asked extends Question ? Omit<Asked, "number"> : never;

let worker: Worker | undefined;
let numbers = 0;
const waiting = new Map<number, (answer: Answer) => void>();

/**
 * Asks the search worker, which is started by the first question. A failure ends the worker, so that the next
 * question begins anew: files that were missing may be there then, after a new edition above all.
 */
export function askWorker(question: Unnumbered<Question>): Promise<Answer> {
  const number = ++numbers;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    worker ??= start();
    worker.postMessage({ ...question, number } satisfies Question);
  });
}

function start(): Worker {
  const started = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, {
    type: "module",
  });
  started.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    if (data.tell === "failed") endWorker(started, data.why);
    else {
      waiting.get(data.number)?.(data);
      waiting.delete(data.number);
    }
  });
  // The worker's own file could not be loaded.
  started.addEventListener("error", () => endWorker(started, "The worker does not start."));
  return started;
}

function endWorker(ended: Worker, why: string): void {
  if (ended !== worker) return;
  ended.terminate();
  worker = undefined;
  for (const [number, resolve] of waiting) resolve({ number, tell: "failed", why });
  waiting.clear();
}
