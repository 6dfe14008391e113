import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { BELOW_PATH } from "../build/pages/below-path.ts";
import { printedLongWords } from "../build/printed.ts";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { doubleRootSize } from "./text-room.ts";

const WIDTHS = [320, 360, 768, 1216, 1280, 1920];
/** What is opened takes much room. */
const TALL = 14_000;
const COUNTS = [0, 1, 3, 9, 12, 60];
/** How many sections there are, and which of them is the one of the page. */
const SHOWN: [count: number, shown: number][] = [
  [3, 3],
  [12, 6],
  [60, 40],
];

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serve((await printedLongWords()).out, new URL(BELOW_PATH).pathname);
});
afterAll(async () => {
  await served.end();
  await browser.close();
});

interface Look extends BrowserContextOptions {
  width?: number;
  /** How many of the sixty sections there are. */
  count: number;
  /** Which of them the page shown is: the last if absent. */
  shown?: number;
  dir?: "rtl";
  isLarge?: boolean;
}

/** Opens the page of a section, or the front where there is none, as it is with so many sections. */
async function reading<Value>(
  { width = 1280, count, shown = count, dir, isLarge = false, ...options }: Look,
  use: (page: Page) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext({ viewport: { width, height: TALL }, ...options });
  try {
    const page = await context.newPage();
    await page.goto(served.front);
    if (count > 0) {
      const links = page.locator(".masthead li a");
      await page.goto(
        new URL((await links.nth(shown - 1).getAttribute("href")) ?? "", served.front).href,
      );
    }
    await page.evaluate(
      ([most, direction]) => {
        if (most === 0) document.querySelector(".masthead nav")?.remove();
        for (const one of [...document.querySelectorAll(".masthead li")].slice(most)) one.remove();
        if (direction !== undefined) document.documentElement.dir = direction;
      },
      [count, dir] as const,
    );
    if (isLarge) await doubleRootSize(page);
    return await use(page);
  } finally {
    await context.close();
  }
}

const TOUCH: BrowserContextOptions = { hasTouch: true, isMobile: true };

/** The line of sections as a reader sees it. */
async function seen(page: Page) {
  return page.evaluate(() => {
    const nav = document.querySelector(".masthead nav");
    const room = nav?.getBoundingClientRect() ?? new DOMRect();
    /** Whether a point in its middle, and both its ends, are in the room of the line and under nothing. */
    const isInSight = (element: Element): boolean => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isOver = hit !== null && (element.contains(hit) || hit.contains(element));
      return (
        left >= room.left - 1 && right <= room.right + 1 && bottom <= room.bottom + 1 && isOver
      );
    };
    const links = [...document.querySelectorAll(".masthead li a")];
    const more = document.querySelector(".masthead summary");
    return {
      isTooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      inSight: links.filter(isInSight).length,
      all: links.length,
      isCurrentInSight: links.some((a) => a.hasAttribute("aria-current") && isInSight(a)),
      hasMore: more !== null && more.checkVisibility() && isInSight(more),
      height: room.height,
      scrolls: nav !== null && nav.scrollWidth > nav.clientWidth + 1,
    };
  });
}

describe.each(pickedFrom(COUNTS, 2, commitNumber()))("%i sections", (count) => {
  test("are a line to be swiped where there is touch, with the one shown in sight", () =>
    reading({ count, ...TOUCH }, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: TALL });
        const line = await seen(page);
        const isOverflowing = line.inSight < count;
        expect(line, `${width}`).toMatchObject({ isTooWide: false, all: count, hasMore: false });
        expect(line.isCurrentInSight, `${width}`).toBe(count > 0);
        expect(line.scrolls, `${width}`).toBe(isOverflowing);
        if (!isOverflowing) continue;
        await page.locator(".masthead nav").evaluate((nav) => nav.scrollTo(1e6, 0));
        expect((await seen(page)).isCurrentInSight, `${width}, at the end`).toBe(true);
        await page.locator(".masthead nav").evaluate((nav) => nav.scrollTo(0, 0));
      }
    }));

  test("have More where there is no touch and no room, with the one shown in sight", () =>
    reading({ count }, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: TALL });
        const line = await seen(page);
        expect(line, `${width}`).toMatchObject({ isTooWide: false, all: count });
        expect(line.isCurrentInSight, `${width}`).toBe(count > 0);
        expect(line.hasMore, `${width}`).toBe(line.inSight < count);
        if (!line.hasMore) continue;
        await opensAndCloses(page, count);
        expect(await seen(page), `${width}, closed again`).toEqual(line);
      }
    }));
});

