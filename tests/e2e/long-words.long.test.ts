import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { readBundle } from "../build/bundles.ts";
import { BELOW_PATH } from "../build/pages/below-path.ts";
import { LONG_WORD } from "../build/pages/long-words.ts";
import { printedDemo, printedLongWords } from "../build/printed.ts";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { samplesOf } from "../visual/templates.ts";
import type { Sample } from "../visual/templates.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { doubleRootSize, partedWords, textsWithoutRoom, zoomText } from "./text-room.ts";

const MINUTES = 60_000;
/** Of so many templates a page is looked at in each way, except at night. */
const LOOKED_AT = 6;

let browser: Browser;
let long: { served: Served; samples: Sample[] };
let demo: { served: Served; samples: Sample[] };
beforeAll(async () => {
  browser = await openBrowser();
  long = await opened((await printedLongWords()).out, new URL(BELOW_PATH).pathname);
  demo = await opened((await printedDemo()).out, "/");
});
afterAll(async () => {
  await long.served.end();
  await demo.served.end();
  await browser.close();
});

async function opened(out: string, base: string): Promise<typeof long> {
  const samples = pickedFrom(samplesOf(readBundle(out)), LOOKED_AT, commitNumber());
  return { served: await serve(out, base), samples };
}

/** Looks at a page of every template, years after it was printed and with all opened, and tells what was found where. */
async function look(
  { served, samples }: typeof long,
  find: (page: Page) => Promise<string[]>,
  options: BrowserContextOptions,
): Promise<string[]> {
  const context = await browser.newContext(options);
  try {
    await context.clock.setFixedTime("2036-01-01T00:00:00Z");
    const page = await context.newPage();
    const found: string[] = [];
    for (const { template, file } of samples) {
      const path = file === "404.html" ? "nowhere/" : file.replace(/index\.html$/, "");
      const query = template === "search" ? `?q=${LONG_WORD.slice(0, 8)}` : "";
      // Only results are fetched after a page has loaded.
      const waitUntil = template === "search" ? "networkidle" : "load";
      await page.goto(served.front + path + query, { waitUntil });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details"))
          details.setAttribute("open", "");
        for (const button of document.querySelectorAll("main button[hidden]"))
          button.removeAttribute("hidden");
      });
      found.push(...(await find(page)).map((one) => `${template}, ${file}: ${one}`));
    }
    return found;
  } finally {
    await context.close();
  }
}

/** What has no room on a page, and by how much the page is wider than its window. */
async function withoutRoom(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth}`] : [];
  });
  return [...wider, ...(await textsWithoutRoom(page))];
}

const at = (width: number): BrowserContextOptions => ({ viewport: { width, height: 800 } });

describe("a word without a place to break", () => {
  test(
    "fits on every template, 320, 768 and 1280 pixels wide",
    async () => {
      const find = async (page: Page): Promise<string[]> => {
        const found: string[] = [];
        for (const width of [320, 768, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await withoutRoom(page)).map((one) => `${width} wide: ${one}`));
        }
        return found;
      };
      expect(await look(long, find, at(320))).toEqual([]);
    },
    4 * MINUTES,
  );
});

describe("text of twice its size", () => {
  test.each([
    ["by the browser's size of letters", doubleRootSize],
    ["by the zoom of text", zoomText],
  ])(
    "scrolls no template sideways on a phone, %s",
    async (_, enlarge) => {
      const find = async (page: Page): Promise<string[]> => {
        await enlarge(page);
        return withoutRoom(page);
      };
      for (const paper of [long, demo]) expect(await look(paper, find, at(360))).toEqual([]);
    },
    4 * MINUTES,
  );
});

describe("ordinary words stay in one piece", () => {
  test(
    "on the smallest phone",
    async () => {
      for (const paper of [long, demo]) expect(await look(paper, partedWords, at(320))).toEqual([]);
    },
    4 * MINUTES,
  );

  test(
    "in lists and at the end of an article, with letters of twice their size",
    async () => {
      const find = async (page: Page): Promise<string[]> => {
        await doubleRootSize(page);
        return partedWords(page);
      };
      const phone = { ...at(360), hasTouch: true, isMobile: true };
      expect(await look(demo, find, phone)).toEqual([]);
    },
    2 * MINUTES,
  );
});
