import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { printedDemo, printedFrench, printedRightToLeft } from "../build/printed.ts";
import type { Printed } from "../build/printed.ts";
import { serve } from "../../looks/served.ts";
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
    await page.goto(served.front + path, { waitUntil: "networkidle" });
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
        const dates = document.querySelector(".article-head > .meta")?.getBoundingClientRect();
        const text = document.createRange();
        text.selectNodeContents(document.querySelector(".old-notice") ?? document.body);
        const head = document.querySelector(".article-head")?.getBoundingClientRect();
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
