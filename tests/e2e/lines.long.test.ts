import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { readBundle } from "../build/bundles.ts";
import {
  printedDemo,
  printedFrench,
  printedPersian,
  printedRightToLeft,
} from "../build/printed.ts";
import { serve } from "../visual/served.ts";
import { samplesOf } from "../visual/templates.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { openBrowser } from "../tools/open-browser.ts";

/** Of a phone, a tablet and a desk, in CSS pixels; the last is a phone whose letters are twice as large. */
const WINDOWS = [
  { width: 320, letters: 16 },
  { width: 768, letters: 16 },
  { width: 1280, letters: 16 },
  { width: 360, letters: 32 },
];

const PAPERS = [
  { name: "English", print: printedDemo, base: "/" },
  { name: "French", print: printedFrench, base: "/journal/" },
  { name: "Arabic", print: printedRightToLeft, base: "/" },
  { name: "Persian", print: printedPersian, base: "/" },
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What is wrong with the dates and dots of a page as it stands. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const linesOf = (part: Element): number => {
      const range = document.createRange();
      const tops = [...part.childNodes].flatMap((node) => {
        range.selectNodeContents(node);
        return [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top);
      });
      return new Set(tops.map((top) => Math.round(top / 4))).size;
    };
    for (const time of document.querySelectorAll<HTMLElement>("time")) {
      const parts = time.childElementCount > 0 ? [...time.children] : [time];
      const lines = linesOf(time);
      const isParted = parts.map((part) => linesOf(part) > 1);
      // What stands in one line is as wide as it is; the line that it has is that of the block around it.
      const room = time.closest("p, li, dt, h2")?.getBoundingClientRect().width ?? 0;
      time.style.whiteSpace = "nowrap";
      const widths = parts.map((part) => part.getBoundingClientRect().width);
      const whole = time.getBoundingClientRect().width;
      time.style.whiteSpace = "";
      if (lines > 1 && whole <= room) faults.push(`parted: ${time.textContent}`);
      if (parts.some((_, at) => isParted[at] && (widths[at] ?? 0) <= room))
        faults.push(`parted within: ${time.textContent}`);
    }
    for (const part of document.querySelectorAll(".kicker *, .meta *"))
      if (getComputedStyle(part, "::after").content.includes("·"))
        faults.push(`a dot that may end a line: ${part.textContent}`);
    const isRtl = document.documentElement.dir === "rtl";
    for (const row of document.querySelectorAll(".kicker, .dotted")) {
      const { left, right } = row.getBoundingClientRect();
      let before: DOMRect | undefined;
      for (const part of row.children) {
        const dot = getComputedStyle(part, "::before");
        const rect = part.getBoundingClientRect();
        if (rect.width === 0) continue;
        const gap = isRtl
          ? (before?.left ?? Infinity) - rect.right
          : rect.left - (before?.right ?? -Infinity);
        const isFirst = before === undefined || gap < 0;
        const beyond = isRtl ? rect.right - right : left - rect.left;
        if (isFirst && Math.abs(beyond) > 1) faults.push(`no line begins so: ${row.textContent}`);
        if (!isFirst && dot.content !== "none") {
          const room = parseFloat(dot.width);
          if (Math.abs(gap - room) > 1)
            faults.push(`${gap} for a dot of ${room}: ${row.textContent}`);
        }
        before = rect;
      }
      if (/^\s*·|·\s*$/.test(row.textContent)) faults.push(`a dot too many: ${row.textContent}`);
    }
    return faults;
  });
}

describe.each(pickedFrom(PAPERS, 1, commitNumber()))("in $name", ({ print, base }) => {
  let out: string;
  beforeAll(async () => {
    ({ out } = await print());
  });

  test("no line parts a date, and dots stand between two things, in any window", async () => {
    const served = await serve(out, base);
    const page = await browser.newPage();
    const faults: string[] = [];
    for (const { file } of samplesOf(readBundle(out))) {
      await page.goto(served.front + file.replace(/(^|\/)index\.html$/, "$1"));
      for (const { width, letters } of WINDOWS) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size === 16 ? "" : `${size}px`;
        }, letters);
        const at = `${file} at ${width} with letters of ${letters}`;
        faults.push(...(await faultsOf(page)).map((fault) => `${at}: ${fault}`));
      }
    }
    await page.close();
    await served.end();
    expect(faults).toEqual([]);
  });
});

describe("the small pictures of lists", () => {
  const LISTS = ["seo/", "2023/12/", "authors/seo-desk/", "tags/crawling/"];

  test.each([360, 1280])("stand beside their words, small and silent, at %i", async (width) => {
    const { out } = await printedDemo();
    const served = await serve(out, "/");
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    let seen = 0;
    for (const path of LISTS) {
      await page.goto(served.front + path, { waitUntil: "networkidle" });
      for (const image of await page.locator(".small-picture").all()) {
        seen += 1;
        await image.scrollIntoViewIfNeeded();
        await image.evaluate((one) => (one as HTMLImageElement).decode());
        const shown = await image.evaluate((one) => {
          const { alt, nextElementSibling } = one as HTMLImageElement;
          const { width: wide, height, left, right } = one.getBoundingClientRect();
          const words = nextElementSibling?.getBoundingClientRect();
          const isBeside = words !== undefined && (words.right <= left || words.left >= right);
          return { alt, isBeside, isSmall: wide <= 0.3 * innerWidth && height <= wide };
        });
        expect(shown, path).toEqual({ alt: "", isBeside: true, isSmall: true });
      }
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth, path).toBeLessThanOrEqual(width);
    }
    expect(seen).toBeGreaterThan(4);
    await context.close();
    await served.end();
  });
});
