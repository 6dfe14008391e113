import type { PageScore } from "./score-page.ts";

/** What every page has to reach. */
const GOALS = { score: 100, lcp: 1.6, cls: 0 } as const;

/** Of several runs over one page the one in the middle by performance and time: single runs vary. */
export function middleRun(runs: readonly PageScore[]): PageScore {
  const sorted = runs.toSorted((a, b) => b.performance - a.performance || a.lcp - b.lcp);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("A page was not run.");
  return middle;
}

/** Whether a page reaches every goal. */
export function reachesGoals(page: PageScore): boolean {
  const { performance, accessibility, bestPractices, seo, lcp, cls } = page;
  const lowest = Math.min(performance, accessibility, bestPractices, seo);
  return lowest >= GOALS.score && lcp <= GOALS.lcp && cls <= GOALS.cls;
}

/** Marks a page that is not marked down for asking not to be listed. */
const UNLISTED = "†";

/** The scores as a table in Markdown, one page a line. */
export function scoreTable(pages: readonly PageScore[]): string {
  const rows = pages.map(
    ({ performance, accessibility, bestPractices, seo, lcp, cls, blocked, bytes, ...page }) =>
      [
        page.unlisted ? `${page.template} ${UNLISTED}` : page.template,
        performance,
        accessibility,
        bestPractices,
        seo,
        `${lcp.toFixed(2)} s`,
        cls.toFixed(3).replace(/\.?0+$/, ""),
        `${Math.round(blocked)} ms`,
        `${Math.round(bytes / 1000)} kB`,
      ].join(" | "),
  );
  const note = pages.some(({ unlisted }) => unlisted)
    ? [`\n${UNLISTED} asks not to be listed: the audit \`is-crawlable\` is left out.`]
    : [];
  return [
    "| template | performance | accessibility | best practices | SEO | LCP | CLS | blocked | sent |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows.map((row) => `| ${row} |`),
    ...note,
    "",
  ].join("\n");
}
