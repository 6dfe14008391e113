import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { readBundle } from "../build/bundles.ts";
import { printedDemo, printedFrench, printedRightToLeft } from "../build/printed.ts";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { openBrowser } from "../tools/open-browser.ts";

const HOUR = 3_600_000;
/** Later than the first paint, so that what a script moves is seen to move. */
const LATE_SCRIPT_MS = 400;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens a page by a clock that says this moment, hands it over and closes it. */
async function visit(
  address: string,
  moment: number,
  look: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(moment);
    await page.addInitScript(watchShifts);
    await page.route("**/*.js", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_SCRIPT_MS));
      // On a busy machine a font may move a word before that.
      await page.evaluate(() => delete document.documentElement.dataset["shift"]);
      await route.continue();
    });
    await page.goto(address, { waitUntil: "networkidle" });
    await look(page);
  } finally {
    await context.close();
  }
}

function watchShifts(): void {
  new PerformanceObserver((list) => {
    const { dataset } = document.documentElement;
    const moved = list
      .getEntries()
      .map((entry) => (entry as PerformanceEntry & { value: number }).value);
    dataset["shift"] = String(
      moved.reduce((sum, value) => sum + value, Number(dataset["shift"] ?? 0)),
    );
  }).observe({ type: "layout-shift", buffered: true });
}

function shiftOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset["shift"]);
}

/** What one date of a list shows now. */
async function shown(
  page: Page,
  datetime: string,
): Promise<{ text: string | null; title: string | null }> {
  const time = page.locator(`time.aged[datetime="${datetime}"]`).first();
  return { text: await time.textContent(), title: await time.getAttribute("title") };
}

const PAPERS = [
  { name: "English", print: printedDemo, base: "/", language: "en" },
  { name: "French", print: printedFrench, base: "/journal/", language: "fr" },
  { name: "Arabic", print: printedRightToLeft, base: "/", language: "ar" },
];

describe.each(pickedFrom(PAPERS, 1, commitNumber()))(
  "the ages of pieces in $name",
  ({ print, base, language }) => {
    const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    let served: Served;
    let timed: string;
    let absolute: string;
    beforeAll(async () => {
      const { out } = await print();
      served = await serve(out, base);
      const front = readBundle(out).get("index.html")?.toString("utf8") ?? "";
      const dates = [...front.matchAll(/<time class="aged" datetime="([^"]+T[^"]+)">([^<]+)</g)];
      const newest = dates.sort(([, a = ""], [, b = ""]) => Date.parse(b) - Date.parse(a))[0];
      [, timed = "", absolute = ""] = newest ?? [];
      expect(absolute).not.toBe("");
    });
    afterAll(() => served.end());

    test("are told in its own words, the date is kept at hand, and nothing moves", async () => {
      for (const width of [360, 1280]) {
        await visit(
          served.front,
          Date.parse(timed) + 3.5 * HOUR,
          async (page) => {
            expect(await shown(page, timed)).toEqual({
              text: words.format(-3, "hour"),
              title: absolute,
            });
            expect(Number((await shiftOf(page)) ?? 0)).toBe(0);
          },
          { viewport: { width, height: 2400 } },
        );
      }
    });

    test("are not told by a clock that is wrong, nor of what is a week old", async () => {
      for (const moment of [Date.parse(timed) - HOUR, Date.parse(timed) + 8 * 24 * HOUR]) {
        await visit(served.front, moment, async (page) => {
          expect((await shown(page, timed)).text).toBe(absolute);
        });
      }
    });

    test("are dates without script", async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(served.front);
      expect(await shown(page, timed)).toEqual({ text: absolute, title: null });
      await context.close();
    });

    test("give way to dates on paper, and come back", async () => {
      await visit(served.front, Date.parse(timed) + 3.5 * HOUR, async (page) => {
        const text = async (): Promise<string | null> => (await shown(page, timed)).text;
        await page.emulateMedia({ media: "print" });
        await expect.poll(text).toBe(absolute);
        await page.emulateMedia({ media: "screen" });
        await expect.poll(text).toBe(words.format(-3, "hour"));
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        expect(await text()).toBe(absolute);
      });
    });
  },
);

test("the head of an article has its day, and behind it on that day the time and its age", async () => {
  const { out } = await printedDemo();
  const served = await serve(out, "/");
  const file = "2026/11/questions-to-the-press/";
  await visit(served.front + file, Date.parse("2026-11-18T16:30:00Z"), async (page) => {
    const head = page.locator(".preamble > .meta");
    expect(await head.innerText()).toMatch(
      /^Published November 18, 2026, 10:00 AM EST \(1 hour ago\)\n/,
    );
    expect(Number((await shiftOf(page)) ?? 0)).toBe(0);
  });
  await served.end();
});

test("at the head of a piece in another language, ages are told in the paper's", async () => {
  const served = await serve((await printedDemo()).out, "/");
  try {
    const article = `${served.front}2026/09/langue-de-la-page/`;
    await visit(article, Date.parse("2026-09-23T16:00:00Z"), async (page) => {
      expect(await page.locator(".preamble > .meta").textContent()).toContain("yesterday");
    });
  } finally {
    await served.end();
  }
});
