import { WorkerEnded } from "./worker.ts";
import type { WorkKind, Worker, Workers } from "./worker.ts";

/** Why a task has no result: the process that worked on it ended, gave no sign in time, or took too much memory. */
export type Loss = "ended" | "silent" | "grown";

/** What a process may take, generously: what is lost is tried alone before it is given up. */
export interface Limits {
  /** Milliseconds without a sign of it. */
  patience: number;
  /** Bytes of memory that it holds. */
  memory: number;
}

/** What one task gives; `failed` is what the work itself throws over it. */
export type Outcome<Result> = { result: Result } | { lost: Loss } | { failed: string };

type Lost = Exclude<Outcome<never>, { result: never }>;

/** Work on batches of tasks, each of which gives one result. */
export type BatchKind<Task, Result> = WorkKind<readonly Task[], never, Result[]>;

/** How often the memory of a process is looked at, in milliseconds. */
const LOOK_EVERY = 100;

/**
 * Works through batches so that a task that ends a worker, stalls it or bloats it harms no other task: the tasks of its
 * batch are tried once more, each alone.
 */
export class WatchedWork<Task, Result> {
  readonly #workers: Workers;
  readonly #kind: BatchKind<Task, Result>;
  readonly #limits: Limits;

  constructor(workers: Workers, kind: BatchKind<Task, Result>, limits: Limits) {
    this.#workers = workers;
    this.#kind = kind;
    this.#limits = limits;
  }

  /**
   * The outcomes of all tasks, in their order, from at most `lanes` workers side by side. Throws where none can be
   * started.
   */
  async work(batches: readonly (readonly Task[])[], lanes: number): Promise<Outcome<Result>[]> {
    const outcomes: Outcome<Result>[][] = [];
    const waiting = batches.map((batch, at) => ({ batch, at }));
    const lane = async (): Promise<void> => {
      for (let taken = waiting.shift(); taken !== undefined; taken = waiting.shift())
        outcomes[taken.at] = await this.#outcomesOf(taken.batch);
    };
    await Promise.all(Array.from({ length: Math.min(lanes, batches.length) }, lane));
    return outcomes.flat();
  }

  /** The outcome of one task that is tried only once. */
  async tryOnce(task: Task): Promise<Outcome<Result>> {
    const outcome = await this.#attempt([task]);
    if (!Array.isArray(outcome)) return outcome;
    const [result] = outcome;
    return result === undefined ? { lost: "ended" } : { result };
  }

  async #outcomesOf(batch: readonly Task[]): Promise<Outcome<Result>[]> {
    const together = await this.#attempt(batch);
    if (Array.isArray(together)) return together.map((result) => ({ result }));
    const outcomes: Outcome<Result>[] = [];
    for (const task of batch) outcomes.push(await this.tryOnce(task));
    return outcomes;
  }

  #attempt(tasks: readonly Task[]): Promise<Result[] | Lost> {
    return this.#workers.withWorker((worker) => this.#watched(worker, tasks));
  }

  /** What a worker answers, or why it was ended. */
  async #watched(worker: Worker, tasks: readonly Task[]): Promise<Result[] | Lost> {
    const { patience, memory } = this.#limits;
    let loss: Loss = "ended";
    const giveUp = (why: Loss): void => {
      loss = why;
      void worker.end();
    };
    const silence = setTimeout(() => giveUp("silent"), patience);
    const growth = setInterval(() => {
      if ((worker.residentBytes() ?? 0) > memory) giveUp("grown");
    }, LOOK_EVERY);
    try {
      return await worker.ask(this.#kind, tasks, { onSign: () => silence.refresh() });
    } catch (error) {
      if (!(error instanceof WorkerEnded)) return { failed: String(error) };
      await worker.end();
      return { lost: loss };
    } finally {
      clearTimeout(silence);
      clearInterval(growth);
    }
  }
}
