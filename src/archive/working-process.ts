// Works for the press, one order after the other; the entry of a process that `forked-process.ts` starts. What work needs
// is loaded with the first order of its kind.
import type { Message, Told } from "./forked-process.ts";
import { workOf } from "./worker.ts";

/** How long work goes on without a sign, in milliseconds. */
const SIGN_EVERY = 500;

const say = (message: Message): unknown => process.send?.(message);
const tell = (news: unknown): void => void say({ is: "news", news });
let last = 0;
const sign = (): void => {
  const now = performance.now();
  if (now - last < SIGN_EVERY) return;
  last = now;
  say({ is: "sign" });
};

async function take({ kind, order }: Told): Promise<void> {
  try {
    const work = await workOf<unknown, unknown, unknown>(kind);
    if (order === undefined) return;
    last = performance.now();
    say({ is: "answer", answer: await work(order.is, tell, sign) });
  } catch (error) {
    // What cannot be loaded is told to who asks for it.
    if (order === undefined) return;
    say({ is: "failure", error: error instanceof Error ? error : new Error(String(error)) });
  }
}

let work = Promise.resolve();
process.on("message", (told: Told) => {
  work = work.then(() => take(told));
});
say({ is: "ready" });
