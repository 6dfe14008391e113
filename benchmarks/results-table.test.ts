import { expect, test } from "vitest";
import { resultsText, stepsTable, withResults } from "./results-table.ts";
import type { Results } from "./results-table.ts";

const articles = 10_000;
const stet = { by: "Stet", articles, pages: 14_000 };
const results: Results = {
  articles,
  seed: 1,
  runs: 1,
  machine: { processor: "Abacus", cores: 2, memoryBytes: 8 * 2 ** 30, programs: ["Node 24"] },
  steps: [
    {
      ...stet,
      step: "clean",
      seconds: 20,
      cpuSeconds: 31,
      peakBytes: 1.2e9,
      rendered: 14_000,
      bytes: 4e8,
    },
    { ...stet, step: "clean, search kept", seconds: 12 },
    { ...stet, step: "one more", seconds: 2.5, rendered: 30 },
    { by: "Hugo, same parts", step: "clean", articles, seconds: 10 },
    { by: "Pagefind", step: "over Hugo, same parts", articles, seconds: 25 },
    { by: "Hugo, same parts, and Pagefind", step: "clean", articles, seconds: 35 },
    { by: "Hugo, same parts", step: "one more", articles, seconds: 9 },
    { by: "Hugo, plain", step: "clean", articles, seconds: 8 },
    { by: "Astro, plain, Sätteri", step: "clean", articles: 1000, seconds: 13 },
  ],
  feedSeconds: 0.6,
  searchBytes: 87_400,
  importing: { bytes: 12_000_000, alone: 40, whole: 50 },
};

test("every step has its ratio to each clean build of the same archive", () => {
  expect(resultsText(results)).toMatchInlineSnapshot(`
    "### 10,000 articles

    Abacus, 2 cores, 8 GB of memory; Node 24. Every step once.

    |  | time | of Stet, clean | of Hugo, same parts | of Hugo, plain | of Hugo and Pagefind | CPU | peak memory | pages | rendered | put out |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | Stet: clean | 20 s | 1.00 | 2.00 | 2.50 | 0.57 | 31 s | 1.20 GB | 14,000 | 14,000 | 400 MB |
    | Stet: clean, search kept | 12 s | 0.60 | 1.20 | 1.50 | 0.34 |  |  | 14,000 |  |  |
    | Stet: one more | 2.5 s | 0.13 | 0.25 | 0.31 | 0.07 |  |  | 14,000 | 30 |  |
    | Hugo, same parts: clean | 10 s | 0.50 | 1.00 | 1.25 | 0.29 |  |  |  |  |  |
    | Pagefind: over Hugo, same parts | 25 s | 1.25 | 2.50 | 3.13 | 0.71 |  |  |  |  |  |
    | Hugo, same parts, and Pagefind: clean | 35 s | 1.75 | 3.50 | 4.38 | 1.00 |  |  |  |  |  |
    | Hugo, same parts: one more | 9.0 s | 0.45 | 0.90 | 1.13 | 0.26 |  |  |  |  |  |
    | Hugo, plain: clean | 8.0 s | 0.40 | 0.80 | 1.00 | 0.23 |  |  |  |  |  |
    | Astro, plain, Sätteri: clean (1,000) | 13 s |  |  |  |  |  |  |  |  |  |

    - All feeds, rendered alone: 0.6 s, 5 % of "clean, search kept".
    - The first search, newest first: 87 KB over the wire.
    - Moving in, from a WordPress export with 12 MB of bodies: 50 s, 1.25 times as long as converting these bodies alone.

    "
  `);
});

test("a reference that was not measured has no column", () => {
  const [head] = stepsTable(results.steps.slice(0, 3)).split("\n");
  expect(head).toMatchInlineSnapshot(
    `"|  | time | of Stet, clean | CPU | peak memory | pages | rendered | put out |"`,
  );
});

test("a single run is told from several, and what was not measured is not told", () => {
  const text = resultsText({ ...results, runs: 3, searchBytes: undefined });
  expect(text).toContain("The middle of 3 runs.");
  expect(text).not.toContain("over the wire");
});

test("results stand by size on the page, and those of other sizes stay", () => {
  const place = "Before.\n\n<!-- benchmarks -->\n<!-- end of benchmarks -->\n\nAfter.\n";
  const many = withResults(place, { articles: 100_000 }, "many");
  const both = withResults(many, { articles: 1000 }, "few");
  expect(withResults(both, { articles: 100_000 }, "more")).toMatchInlineSnapshot(`
    "Before.

    <!-- benchmarks -->

    <!-- archive of 1000 -->

    few

    <!-- end of archive of 1000 -->

    <!-- archive of 100000 -->

    more

    <!-- end of archive of 100000 -->

    <!-- end of benchmarks -->

    After.
    "
  `);
  expect(withResults(both, { articles: 1000 }, "few")).toBe(both);
  expect(() => withResults("No place.", { articles: 1000 }, "few")).toThrow("<!-- benchmarks -->");
});
