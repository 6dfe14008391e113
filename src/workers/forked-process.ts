import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { compiledCodeFolder } from "./compiled-code.ts";
import { WorkerEnded } from "./worker.ts";
import type { AnyKind, Worker, WorkKind, WorkListener } from "./worker.ts";
import { moduleBeside } from "./worker-module.ts";

/** What such a process is sent: an order that it is to answer, or only what kind of work there may be. */
export interface Told {
  kind: AnyKind;
  task?: { is: unknown };
}

/** What such a process says; answers come in the order of the orders. */
export type Message =
  | { is: "ready" }
  | { is: "sign" }
  | { is: "news"; news: unknown }
  | { is: "answer"; answer: unknown }
  | { is: "failure"; error: Error };

/** Who waits for an answer. */
interface Asked {
  onNews: (news: unknown) => void;
  onSign: () => void;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

const ENTRY = new URL(moduleBeside(import.meta.url, "working-process"));

/** How much memory the values of JavaScript may take in such a process, in MiB. */
const HEAP_MIB = 2048;

/** Of what a process says besides its answers, so many characters are told, from the end. */
const LAST_WORDS = 2000;

/**
 * Starts a worker in a process of its own, that of `working-process.ts` where no other is wanted; it loads what work of
 * the kind `first` needs before it is asked, whether or not this thread has time to say so. Throws with the last words
 * of the process where it does not come to work; later ones are told if it ends before it has answered.
 */
export async function forkWorker(first?: AnyKind, entry: URL = ENTRY): Promise<Worker> {
  const compiled = compiledCodeFolder();
  const child = fork(entry, first === undefined ? [] : [first.module], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [`--max-old-space-size=${HEAP_MIB}`],
    ...(compiled === undefined ? {} : { env: { ...process.env, NODE_COMPILE_CACHE: compiled } }),
  });
  let lastWords = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS);
  });
  const kill = (): void => void child.kill("SIGKILL");
  // Who is interrupted leaves nothing running behind.
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));

  const ready = Promise.withResolvers<undefined>();
  const asked: Asked[] = [];
  child.on("message", (message: Message) => {
    if (message.is === "ready") ready.resolve(undefined);
    else if (message.is === "news") asked[0]?.onNews(message.news);
    else if (message.is === "sign") asked[0]?.onSign();
    else {
      const answered = asked.shift();
      rest();
      if (message.is === "answer") answered?.resolve(message.answer);
      else answered?.reject(message.error);
    }
  });
  /** Nobody waits for a process that has nothing to answer. */
  const rest = (): void => {
    if (asked.length === 0) child.channel?.unref();
  };
  const onEnd = (error?: Error): void => {
    ready.reject(error ?? new Error("The process has ended."));
    const words = lastWords.trim();
    for (const one of asked.splice(0))
      one.reject(
        new WorkerEnded(
          `A worker process of Stet exited before its work was done${words === "" ? ", without a message; perhaps there was not enough memory." : `: ${words}`}`,
        ),
      );
  };
  child.once("exit", () => onEnd()).once("error", onEnd);
  try {
    await ready.promise;
  } catch (error) {
    const words = lastWords.trim() || String(error);
    throw new Error(`A worker process of Stet could not be started: ${words}`, {
      cause: error,
    });
  }
  child.unref();
  (child.stderr as { unref?: () => void } | null)?.unref?.();
  rest();
  const loaded = new Set([first?.module]);
  return {
    ask: async <Order, News, Answer>(
      { module }: WorkKind<Order, News, Answer>,
      task: Order,
      { onSent, onNews, onSign }: WorkListener<News> = {},
    ): Promise<Answer> => {
      const answer = Promise.withResolvers<Answer>();
      const one: Asked = {
        onNews: (news) => onNews?.(news as News),
        onSign: () => onSign?.(),
        resolve: (value) => answer.resolve(value as Answer),
        reject: answer.reject,
      };
      if (!hasEnded(child))
        child.send({ kind: { module }, task: { is: task } } satisfies Told, (error) => {
          if (error === null) onSent?.();
          else kill();
        });
      asked.push(one);
      if (hasEnded(child)) onEnd();
      else child.channel?.ref();
      return answer.promise;
    },
    load: ({ module }) => {
      // It is said after each order that leaves a process with nothing to do.
      if (loaded.has(module) || hasEnded(child)) return;
      loaded.add(module);
      child.send({ kind: { module } } satisfies Told, () => undefined);
    },
    hasEnded: () => hasEnded(child),
    residentBytes: () => resident(child),
    end: async () => {
      if (hasEnded(child)) return;
      const gone = once(child, "exit");
      child.ref();
      kill();
      await gone;
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** As Linux tells it (proc_pid_status(5), VmRSS). */
function resident({ pid }: ChildProcess): number | undefined {
  if (process.platform !== "linux" || pid === undefined) return undefined;
  try {
    const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kib === undefined ? undefined : Number(kib) * 1024;
  } catch {
    // It has ended.
    return undefined;
  }
}
