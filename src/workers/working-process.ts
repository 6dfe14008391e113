// Works for the press, one order after the other; the entry of a process that `forked-process.ts` starts. What work needs
// is loaded with the first order of its kind.
import type { Message, Told } from "./forked-process.ts";
import { workOf } from "./worker.ts";

/** How long work goes on without a sign, in milliseconds. */
const SIGN_EVERY = 500;

const parent = process.ppid;
/** Nobody asks any more where the parent has ended, by a signal for one; what is at work hears of nothing. */
const endWithParent = (): void => {
  if (process.ppid !== parent) process.exit();
};
const say = (message: Message): unknown => process.send?.(message);
const tell = (news: unknown): void => {
  endWithParent();
  say({ is: "news", news });
};
let last = 0;
const sign = (): void => {
  endWithParent();
  const now = performance.now();
  if (now - last < SIGN_EVERY) return;
  last = now;
  say({ is: "sign" });
};

async function take({ kind, task }: Told): Promise<void> {
  try {
    const work = await workOf<unknown, unknown, unknown>(kind);
    if (task === undefined) return;
    last = performance.now();
    say({ is: "answer", answer: await work(task.is, tell, sign) });
  } catch (error) {
    // What cannot be loaded is told to who asks for it.
    if (task === undefined) return;
    fail(error instanceof Error ? error : new Error(String(error)));
  }
}

function fail(error: Error): void {
  try {
    say({ is: "failure", error });
  } catch {
    // What it carries besides cannot be sent.
    const { name, message, stack = message } = error;
    say({ is: "failure", error: Object.assign(new Error(message), { name, stack }) });
  }
}

const [first] = process.argv.slice(2);
let work = first === undefined ? Promise.resolve() : take({ kind: { module: first } });
process.on("message", (told: Told) => {
  work = work.then(() => take(told));
});
process.once("disconnect", () => process.exit());
say({ is: "ready" });
