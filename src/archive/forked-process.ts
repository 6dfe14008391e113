import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { compiledCodeFolder } from "./compiled-code.ts";

/** A process of its own that answers what it is asked, one question after the other. */
export interface AnsweringProcess<Question, Answer> {
  /** `onSign` hears that it is still at work. Rejects where the process has ended, or ends before it has answered. */
  ask: (question: Question, onSign: () => void) => Promise<Answer>;
  /** Bytes of memory that it holds; undefined where the system does not tell. */
  residentBytes: () => number | undefined;
  /** Ends it at once, whatever it does. */
  end: () => void;
}

/** What such a process says. */
type Message<Answer> = { is: "ready" } | { is: "sign" } | { is: "answer"; answer: Answer };

/** How much memory the values of JavaScript may take in such a process, in MiB. */
const HEAP_MIB = 2048;

/** Of what a process says before it is ready, so many characters are told, from the end. */
const LAST_WORDS = 2000;

/** How long a process works without a sign, in milliseconds. */
const SIGN_EVERY = 500;

/**
 * Starts the module at `entry`, which calls `answerParent`, in a process of its own. Throws with the last words of the
 * process where it does not come to work; later ones are shown to nobody: they are about programs, and not about what
 * it was asked.
 */
export async function forkProcess<Question, Answer>(
  entry: URL,
): Promise<AnsweringProcess<Question, Answer>> {
  const compiled = compiledCodeFolder();
  const child = fork(entry, {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [`--max-old-space-size=${HEAP_MIB}`],
    ...(compiled === undefined ? {} : { env: { ...process.env, NODE_COMPILE_CACHE: compiled } }),
  });
  let lastWords = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS);
  });
  const end = (): void => void child.kill("SIGKILL");
  // Who is interrupted leaves nothing running behind.
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  try {
    await nextMessage(child, () => {});
  } catch (error) {
    const words = lastWords.trim() || String(error);
    throw new Error(`A process that reads the content could not be started: ${words}`, {
      cause: error,
    });
  }
  // Nobody waits for a process that has nothing to answer.
  child.unref();
  (child.stderr as { unref?: () => void } | null)?.unref?.();
  return {
    ask: async (question, onSign) => {
      const answer = nextMessage<Answer>(child, onSign);
      child.send(question as object, (error) => {
        if (error !== null) child.kill("SIGKILL");
      });
      return (await answer) as Answer;
    },
    residentBytes: () => resident(child),
    end,
  };
}

/**
 * Answers what the parent asks; the other side of `forkProcess`. `sign` is called now and then by what takes long, so
 * that it is not taken for stuck.
 */
export function answerParent<Question, Answer>(
  answer: (question: Question, sign: () => void) => Answer | Promise<Answer>,
): void {
  const say = (message: Message<Answer>): unknown => process.send?.(message);
  let last = 0;
  const sign = (): void => {
    const now = performance.now();
    if (now - last < SIGN_EVERY) return;
    last = now;
    say({ is: "sign" });
  };
  const take = async (question: Question): Promise<void> => {
    last = performance.now();
    say({ is: "answer", answer: await answer(question, sign) });
  };
  // What it does not expect ends it, which the parent notices.
  process.on("message", (question) => void take(question as Question));
  say({ is: "ready" });
}

/** The next answer of a process, or that it is ready. Rejects where it has ended, or ends before. */
function nextMessage<Answer>(child: ChildProcess, onSign: () => void): Promise<Answer | undefined> {
  const said = Promise.withResolvers<Answer | undefined>();
  const onMessage = (message: Message<Answer>): void => {
    if (message.is === "sign") onSign();
    else said.resolve(message.is === "answer" ? message.answer : undefined);
  };
  const onExit = (): void => said.reject(new Error("The process has ended."));
  child.on("message", onMessage).once("exit", onExit).once("error", said.reject);
  child.channel?.ref();
  if (child.exitCode !== null || child.signalCode !== null) onExit();
  return said.promise.finally(() => {
    child.off("message", onMessage).off("exit", onExit).off("error", said.reject);
    child.channel?.unref();
  });
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
