import type { BrowserContext, Route } from "playwright-core";

/** Nothing more is asked for where nothing was for so long. */
const STILL_MS = 1500;

/**
 * Holds back all answers until nothing more is asked for, again and again until `done` is: on a slow line, so many
 * times one after the other a reader waits. Gives the last parts of the addresses of each time, sorted.
 */
export async function roundsUntil(
  context: BrowserContext,
  done: () => Promise<unknown>,
): Promise<string[][]> {
  let held: Route[] = [];
  let asked = Date.now();
  await context.route("**/*", (route) => {
    held.push(route);
    asked = Date.now();
  });
  let isDone = false;
  const doing = done().finally(() => (isDone = true));
  doing.catch(() => undefined);
  const rounds: string[][] = [];
  while (!isDone) {
    await new Promise((resolve) => setTimeout(resolve, STILL_MS / 10));
    if (held.length === 0 || Date.now() - asked < STILL_MS) continue;
    const all = held;
    held = [];
    rounds.push(all.map((route) => lastPart(route.request().url())).sort());
    await Promise.all(all.map((route) => route.continue()));
    asked = Date.now();
  }
  await context.unroute("**/*");
  await doing;
  return rounds;
}

function lastPart(address: string): string {
  const { pathname } = new URL(address);
  return pathname.replace(/.*\/(?=.)/, "");
}
