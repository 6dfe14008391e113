import { expect, test } from "vitest";
import { NotScored, scoreFrom } from "./score-page.ts";
import type { PageScore } from "./score-page.ts";
import { middleRun, reachesGoals, scoreTable } from "./score-table.ts";

const good: PageScore = {
  template: "article",
  unlisted: false,
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

test("scores stand in a table, one page a line", () => {
  expect(scoreTable([good])).toMatchInlineSnapshot(`
    "| template | performance | accessibility | best practices | SEO | LCP | CLS | blocked | sent |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | article | 100 | 100 | 100 | 100 | 0.94 s | 0 | 0 ms | 91 kB |
    "
  `);
});

test("a page that asks not to be listed is marked, and the mark explained", () => {
  const table = scoreTable([good, { ...good, template: "search", unlisted: true }]);
  expect(table.split("\n").slice(2)).toMatchInlineSnapshot(`
    [
      "| article | 100 | 100 | 100 | 100 | 0.94 s | 0 | 0 ms | 91 kB |",
      "| search † | 100 | 100 | 100 | 100 | 0.94 s | 0 | 0 ms | 91 kB |",
      "",
      "† asks not to be listed: the audit \`is-crawlable\` is left out.",
      "",
    ]
  `);
});

const sample = { template: "front", url: "http://localhost/", unlisted: false };

test("what costs points in a report is a fault, and so is what explains its times", () => {
  const audits = {
    viewport: { score: 0, title: "No viewport", details: { items: [{ node: "head" }] } },
    "largest-contentful-paint": { score: 1, numericValue: 940 },
    "render-blocking-insight": { score: 0, title: "Blocking", details: { items: [] } },
    "network-rtt": { score: 0, title: "Round trips" },
  };
  const categories = {
    performance: {
      score: 0.995,
      auditRefs: [
        { id: "largest-contentful-paint", weight: 25 },
        { id: "render-blocking-insight", weight: 0, group: "insights" },
        { id: "network-rtt", weight: 0, group: "hidden" },
      ],
    },
    accessibility: { score: 1, auditRefs: [] },
    "best-practices": { score: 1, auditRefs: [] },
    seo: { score: 0.9, auditRefs: [{ id: "viewport", weight: 1 }] },
  };
  const score = scoreFrom(sample, { audits, categories } as never);
  expect(score).toMatchObject({ performance: 100, seo: 90, lcp: 0.94 });
  expect(score.faults).toEqual([
    "render-blocking-insight: Blocking",
    'viewport: No viewport [{"node":"head"}]',
  ]);
});

test("a page that could not be measured has no score", () => {
  const runtimeError = { code: "NO_FCP", message: "The page did not paint." };
  const empty = { audits: {}, categories: {} };
  expect(() => scoreFrom(sample, { ...empty, runtimeError } as never)).toThrow("did not paint");
  const audits = {
    "speed-index": { id: "speed-index", scoreDisplayMode: "error", errorMessage: "No frames." },
  };
  const categories = { performance: { score: null, auditRefs: [] } };
  expect(() => scoreFrom(sample, { audits, categories } as never)).toThrow(NotScored);
  expect(() => scoreFrom(sample, { audits, categories } as never)).toThrow(
    "speed-index: No frames.",
  );
});
