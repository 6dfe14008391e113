import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { LANGUAGES_WITH_MESSAGES } from "../../src/i18n/languages.ts";
import { readBundle } from "../build/bundles.ts";
import { BELOW_PATH } from "../build/pages/below-path.ts";
import { printedBelowPathIn } from "../build/printed.ts";
import { serve } from "../visual/served.ts";
import { samplesOf } from "../visual/templates.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { textsWithoutRoom } from "./text-room.ts";

const MINUTES = 60_000;
const BASE = new URL(BELOW_PATH).pathname;
const OTHERS = LANGUAGES_WITH_MESSAGES.filter((language) => language !== "en");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

// English, French and Arabic publications are looked at in other tests as well; one build a language takes its time.
describe.each(pickedFrom(OTHERS, 2, commitNumber()))("the messages of %s", (language) => {
  test(
    "have room on every page, years after it was printed, on phones and on desks",
    async () => {
      const { out } = await printedBelowPathIn(language);
      const served = await serve(out, BASE);
      const context = await browser.newContext();
      await context.clock.setFixedTime("2036-01-01T00:00:00Z");
      const page = await context.newPage();
      const found: string[] = [];
      for (const { template, file } of samplesOf(readBundle(out))) {
        const path = file === "404.html" ? "nowhere/" : file.replace(/index\.html$/, "");
        const query = template === "search" ? "?q=quay" : "";
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(served.front + path + query, {
          waitUntil: template === "search" ? "networkidle" : "load",
        });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("main details"))
            details.setAttribute("open", "");
        });
        for (const width of [320, 360, 768, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          const without = await textsWithoutRoom(page);
          const all = wide > width ? [`the page is ${wide} wide`, ...without] : without;
          found.push(...all.map((one) => `${file} at ${width}: ${one}`));
        }
      }
      await context.close();
      await served.end();
      expect(found).toEqual([]);
    },
    5 * MINUTES,
  );
});
