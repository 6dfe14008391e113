import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { parseBody } from "../../src/markdown/parse-body.ts";
import { feedHtml, pageHtml } from "../../src/markdown/render-body.ts";
import { testTargets } from "../fixtures/body-targets.ts";
import { openBrowser } from "../tools/open-browser.ts";

/** Every way in which series are told apart. */
const SOURCE = `<Chart
  kind="column"
  wide
  title="Clicks fell"
  columns={["Month", "One", "Two", "Three", "Four", "Five", "Six"]}
  data={[["Jan", 12, 11, 10, 9, 8, 7], ["Feb", 14, 13, 12, 11, 10, 9]]}
  alt="Two groups of columns."
/>`;

const body = parseBody(SOURCE, "mdx");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function shown<T>(
  html: string,
  scheme: "light" | "dark",
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  try {
    await page.setContent(
      `<!doctype html><meta name="color-scheme" content="only ${scheme}"><title>.</title>${html}`,
    );
    return await look(page);
  } finally {
    await page.close();
  }
}

/** Shares of points that are far from the ground, and those at the other end of light. */
async function inkOf(page: Page): Promise<{ ground: number; ink: number }> {
  const { data } = PNG.sync.read(await page.locator("svg").first().screenshot());
  let ink = 0;
  const ground = data[0] ?? 0;
  for (let at = 0; at < data.length; at += 4)
    if (Math.abs((data[at] ?? 0) - ground) > 120) ink += 4;
  return { ground, ink: ink / data.length };
}

describe.each(["light", "dark"] as const)(
  "a chart without a style sheet, on a %s ground",
  (scheme) => {
    test("is one drawing, and is seen", () =>
      shown(pageHtml(body, testTargets()), scheme, async (page) => {
        const drawings = page.locator("svg");
        expect(await drawings.count()).toBe(3);
        const visible = await drawings.evaluateAll(
          (all) =>
            all.filter((one) => one.getClientRects().length > 0 && one.checkVisibility()).length,
        );
        expect(visible).toBe(1);
        const { ground, ink } = await inkOf(page);
        expect(ground > 128).toBe(scheme === "light");
        expect(ink).toBeGreaterThan(0.05);
        expect(ink).toBeLessThan(0.5);
      }));

    test("has its words apart and its figures in a table", () =>
      shown(pageHtml(body, testTargets()), scheme, async (page) => {
        const words = await page.locator("svg").first().textContent();
        expect(words?.trim().split(/\s+/).slice(0, 6)).toEqual([
          "One",
          "Two",
          "Three",
          "Four",
          "Five",
          "Six",
        ]);
        expect(words).toMatch(/\bJan\b/);
        expect(await page.locator("details table").count()).toBe(1);
      }));
  },
);

test("a chart in a feed is a picture with words in its place, and a table", () =>
  shown(feedHtml(body, testTargets()), "dark", async (page) => {
    expect(await page.locator("svg, details").count()).toBe(0);
    expect(await page.locator("table").innerText()).toMatch(/Jan\s+12\s+11/);
  }));
