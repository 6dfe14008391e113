import { NotScored } from "./score-page.ts";
import type { PageScore } from "./score-page.ts";
import { middleRun } from "./score-table.ts";

/** Runs that may fail, of one page: now and then Chromium loses its trace, and Lighthouse asks to be run again. */
const MOST_FAILED = 3;

/**
 * Scores a page several times, and gives the run in the middle. A run that fails is made again.
 *
 * @throws NotScored where too many runs fail: then it is the page.
 */
export async function scoreOften(
  runs: number,
  score: () => Promise<PageScore>,
): Promise<PageScore> {
  const scores: PageScore[] = [];
  let failed = 0;
  while (scores.length < runs) {
    try {
      scores.push(await score());
    } catch (error) {
      failed += 1;
      if (!(error instanceof NotScored) || failed > MOST_FAILED) throw error;
    }
  }
  return middleRun(scores);
}
