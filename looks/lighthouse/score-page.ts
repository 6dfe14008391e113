import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import type { Result } from "lighthouse";

/** What Lighthouse thinks of one page, on its phone. */
export interface PageScore {
  template: string;
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
  /** What costs points, each with what it found. */
  faults: string[];
}

/** A page to be scored. */
export interface PageOrder {
  template: string;
  url: string;
  /** Whether it asks not to be listed, and so is not marked down for it. */
  unlisted: boolean;
}

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** Of a page that asks not to be listed this one says nothing. */
const LISTED = "is-crawlable";

/**
 * Scores one page in a browser of its own, as Lighthouse does by default: a phone of middling speed on a slow line,
 * both simulated.
 */
export async function scorePage(order: PageOrder, chromium: string): Promise<PageScore> {
  const chrome = await launch({
    chromePath: chromium,
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"],
    logLevel: "silent",
  });
  try {
    const run = await lighthouse(order.url, {
      port: chrome.port,
      logLevel: "silent",
      onlyCategories: CATEGORIES,
      skipAudits: order.unlisted ? [LISTED] : [],
    });
    if (run === undefined) throw new Error(`Lighthouse gave nothing for ${order.url}.`);
    return scoreFrom(order.template, run.lhr);
  } finally {
    chrome.kill();
  }
}

/** The figures of a report that this project keeps. */
export function scoreFrom(
  template: string,
  { categories, audits }: Pick<Result, "categories" | "audits">,
): PageScore {
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  return {
    template,
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
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id}: ${audits[id]?.title} ${found(audits[id]?.details)}`.trim()),
    ),
  };
}

const MOST_FOUND = 400;

function found(details: unknown): string {
  const items = (details as { items?: unknown[] } | undefined)?.items ?? [];
  return items.length === 0 ? "" : JSON.stringify(items.slice(0, 3)).slice(0, MOST_FOUND);
}
