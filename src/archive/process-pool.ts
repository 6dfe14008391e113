import type { AnsweringProcess } from "./forked-process.ts";

/** Why a task has no result: the process that worked on it ended, gave no sign in time, or took too much memory. */
export type Loss = "ended" | "silent" | "grown";

/** What a process may take, generously: what is lost is tried alone before it is given up. */
export interface Limits {
  /** Milliseconds without a sign of it. */
  patience: number;
  /** Bytes of memory that it holds. */
  memory: number;
}

/** What one task gives. */
export type Outcome<Result> = { result: Result } | { lost: Loss };

const ENDED = "The processes that read the content were ended.";

/** How often the memory of a process is looked at, in milliseconds. */
const LOOK_EVERY = 100;

type Worker<Task, Result> = AnsweringProcess<readonly Task[], Result[]>;

/**
 * Processes that work through batches, so that a task that ends one, stalls it or bloats it harms no other task: the
 * process is replaced, and the tasks of its batch are tried once more, each alone. There are at most `most`; they are
 * started when there is work, and kept for more until `end`.
 */
export class ProcessPool<Task, Result> {
  readonly #start: () => Promise<Worker<Task, Result>>;
  readonly #limits: Limits;
  readonly #alive = new Set<Worker<Task, Result>>();
  readonly #idle: Worker<Task, Result>[] = [];
  readonly #waiting: ((worker: Worker<Task, Result> | undefined) => void)[] = [];
  /** How many more processes there may be. */
  #places: number;
  #isEnded = false;
  /** One that was begun, and is nobody's yet. */
  #begun: Promise<Worker<Task, Result>> | undefined;

  constructor(start: () => Promise<Worker<Task, Result>>, limits: Limits, most: number) {
    this.#start = start;
    this.#limits = limits;
    this.#places = most;
  }

  /**
   * The outcomes of all tasks, in their order, from at most `lanes` processes side by side. Throws where none can be
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

  /** Begins a process for work that is likely to come, where there is none. */
  begin(): void {
    if (this.#isEnded || this.#alive.size > 0 || this.#begun !== undefined) return;
    this.#begun = this.#take();
    // Whoever takes it is told that it could not be started.
    this.#begun.catch(() => undefined);
  }

  /** The outcome of one task that is tried only once. */
  async tryOnce(task: Task): Promise<Outcome<Result>> {
    const outcome = await this.#attempt([task]);
    if (typeof outcome === "string") return { lost: outcome };
    const [result] = outcome;
    return result === undefined ? { lost: "ended" } : { result };
  }

  /** Ends all processes, at work or not; what they were at is lost. */
  end(): void {
    this.#isEnded = true;
    for (const worker of this.#alive) worker.end();
    this.#alive.clear();
  }

  async #outcomesOf(batch: readonly Task[]): Promise<Outcome<Result>[]> {
    const together = await this.#attempt(batch);
    if (typeof together !== "string") return together.map((result) => ({ result }));
    const outcomes: Outcome<Result>[] = [];
    for (const task of batch) outcomes.push(await this.tryOnce(task));
    return outcomes;
  }

  async #attempt(tasks: readonly Task[]): Promise<Result[] | Loss> {
    const worker = await this.#take();
    const outcome = await watched(worker, tasks, this.#limits);
    const isLost = typeof outcome === "string";
    if (isLost) this.#alive.delete(worker);
    this.#handOn(isLost ? undefined : worker);
    return outcome;
  }

  /** A process that is free, a new one where there may be one more, or whichever is free next. */
  async #take(): Promise<Worker<Task, Result>> {
    const begun = this.#begun;
    this.#begun = undefined;
    if (begun !== undefined) return begun;
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#places > 0) this.#places -= 1;
    else {
      const worker = await new Promise<Worker<Task, Result> | undefined>((resolve) =>
        this.#waiting.push(resolve),
      );
      if (worker !== undefined) return worker;
    }
    try {
      if (this.#isEnded) throw new Error(ENDED);
      const worker = await this.#start();
      if (this.#isEnded) {
        worker.end();
        throw new Error(ENDED);
      }
      this.#alive.add(worker);
      return worker;
    } catch (error) {
      this.#handOn(undefined);
      throw error;
    }
  }

  /** Hands a process to who waits, or the place of one that was lost. */
  #handOn(worker: Worker<Task, Result> | undefined): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next(worker);
    else if (worker === undefined) this.#places += 1;
    else this.#idle.push(worker);
  }
}

/** What a process answers, or why it was ended. */
async function watched<Task, Result>(
  worker: Worker<Task, Result>,
  tasks: readonly Task[],
  { patience, memory }: Limits,
): Promise<Result[] | Loss> {
  let loss: Loss = "ended";
  const giveUp = (why: Loss): void => {
    loss = why;
    worker.end();
  };
  const silence = setTimeout(() => giveUp("silent"), patience);
  const growth = setInterval(() => {
    if ((worker.residentBytes() ?? 0) > memory) giveUp("grown");
  }, LOOK_EVERY);
  try {
    return await worker.ask(tasks, () => silence.refresh());
  } catch {
    return loss;
  } finally {
    clearTimeout(silence);
    clearInterval(growth);
  }
}
