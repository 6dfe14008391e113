/**
 * Does one kind of work; what a module that workers load exports as `work`. `tell` passes news on at once; `sign` is
 * called now and then by what takes long, so that it is not taken for stuck. All of it is plain data.
 */
export type DoWork<Order, News, Answer> = (
  task: Order,
  tell: (news: News) => void,
  sign: () => void,
) => Answer | Promise<Answer>;

/** A kind of work, by the address of its module. */
export interface WorkKind<Order, News, Answer> {
  module: string;
  /** Nowhere: what the module exports, as the compiler knows it. */
  does?: DoWork<Order, News, Answer>;
}

/** Any kind of work. */
export type AnyKind = Pick<WorkKind<never, never, never>, "module">;

/** Who is told of work. */
export interface WorkListener<News> {
  onSent?: () => void;
  onNews?: (news: News) => void;
  onSign?: () => void;
}

/** Does what it is asked, one thing after the other, in the order in which it is asked. */
export interface Worker {
  /**
   * Gives the answer to an order, and its news before that. Rejects with what the work throws, or with WorkerEnded.
   * `onSent` hears that the order has left this thread, which one that is busy holds up; `onSign` that it is at work.
   */
  ask: <Order, News, Answer>(
    kind: WorkKind<Order, News, Answer>,
    task: Order,
    listener?: WorkListener<News>,
  ) => Promise<Answer>;
  /** Loads what a kind of work needs, before it is asked for any. */
  load: (kind: AnyKind) => void;
  hasEnded: () => boolean;
  /** Bytes of memory that it holds; undefined where that is not known. */
  residentBytes: () => number | undefined;
  /** Ends it at once, whatever it does; settled when it is no more. */
  end: () => Promise<void>;
}

/** Workers that are kept for more work. */
export interface Workers {
  /** How many there may be besides this thread. */
  most: number;
  /** Whether a worker is there that has worked before and has nothing to do. */
  hasIdle: () => boolean;
  /** Is told that there is likely to be work of this kind soon: a worker is begun. */
  begin: (kind: AnyKind) => void;
  /** Is told that work of this kind may follow other work: workers load what it needs while they have nothing to do. */
  prepare: (kind: AnyKind) => void;
  /**
   * Takes a worker for oneself, as soon as one is free, until `use` is settled. Throws where none can be started, and
   * what `use` throws.
   */
  withWorker: <Result>(use: (worker: Worker) => Promise<Result>) => Promise<Result>;
  /** Ends all of them; nothing is asked after that. Settled when they are no more. */
  end: () => Promise<void>;
}

/** A worker was ended before it had answered: from outside, by itself, or because memory ran out. */
export class WorkerEnded extends Error {
  override name = "WorkerEnded";
}

/** Does the work in this thread: for tests, and for what is known to be harmless. */
export const WORKERS_HERE: Workers = {
  most: 0,
  hasIdle: () => false,
  begin: () => {},
  prepare: () => {},
  withWorker: (use) => use(WORKER_HERE),
  end: () => Promise.resolve(),
};

const WORKER_HERE: Worker = {
  ask: async (kind, task, { onSent, onNews = () => {}, onSign = () => {} } = {}) => {
    const work = await workOf(kind);
    onSent?.();
    return work(task, onNews, onSign);
  },
  load: () => {},
  hasEnded: () => false,
  residentBytes: () => undefined,
  end: () => Promise.resolve(),
};

/** What the module of a kind of work does. */
export async function workOf<Order, News, Answer>({
  module,
}: WorkKind<Order, News, Answer>): Promise<DoWork<Order, News, Answer>> {
  const { work } = (await import(module)) as { work: DoWork<Order, News, Answer> };
  return work;
}
