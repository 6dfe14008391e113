import { killAll, launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import type { Result } from "lighthouse";

/** What Lighthouse thinks of one page, on its phone. */
export interface PageScore {
  template: string;
  /** Whether it asks not to be listed, and so was not marked down for it. */
  unlisted: boolean;
  /** From 0 to 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** When its largest part is shown, in seconds. */
  lcp: number;
  /** How far its parts move. */
  cls: number;
  /** How long it is deaf to its reader, in milliseconds. */
  blocked: number;
  /** Bytes sent. */
  bytes: number;
  /** What costs points, and what Lighthouse would look at to be faster; each with what it found. */
  faults: string[];
}

/** A page to be scored. */
export interface PageOptions {
  template: string;
  url: string;
  /** Whether it asks not to be listed. */
  unlisted: boolean;
}

/** A page that could not be scored; what Lighthouse said is in the message. */
export class NotScored extends Error {
  override name = "NotScored";
}

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** Of a page that asks not to be listed this one says nothing. */
const LISTED = "is-crawlable";

/**
 * Scores one page in a browser of its own, as Lighthouse does by default: a phone of middling speed on a slow line,
 * both simulated.
 *
 * @throws NotScored where the page cannot be loaded, or something about it cannot be measured.
 */
export async function scorePage(options: PageOptions, chromium: string): Promise<PageScore> {
  const chrome = await launch({
    chromePath: chromium,
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"],
    logLevel: "silent",
  });
  try {
    const run = await lighthouse(options.url, {
      port: chrome.port,
      logLevel: "silent",
      onlyCategories: CATEGORIES,
      skipAudits: options.unlisted ? [LISTED] : [],
    });
    if (run === undefined) throw new NotScored(`Lighthouse gave nothing for ${options.url}.`);
    return scoreFrom(options, run.lhr);
  } finally {
    chrome.kill();
  }
}

/** Ends the browsers that are open, for a process that is about to end. */
export function endBrowsers(): void {
  killAll();
}

/**
 * The figures of a report that this project keeps.
 *
 * @throws NotScored where the report says that something went wrong.
 */
export function scoreFrom(
  { template, url, unlisted }: PageOptions,
  { categories, audits, runtimeError }: Pick<Result, "categories" | "audits" | "runtimeError">,
): PageScore {
  if (runtimeError !== undefined) throw new NotScored(`${url}: ${runtimeError.message}`);
  for (const name of CATEGORIES) {
    if (typeof categories[name]?.score === "number") continue;
    const broken = Object.values(audits).filter((audit) => audit.scoreDisplayMode === "error");
    const why = broken.map((audit) => `${audit.id}: ${audit.errorMessage ?? "failed"}`).join("; ");
    throw new NotScored(`${url} has no score for ${name}. ${why}`.trim());
  }
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  return {
    template,
    unlisted,
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    lcp: value("largest-contentful-paint") / 1000,
    cls: value("cumulative-layout-shift"),
    blocked: value("total-blocking-time"),
    bytes: value("total-byte-weight"),
    faults: Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs
        .filter(({ weight, group }) => weight > 0 || group === INSIGHTS)
        .filter(({ id }) => (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id}: ${audits[id]?.title} ${found(audits[id]?.details)}`.trim()),
    ),
  };
}

/** Where a report keeps what explains its times; it has no weight in the score. */
const INSIGHTS = "insights";

const MOST_FOUND = 600;

function found(details: unknown): string {
  const items = (details as { items?: unknown[] } | undefined)?.items ?? [];
  return items.length === 0 ? "" : JSON.stringify(items.slice(0, 3)).slice(0, MOST_FOUND);
}