/** Opens the line by More, where every section must be seen, and closes it. */
async function opensAndCloses(page: Page, count: number): Promise<void> {
  const more = page.locator(".masthead summary");
  await more.click();
  expect(await seen(page)).toMatchObject({
    isTooWide: false,
    inSight: count,
    hasMore: true,
    scrolls: false,
  });
  await more.click();
}

describe.each<[string, BrowserContextOptions & { dir?: "rtl"; isLarge?: boolean }]>([
  ["without script", { javaScriptEnabled: false }],
  ["from right to left", { dir: "rtl" }],
  ["from right to left on a phone", { dir: "rtl", ...TOUCH }],
  ["with letters of twice their size", { isLarge: true }],
  ["with letters of twice their size on a phone", { isLarge: true, ...TOUCH }],
])("sections %s", (_, how) => {
  test.each(pickedFrom(SHOWN, 1, commitNumber()))(
    "are all to be had where there are %i",
    (count, shown) =>
      reading({ count, shown, ...how }, async (page) => {
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: TALL });
          const line = await seen(page);
          expect(line, `${width}`).toMatchObject({ isTooWide: false, isCurrentInSight: true });
          expect(line.hasMore, `${width}`).toBe(how.hasTouch !== true && line.inSight < count);
          if (line.hasMore) await opensAndCloses(page, count);
        }
      }),
  );
});

describe("by the keyboard", () => {
  test.each([{}, { dir: "rtl" } as const])(
    "every section is reached in its order and seen, %o",
    (how) =>
      reading({ width: 1280, count: 12, shown: 6, ...how }, async (page) => {
        const texts = await page.locator(".masthead li a").allTextContents();
        await page.locator(".masthead-search").focus();
        for (const text of texts) {
          await page.keyboard.press("Tab");
          const focused = page.locator(":focus");
          expect((await focused.textContent())?.trim()).toBe(text.trim());
          const isOver = await focused.evaluate((link) => {
            const { left, right, top, bottom } = link.getBoundingClientRect();
            const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            const room = link.closest("nav")?.getBoundingClientRect();
            const isWhole = room !== undefined && left >= room.left - 1 && right <= room.right + 1;
            return hit !== null && link.contains(hit) && isWhole;
          });
          expect(isOver, text).toBe(true);
        }
        await page.keyboard.press("Tab");
        expect((await page.locator(":focus").textContent())?.trim()).toBe("More");
      }),
  );

  test("More is opened and closed, and Escape leads back to it", () =>
    reading({ width: 768, count: 12, shown: 2 }, async (page) => {
      const before = await seen(page);
      await page.locator(".masthead summary").focus();
      await page.keyboard.press("Enter");
      expect((await seen(page)).inSight).toBe(12);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Escape");
      expect((await seen(page)).hasMore).toBe(true);
      expect((await seen(page)).height).toBe(before.height);
      expect((await page.locator(":focus").textContent())?.trim()).toBe("More");
    }));
});

test("nothing moves when the script comes", async () => {
  const screen = { width: 1280, count: 60, shown: 40 };
  const [bare, scripted] = [
    await reading({ ...screen, javaScriptEnabled: false }, seen),
    await reading(screen, seen),
  ];
  expect(scripted).toEqual(bare);
});

test("no section stands on paper", () =>
  reading({ width: 1280, count: 60 }, async (page) => {
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".masthead nav").isVisible()).toBe(false);
  }));
