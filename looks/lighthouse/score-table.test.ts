import { expect, test } from "vitest";
import { scoreFrom } from "./score-page.ts";
import type { PageScore } from "./score-page.ts";
import { middleRun, reachesGoals, scoreTable, withScores } from "./score-table.ts";

const good: PageScore = {
  template: "article",
  performance: 100,
  accessibility: 100,
  bestPractices: 100,
  seo: 100,
  lcp: 0.94,
  cls: 0,
  blocked: 0,
  bytes: 91_400,
  faults: [],
};

test("a page reaches the goals with full scores, in time, without a move", () => {
  expect(reachesGoals(good)).toBe(true);
  for (const fault of [{ seo: 99 }, { lcp: 1.61 }, { cls: 0.001 }, { performance: Number.NaN }])
    expect(reachesGoals({ ...good, ...fault })).toBe(false);
});

test("the run in the middle counts", () => {
  const runs = [98, 100, 99].map((performance) => ({ ...good, performance }));
  expect(middleRun(runs).performance).toBe(99);
});

test("scores stand in a table between the marks of a page", () => {
  const page = "Before.\n<!-- scores -->old<!-- end of scores -->\nAfter.\n";
  expect(withScores(page, scoreTable([good]))).toMatchInlineSnapshot(`
    "Before.
    <!-- scores -->

    | template | performance | accessibility | best practices | SEO | LCP | CLS | blocked | sent |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | article | 100 | 100 | 100 | 100 | 0.94 s | 0 | 0 ms | 91 kB |

    <!-- end of scores -->
    After.
    "
  `);
  expect(() => withScores("No marks.", "")).toThrow("no place");
});

test("a report's weighted audits that cost points are faults", () => {
  const audits = {
    viewport: { score: 0, title: "No viewport", details: { items: [{ node: "head" }] } },
    "largest-contentful-paint": { score: 1, numericValue: 940 },
  };
  const categories = {
    performance: { score: 0.995, auditRefs: [{ id: "largest-contentful-paint", weight: 25 }] },
    seo: { score: 0.9, auditRefs: [{ id: "viewport", weight: 1 }] },
  };
  const score = scoreFrom("front", { audits, categories } as never);
  expect(score).toMatchObject({ performance: 100, seo: 90, lcp: 0.94 });
  expect(score.faults).toEqual(['viewport: No viewport [{"node":"head"}]']);
});
