import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBundle } from "../build/bundles.ts";
import { printedWithParts } from "../build/printed.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { weighPages } from "./paper/page-weight.ts";

const PAGES = ["", "2026/02/pieux/", "2026/02/sentier/", "2026/02/conserves/", "plages/"];
/** Longer than a page takes: what an advertisement moves when it comes late is seen. */
const LATE_MS = 400;
/** A picture of one pixel. */
const PIXEL = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");

let browser: Browser;
let served: Served;
let out: string;
beforeAll(async () => {
  ({ out } = await printedWithParts());
  browser = await openBrowser();
  served = await serve(out, "/cahier/");
});
afterAll(async () => {
  await served?.end();
  await browser?.close();
});

/** Opens a page whose other hosts answer late, with all that was asked of them and said on the console. */
async function reading(
  options: BrowserContextOptions,
  use: (page: Page, told: { asked: string[]; said: string[] }) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const told = { asked: [] as string[], said: [] as string[] };
    page.on("console", (message) => {
      if (message.type() === "error") told.said.push(message.text());
    });
    await page.route(/^https:/, async (route) => {
      told.asked.push(`${route.request().method()} ${route.request().url()}`);
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      const isScript = route.request().resourceType() === "script";
      await route.fulfill(
        isScript
          ? { contentType: "text/javascript", body: "document.documentElement.dataset.counted = 1" }
          : { contentType: "image/gif", body: PIXEL },
      );
    });
    await use(page, told);
  } finally {
    await context.close();
  }
}

describe("a publication with parts of its own", () => {
  test("loads from the hosts that it lists, and breaks no rule of its policy", () =>
    reading({}, async (page, { asked, said }) => {
      for (const path of PAGES) await page.goto(served.front + path, { waitUntil: "networkidle" });
      expect([...new Set(asked)].sort()).toEqual([
        "GET https://compte.example/count.js",
        "GET https://regie.example/pave.png",
      ]);
      expect(await page.locator("html[data-counted]").count()).toBe(1);
      expect(said).toEqual([]);
    }));

  test.each([
    { width: 360, colorScheme: "light" as const },
    { width: 1280, colorScheme: "dark" as const },
  ])("has no barriers at $width pixels in the $colorScheme", ({ width, colorScheme }) =>
    reading({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
      for (const path of PAGES) {
        await page.goto(served.front + path, { waitUntil: "load" });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual(
          [],
        );
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, path).toBeLessThanOrEqual(width);
      }
    }),
  );

  test("asks for a newsletter without a script, by the address and the hidden fields", () =>
    reading({ javaScriptEnabled: false }, async (page, { asked }) => {
      await page.goto(`${served.front}2026/02/pieux/`);
      await page.getByLabel("E-Mail-Adresse").fill("ada@paper.example");
      const sent = page.waitForRequest(/lettre\.example/);
      await page.getByRole("button", { name: "Abonnieren" }).click();
      const request = await sent;
      expect(request.postData()).toBe("email=ada%40paper.example&liste=cahier");
      await expect.poll(() => asked).toContain("POST https://lettre.example/inscription");
    }));

  test("has its own styles over Stet's", () =>
    reading({}, async (page) => {
      await page.goto(served.front);
      const looks = await page
        .locator(".masthead-name")
        .evaluate((name) => getComputedStyle(name).textTransform);
      expect(looks).toBe("uppercase");
    }));

  test("prints neither advertising nor its form", () =>
    reading({}, async (page) => {
      await page.goto(`${served.front}2026/02/pieux/`);
      await page.emulateMedia({ media: "print" });
      for (const part of [".ad", ".newsletter", ".tides"])
        for (const one of await page.locator(part).all()) expect(await one.isVisible()).toBe(false);
    }));

  test("moves nothing when advertising comes late, and keeps the budgets of pages", async () => {
    const weights = await weighPages(
      browser,
      served.front,
      readBundle(out),
      PAGES.map((path) => `${path}index.html`),
    );
    for (const { file, files, shift, blocking } of weights) {
      expect(shift, file).toBeLessThan(0.001);
      expect(blocking, file).toEqual([]);
      const bytes = [...files].reduce(
        (sum, [one, size]) => sum + (/\.(?:html|css)$/.test(one) ? size : 0),
        0,
      );
      expect(bytes, file).toBeLessThan(14_000);
    }
    await reading({ viewport: { width: 360, height: 780 } }, async (page) => {
      await page.goto(`${served.front}2026/02/pieux/`, { waitUntil: "commit" });
      const space = page.locator(".ad-in-article .ad-space");
      await space.waitFor();
      const before = await space.boundingBox();
      await page.waitForLoadState("networkidle");
      expect(await space.boundingBox()).toEqual(before);
      expect(before).toMatchObject({ width: 300, height: 250 });
    });
  });
});
