import { availableParallelism } from "node:os";
import { forkWorker } from "./forked-process.ts";
import type { AnyKind, Worker, Workers } from "./worker.ts";

/** More would hold more memory than they save time. */
const MOST_PROCESSES = 8;

const ENDED = "Stet's worker processes were stopped.";

/**
 * Workers in processes of their own, as many as there are cores: they are started when there is work, kept for more
 * of any kind until `end`, and replaced where one has ended.
 */
export class ProcessPool implements Workers {
  readonly most: number;
  readonly #start: (first?: AnyKind) => Promise<Worker>;
  readonly #alive = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #waiting: ((worker: Worker | undefined) => void)[] = [];
  /** How many more processes there may be. */
  #places: number;
  #isEnded = false;
  /** What those load that have worked and are idle, in this order; each loads a module once. */
  readonly #prepared: AnyKind[] = [];
  /** One that was begun, and is nobody's yet. */
  #begun: Promise<Worker> | undefined;

  /** Other processes, and another number of them, are for tests. */
  constructor(
    start: (first?: AnyKind) => Promise<Worker> = forkWorker,
    most = Math.min(MOST_PROCESSES, availableParallelism()),
  ) {
    this.#start = start;
    this.most = most;
    this.#places = most;
  }

  hasIdle(): boolean {
    return this.#idle.some((worker) => !worker.hasEnded());
  }

  begin(kind: AnyKind): void {
    this.#idle.at(-1)?.load(kind);
    if (this.#isEnded || this.#idle.length > 0 || this.#begun !== undefined) return;
    if (this.#places === 0) return;
    this.#begun = this.#take(kind);
    // Whoever takes it is told that it could not be started.
    this.#begun.catch(() => undefined);
  }

  prepare(kind: AnyKind): void {
    this.#prepared.push(kind);
  }

  async withWorker<Result>(use: (worker: Worker) => Promise<Result>): Promise<Result> {
    const worker = await this.#take();
    try {
      return await use(worker);
    } finally {
      if (worker.hasEnded()) this.#alive.delete(worker);
      this.#handOn(worker.hasEnded() ? undefined : worker);
    }
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    const alive = [...this.#alive];
    this.#alive.clear();
    await Promise.all(alive.map((worker) => worker.end()));
  }

  /** A process that is free, a new one where there may be one more, or whichever is free next. */
  async #take(first?: AnyKind): Promise<Worker> {
    const begun = this.#begun;
    this.#begun = undefined;
    if (begun !== undefined) return begun;
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (!idle.hasEnded()) return idle;
      this.#alive.delete(idle);
      this.#places += 1;
    }
    if (this.#places > 0) this.#places -= 1;
    else {
      const worker = await new Promise<Worker | undefined>((resolve) =>
        this.#waiting.push(resolve),
      );
      if (worker !== undefined) return worker;
    }
    try {
      if (this.#isEnded) throw new Error(ENDED);
      const worker = await this.#start(first);
      if (this.#isEnded) {
        await worker.end();
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
  #handOn(worker: Worker | undefined): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next(worker);
    else if (worker === undefined) this.#places += 1;
    else {
      this.#idle.push(worker);
      for (const kind of this.#prepared) worker.load(kind);
    }
  }
}
