import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Kind, Read, ReadFile, ReadingOf, ReadOptions, ReadTask } from "./readings.ts";
import { refusedDiagnostic } from "./unreadable.ts";
import { WatchedWork } from "../workers/watched-work.ts";
import type { BatchKind, Limits, Loss, Outcome } from "../workers/watched-work.ts";
import type { Workers } from "../workers/worker.ts";
import { moduleBeside } from "../workers/worker-module.ts";

/** That a file ends, stalls or bloats whoever reads it, and the line from which on it does, where that is known. */
export interface Lost {
  lost: Loss;
  line?: number;
}

/** What reads the files of a publication. */
export interface Readers {
  /** Is told that files are likely to be read soon. */
  begin: () => void;
  /** What files give, in their order. Throws where nothing can be read with. */
  read: <K extends Kind>(
    options: ReadOptions<K>,
    files: readonly ReadFile[],
  ) => Promise<(Read<ReadingOf<K>> | Lost)[]>;
}

/** Reads in this process: for texts that are known to be harmless. What reads is loaded when there is something to read. */
export const READERS_HERE: Readers = {
  begin: () => {},
  read: async (options, files) => {
    const { readFileOf } = await import("./readings.ts");
    return Promise.all(files.map((file) => readFileOf({ ...file, options })));
  },
};

const READING: BatchKind<ReadTask, Read<unknown>> = {
  module: moduleBeside(import.meta.url, "reading-work"),
};

/** What no file comes near; seconds are many where a machine is busy. */
const LIMITS: Limits = { patience: 30_000, memory: 2_000_000_000 };

/** How many files are handed over at once; drawings take longer than texts. */
const BATCH: Record<Kind, number> = {
  article: 100,
  page: 10,
  comments: 50,
  drawing: 1,
  public: 10,
};

/** A process needs a third of a second to start; an article takes half a millisecond. */
const FEWEST_FOR_MANY = 1000;

/** Most beginnings of a text that are tried, to find the line that harms. */
const MOST_TRIALS = 20;

/**
 * Has files read by workers, so that a file that ends one, stalls it or bloats it harms nothing else. None is started
 * before there is something to read.
 */
export class ReadingWorkers implements Readers {
  readonly #workers: Workers;
  readonly #work: WatchedWork<ReadTask, Read<unknown>>;
  readonly #lost = new Map<string, { digest: string; lost: Lost }>();

  /** Another way to read and other limits are for tests. */
  constructor(workers: Workers, kind = READING, limits = LIMITS) {
    this.#workers = workers;
    this.#work = new WatchedWork(workers, kind, limits);
  }

  async read<K extends Kind>(
    options: ReadOptions<K>,
    files: readonly ReadFile[],
  ): Promise<(Read<ReadingOf<K>> | Lost)[]> {
    const known = new Map(files.map((file) => [file, this.#lostBefore({ ...file, options })]));
    const results = await this.#readAnew(
      options,
      files.filter((file) => known.get(file) === undefined),
    );
    let next = 0;
    return files.flatMap((file) => known.get(file) ?? results[next++] ?? []);
  }

  begin(): void {
    this.#workers.begin(READING);
  }

  async #readAnew<K extends Kind>(
    options: ReadOptions<K>,
    files: readonly ReadFile[],
  ): Promise<(Read<ReadingOf<K>> | Lost)[]> {
    const tasks = files.map((file): ReadTask<K> => ({ ...file, options }));
    const size = BATCH[options.kind];
    const batches = Array.from({ length: Math.ceil(tasks.length / size) }, (_, at) =>
      tasks.slice(at * size, (at + 1) * size),
    );
    const lanes = tasks.length < FEWEST_FOR_MANY ? 1 : Math.max(1, this.#workers.most);
    // A process answers what it is asked.
    const outcomes = (await this.#work.work(batches, lanes)) as Outcome<Read<ReadingOf<K>>>[];
    return Promise.all(
      outcomes.map((outcome, at) =>
        "result" in outcome ? Promise.resolve(outcome.result) : this.#placed(outcome, tasks[at]),
      ),
    );
  }

  /** What was lost is not tried again while its bytes are the same: development reads after every save. */
  #lostBefore(task: ReadTask): Lost | undefined {
    if (this.#lost.size === 0) return undefined;
    const before = this.#lost.get(nameOf(task));
    return before !== undefined && before.digest === digestOf(task) ? before.lost : undefined;
  }

  /** With the line from which on a text ends who reads it; to stall or bloat them as often would take too long. */
  async #placed(
    outcome: { lost: Loss } | { failed: string },
    task: ReadTask | undefined,
  ): Promise<{ unreadable: Diagnostic } | Lost> {
    if ("failed" in outcome)
      return { unreadable: refusedDiagnostic(task?.file ?? "", outcome.failed) };
    const { lost } = outcome;
    if (task === undefined) return { lost };
    const digest = digestOf(task);
    const placed = { lost, ...(await this.#lineOf(lost, task)) };
    if (digest !== undefined) this.#lost.set(nameOf(task), { digest, lost: placed });
    return placed;
  }

  async #lineOf(lost: Loss, task: ReadTask): Promise<Pick<Lost, "line">> {
    if (lost !== "ended" || task.options.kind === "drawing") return {};
    let valid = 0;
    let bad = linesOf(task);
    for (let trial = 0; trial < MOST_TRIALS && bad - valid > 1; trial += 1) {
      const middle = (valid + bad) >> 1;
      const outcome = await this.#work.tryOnce({ ...task, lines: middle });
      if ("lost" in outcome) bad = middle;
      else valid = middle;
    }
    return { line: bad };
  }
}

function nameOf({ options, file }: ReadTask): string {
  return `${options.kind} ${join(options.content, file)}`;
}

function digestOf(task: ReadTask): string | undefined {
  const bytes = bytesOf(task);
  return bytes === undefined ? undefined : hash("sha256", bytes, "hex");
}

function linesOf(task: ReadTask): number {
  return bytesOf(task)?.toString("utf8").trimEnd().split("\n").length ?? 1;
}

/** Nothing where it is gone by now. */
function bytesOf({ options, file }: ReadTask): Buffer | undefined {
  try {
    return readFileSync(join(options.content, file));
  } catch {
    return undefined;
  }
}
