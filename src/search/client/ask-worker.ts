import type { PeriodsFile } from "../periods-file.ts";
import { fetchPeriodsList } from "./periods-list.ts";
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

type Unnumbered<Asked> = Asked extends Question ? Omit<Asked, "number" | "list"> : never;

/** A worker at work, and what it searches in, which is fetched while its own file is. */
interface Running {
  worker: Worker;
  list: Promise<PeriodsFile>;
}

let running: Running | undefined;
let numbers = 0;
const waiting = new Map<number, (answer: Answer) => void>();

/**
 * Asks the search worker, which is started by the first question. A failure ends the worker with all that it knows,
 * and the question is asked once more of a new one, with the list of periods as it is then: a new edition has taken
 * away files of the one before. Only that worker knows a search of which more is wanted, so that this fails at once.
 */
export async function askWorker(question: Unnumbered<Question>): Promise<Answer> {
  const answer = await askOnce(question);
  return answer.tell === "failed" && question.ask !== "more" ? askOnce(question) : answer;
}

function askOnce(question: Unnumbered<Question>): Promise<Answer> {
  const number = ++numbers;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    running ??= start();
    const { worker, list } = running;
    list.then(
      (fetched) => worker.postMessage({ ...question, number, list: fetched } satisfies Question),
      (error: unknown) => endWorker(worker, String(error)),
    );
  });
}

function start(): Running {
  const worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, {
    type: "module",
  });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    if (data.tell === "failed") endWorker(worker, data.why);
    else {
      waiting.get(data.number)?.(data);
      waiting.delete(data.number);
    }
  });
  // The worker's own file could not be loaded.
  worker.addEventListener("error", () => endWorker(worker, "The worker does not start."));
  const base = new URL(import.meta.env.BASE_URL, location.origin).href;
  return { worker, list: fetchPeriodsList(base) };
}

function endWorker(ended: Worker, why: string): void {
  if (ended !== running?.worker) return;
  ended.terminate();
  running = undefined;
  for (const [number, resolve] of waiting) resolve({ number, tell: "failed", why });
  waiting.clear();
}
