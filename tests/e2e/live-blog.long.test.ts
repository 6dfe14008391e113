import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Browser, Page, Request } from "playwright-core";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { BELOW_PATH } from "../build/pages/below-path.ts";
import { printedBelowPath, printedDemo } from "../build/printed.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { watchFaults } from "./page-faults.ts";

const ON = "2025/06/regatta-live/";
const ENDED = "2026/11/live-from-the-press/";
const MINUTE = 60_000;

const folder = mkdtempSync(join(tmpdir(), "stet-live-"));
const file = join(folder, ON, "index.html");
let browser: Browser;
let served: Served;
let demo: Served;
let original: string;
beforeAll(async () => {
  browser = await openBrowser();
  cpSync((await printedBelowPath()).out, folder, { recursive: true });
  original = readFileSync(file, "utf8");
  served = await serve(folder, new URL(BELOW_PATH).pathname);
  demo = await serve((await printedDemo()).out, "/");
});
afterAll(async () => {
  await served.end();
  await demo.end();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

let page: Page;
let faults: string[];
/** Requests for the page itself, in order. */
let asked: string[];
let unanswered: Set<Request>;
beforeEach(async () => {
  writeFileSync(file, original);
  page = await browser.newPage({ viewport: { width: 1280, height: 600 } });
  await page.clock.install();
  faults = await watchFaults(page, new URL(served.front).origin);
  asked = [];
  unanswered = new Set();
  page.on("request", (request) => {
    if (!new URL(request.url()).pathname.endsWith(`/${ON}`)) return;
    asked.push(request.resourceType());
    unanswered.add(request);
  });
  page.on("requestfinished", (request) => unanswered.delete(request));
  page.on("requestfailed", (request) => unanswered.delete(request));
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await page.close();
});

/** The page after so many more updates. */
function withUpdates(count: number, html = original): string {
  const updates = Array.from(
    { length: count },
    (_, at) =>
      `<article class="live-update" id="update-20250610-15000${count - at}" tabindex="-1"><h2>More ${count - at}</h2><p>News.</p></article>`,
  );
  return html.replace(
    '<article class="live-update',
    `${updates.join("")}<article class="live-update`,
  );
}

/** Lets minutes pass on the page, and an answer come. */
async function pass(minutes: number): Promise<void> {
  const before = asked.length;
  await page.clock.runFor(minutes * MINUTE);
  await page.waitForTimeout(300);
  await settle();
  expect(asked.length - before).toBeLessThanOrEqual(minutes);
}

/** Waits until the page has the answers it asked for, and for what it does with them. */
async function settle(): Promise<void> {
  await expect.poll(() => unanswered.size).toBe(0);
  await page.waitForTimeout(200);
}

const button = () => page.locator(".live-news button");

test("a page that lies open tells of new updates, and moves nothing", async () => {
  await page.goto(served.front + ON);
  await page.evaluate(() => scrollTo(0, 300));
  const update = page.locator("#update-first-start");
  const before = await update.boundingBox();
  await pass(1);
  expect(await button().count()).toBe(0);
  writeFileSync(file, withUpdates(1));
  await pass(1);
  expect(await button().textContent()).toBe("1 new update");
  writeFileSync(file, withUpdates(3));
  await pass(1);
  expect(await button().textContent()).toBe("3 new updates");
  expect(await button().count()).toBe(1);
  expect(await page.title()).toMatch(/^\(3 new updates\) The regatta/);
  expect(await update.boundingBox()).toEqual(before);
  expect(await page.locator(".live-update").count()).toBe(3);
  expect((await button().boundingBox())?.height).toBeGreaterThanOrEqual(44);
});

test("the button brings the reader to the newest update", async () => {
  await page.goto(served.front + ON);
  writeFileSync(file, withUpdates(2));
  await pass(1);
  await button().focus();
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await page.clock.runFor(1000);
  expect(await page.locator(".live-update").count()).toBe(5);
  expect(new URL(page.url()).hash).toBe("#update-20250610-150002");
  const newest = page.locator("#update-20250610-150002");
  expect(await newest.evaluate((element) => document.activeElement === element)).toBe(true);
  const top = (await newest.boundingBox())?.y ?? -1;
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(300);
  expect(await button().count()).toBe(0);
  expect(await page.evaluate(() => history.scrollRestoration)).toBe("auto");
});

test("it asks only while it is seen, waits longer after failures, and ends after hours", async () => {
  await page.goto(served.front + ON);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, value: true });
  });
  await pass(5);
  expect(asked).toEqual(["document"]);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, value: false });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect.poll(() => asked).toEqual(["document", "fetch"]);
  await settle();
  await page.route(`**/${ON}`, (route) => route.fulfill({ status: 304, body: "" }));
  let pauses = 0;
  for (const pause of [1, 2, 4, 8, 16, 16]) {
    await page.clock.runFor((pause - 0.5) * MINUTE);
    await page.waitForTimeout(100);
    expect(asked.length, `before ${pause} minutes`).toBe(2 + pauses);
    await page.clock.runFor(0.5 * MINUTE);
    pauses += 1;
    await expect.poll(() => asked.length, { message: `after ${pause} minutes` }).toBe(2 + pauses);
    await settle();
  }
  await page.clock.fastForward(6 * 60 * MINUTE);
  await page.waitForTimeout(200);
  const last = asked.length;
  await page.clock.fastForward(60 * MINUTE);
  await page.waitForTimeout(200);
  expect(asked.length).toBe(last);
  faults.length = 0;
});

test("when the live blog ends, the page tells of what is new and asks no more", async () => {
  await page.goto(served.front + ON);
  writeFileSync(file, withUpdates(1, original.replace('data-live="on"', 'data-live="ended"')));
  await pass(1);
  expect(await button().textContent()).toBe("1 new update");
  const last = asked.length;
  await pass(10);
  expect(asked.length).toBe(last);
});

test("a live blog that is over brings no script, and one that goes on is whole without", async () => {
  await page.goto(demo.front + ENDED);
  expect(await page.locator('script[src*="LiveNews"]').count()).toBe(0);
  expect(await page.locator(".live-news").count()).toBe(0);
  expect(await page.locator('.article[data-live="ended"]').count()).toBe(1);
  faults.length = 0;
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto(served.front + ON);
  expect(await still.locator(".live-update").count()).toBe(3);
  expect(await still.locator("button:visible", { hasText: "update" }).count()).toBe(0);
  await still.close();
});
