import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { printedRightToLeft } from "../build/printed.ts";
import { openBrowser } from "../tools/open-browser.ts";

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serve((await printedRightToLeft()).out, "/");
});
afterAll(async () => {
  await served.end();
  await browser.close();
});

/** A tall drawing in lines alone, as the page shows it: before it is there, and then. */
async function shown(path: string, colorScheme: "light" | "dark", width: number) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  try {
    const page = await context.newPage();
    const boxes: { width: number; height: number }[] = [];
    await page.route("**/*.svg", async (route) => {
      // Nothing is painted before the styles are there, and a busy machine may ask for the drawing first.
      await page.waitForFunction(() =>
        Array.from(document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")).every(
          ({ sheet }) => sheet !== null,
        ),
      );
      boxes.push(
        (await page.locator("img.transparent").first().boundingBox()) ?? { width: 0, height: 0 },
      );
      await route.continue();
    });
    await page.goto(served.front + path);
    const image = page.locator("img.transparent").first();
    await image.evaluate((drawing) => (drawing as HTMLImageElement).decode());
    boxes.push((await image.boundingBox()) ?? { width: 0, height: 0 });
    const colours = await image.evaluate((drawing) => ({
      ground: getComputedStyle(drawing).backgroundColor,
      page: getComputedStyle(document.body).backgroundColor,
    }));
    const seen = boxes.slice();
    // Another drawing, further down, may just have been asked for.
    await page.unrouteAll({ behavior: "wait" });
    return { ...colours, boxes: seen.map(({ width, height }) => ({ width, height })) };
  } finally {
    await context.close();
  }
}

const PLACES = [
  ["", 1280],
  ["2026/02/lock-opens/", 1280],
  ["2026/02/lock-opens/", 360],
] as const;

test.each(PLACES)(
  "at /%s, %i pixels wide, a tall picture is seen as a whole, and nothing moves",
  async (path, width) => {
    const { boxes } = await shown(path, "light", width);
    const [before, after] = [boxes[0], boxes.at(-1)];
    expect(before).toEqual(after);
    expect(after?.height).toBeLessThanOrEqual(0.85 * 800);
    expect(after?.width).toBeCloseTo((after?.height ?? 0) * 0.4, 0);
  },
);

test.each(PLACES)(
  "at /%s, %i pixels wide, what shows through a drawing is light in the dark too",
  async (path, width) => {
    const [light, dark] = [await shown(path, "light", width), await shown(path, "dark", width)];
    expect(light.ground).toBe(light.page);
    expect(dark.page).not.toBe(light.page);
    expect(dark.ground).toBe(light.ground);
  },
);
