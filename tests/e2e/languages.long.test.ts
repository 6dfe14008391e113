import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import {
  printedDemo,
  printedFrench,
  printedPersian,
  printedRightToLeft,
  printedWithoutMessages,
} from "../build/printed.ts";
import type { Printed } from "../build/printed.ts";
import { serve } from "../visual/served.ts";
import { openBrowser } from "../tools/open-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens a page of a publication in a small window, years after it was printed, and closes it. */
async function reading(
  { out }: Printed,
  base: string,
  path: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const served = await serve(out, base);
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  try {
    await context.clock.setFixedTime("2030-01-01T00:00:00Z");
    const page = await context.newPage();
    await page.goto(served.front + path);
    await look(page);
  } finally {
    await context.close();
    await served.end();
  }
}

describe("the line that says how old a piece is", () => {
  test.each([
    ["English", printedDemo, "/", "2023/12/walmart-cuts-x-advertising/"],
    ["French", printedFrench, "/journal/", "2025/09/reouverture/"],
    ["Arabic", printedRightToLeft, "/", "2025/11/market/"],
  ])("has room in %s on the smallest phone", async (_, print, base, path) => {
    await reading(await print(), base, path, async (page) => {
      await page.locator(".old-notice").waitFor();
      const tops = await page.evaluate(() => {
        const dates = document.querySelector(".preamble > .meta")?.getBoundingClientRect();
        const text = document.createRange();
        text.selectNodeContents(document.querySelector(".old-notice") ?? document.body);
        const head = document.querySelector(".preamble")?.getBoundingClientRect();
        const line = text.getBoundingClientRect();
        return [dates?.bottom ?? NaN, line.top, line.bottom, head?.bottom ?? NaN];
      });
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      expect(tops).not.toContain(NaN);
    });
  });
});

test("code is read from left to right in a text that is not", async () => {
  await reading(await printedRightToLeft(), "/", "2025/12/flood-gauge/", async (page) => {
    const { text, code } = await page.locator(".prose code").evaluate((found) => ({
      text: getComputedStyle(found.parentElement ?? found).direction,
      code: getComputedStyle(found).direction,
    }));
    expect([text, code]).toEqual(["rtl", "ltr"]);
  });
});

describe("where names and words are written the other way than the page", () => {
  const PAGES = [
    "",
    "2026/01/gates/",
    "2026/01/notice/",
    "2026/01/",
    "2025/07/",
    "stories/lock/",
    "authors/pilots/",
    "corrections/",
  ];

  test.each(PAGES)("at /%s each of them is in one piece", async (path) => {
    await reading(await printedWithoutMessages(), "/", path, async (page) => {
      const torn = await page.evaluate(() => {
        const parts = "time, bdi, .byline a, .kicker > *, .meta a, .names, .masthead a";
        return [...document.querySelectorAll(parts)].flatMap((part) => {
          // Pieces of one line touch each other, unless something else stands between them.
          const pieces = [...part.getClientRects()]
            .filter(({ width }) => width > 0)
            .sort((one, other) => one.top - other.top || one.left - other.left);
          const isTorn = pieces.some(({ left, top }, at) => {
            const before = pieces[at - 1];
            return before !== undefined && before.top === top && left > before.right + 1;
          });
          return isTorn ? [part.textContent] : [];
        });
      });
      expect(torn).toEqual([]);
    });
  });

  /** The signs of a text from left to right, as they stand on the page. */
  const fromLeft = (selector: string) => {
    const signs: { sign: string; left: number; top: number }[] = [];
    const found = document.querySelector(selector) ?? document.body;
    const walker = document.createTreeWalker(found, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange();
      [...(node.textContent ?? "")].forEach((sign, at) => {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, width } = range.getBoundingClientRect();
        if (width > 0) signs.push({ sign, left, top: Math.round(top / 4) });
      });
    }
    return signs
      .sort((a, b) => a.top - b.top || a.left - b.left)
      .map(({ sign, top }, at, all) => (top === (all[at - 1]?.top ?? top) ? sign : ` ${sign}`))
      .join("")
      .replace(/\s+/g, " ")
      .trim();
  };

  test.each([
    ["2026/01/gates/", ".label-note", "The views are the authors’ own."],
    ["2026/01/gates/", ".byline a", "Pilot Office (North)."],
    ["2026/01/gates/", ".byline .source", "Source: Harbour Board (UK)."],
    ["2026/01/gates/", ".changed bdi", "Channel 12, not 10."],
    ["2026/01/gates/", ".kicker a", "VHF & Co."],
    ["2026/01/gates/", ".old-notice", "This article was last updated 3 years ago."],
    ["2026/01/notice/", "h1", "Notice to crews (no. 2)!"],
    [
      "popular/",
      ".standfirst",
      "The articles that stand out, ranked by a rule that anyone can check.",
    ],
    ["authors/pilots/", "h1", "Pilot Office (North)."],
    ["authors/pilots/", ".page-head .meta", "Pilots (Channel 10)."],
    ["nowhere/", ".ways-on li:nth-child(2)", "VHF & Co."],
    [
      "nowhere/",
      "h1 + p",
      "There is no page at this address. It may have moved, or the link may be wrong.",
    ],
  ])("at /%s `%s` reads as it was written: %s", async (path, selector, text) => {
    await reading(await printedWithoutMessages(), "/", path, async (page) => {
      expect(await page.evaluate(fromLeft, selector)).toBe(text);
    });
  });

  test.each([...PAGES, "tags/", "feeds/", "nowhere/"])(
    "at /%s every line begins on the right",
    async (path) => {
      await reading(await printedWithoutMessages(), "/", path, async (page) => {
        const astray = await page.evaluate(() => {
          const found = new Set<string>();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            let block = node.parentElement;
            if (block === null || !/\S/.test(node.textContent ?? "")) continue;
            if (!block.checkVisibility({ visibilityProperty: true })) continue;
            if (
              block.closest(
                ".visually-hidden, .skip, select, button, noscript, .prose[dir=ltr] > p",
              ) !== null
            )
              continue;
            while (getComputedStyle(block).display.startsWith("inline") && block.parentElement)
              block = block.parentElement;
            const range = document.createRange();
            range.selectNodeContents(block);
            const { left, right } = block.getBoundingClientRect();
            const { paddingLeft, paddingRight } = getComputedStyle(block);
            const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
            const before =
              right - parseFloat(paddingRight) - Math.max(...lines.map((line) => line.right));
            const behind =
              Math.min(...lines.map((line) => line.left)) - left - parseFloat(paddingLeft);
            if (before > behind + 4) found.add(block.textContent.trim());
          }
          return [...found];
        });
        expect(astray).toEqual([]);
      });
    },
  );

  test("a heading of the archive, the dates below it and its address are of one calendar", async () => {
    await reading(await printedPersian(), "/", "2025/07/", async (page) => {
      expect(await page.locator("h1").textContent()).toBe("ژوئیهٔ ۲۰۲۵");
      expect(await page.locator(".cards time").allTextContents()).toEqual([
        "۳۱ ژوئیهٔ ۲۰۲۵",
        "۱ ژوئیهٔ ۲۰۲۵",
      ]);
    });
    await reading(await printedPersian(), "/", "2025/", async (page) => {
      expect(await page.locator("h1").textContent()).toBe("۲۰۲۵");
      expect(await page.locator(".directory a").allTextContents()).toEqual(["ژوئیهٔ ۲۰۲۵"]);
    });
  });
});
