import { expect, test } from "vitest";
import { scoreOften } from "./score-often.ts";
import { NotScored } from "./score-page.ts";
import type { PageScore } from "./score-page.ts";

/** Gives a score with each performance in turn, and fails in place of a score where there is none. */
function runsOf(...results: (number | Error)[]): () => Promise<PageScore> {
  return async () => {
    const result = results.shift() ?? new Error("One run too many.");
    if (result instanceof Error) throw result;
    return { performance: result, lcp: 1 } as PageScore;
  };
}

const lost = new NotScored("Please run Lighthouse again.");

test("a run that fails is made again, and the run in the middle counts", async () => {
  const { performance } = await scoreOften(3, runsOf(lost, 100, lost, 97, 99));
  expect(performance).toBe(99);
});

test("a page that cannot be scored is given up, and a fault of ours at once", async () => {
  await expect(scoreOften(1, runsOf(lost, lost, lost, lost, 100))).rejects.toThrow(lost);
  await expect(scoreOften(1, runsOf(new Error("no port"), 100))).rejects.toThrow("no port");
});
