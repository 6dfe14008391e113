import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { printedDemo } from "../build/printed.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { watchFaults } from "./page-faults.ts";

/** The entry of the demonstration that runs code. */
const ENTRY = "2026/10/what-polling-costs/";

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serve((await printedDemo()).out, "/");
});
afterAll(async () => {
  await served.end();
  await browser.close();
});

test("a slider moved by the keyboard changes the sentence below it", async () => {
  const page = await browser.newPage();
  const faults = await watchFaults(page, new URL(served.front).origin);
  await page.goto(served.front + ENTRY);
  const sentence = page.locator("[data-sentence]");
  expect(await sentence.textContent()).toContain("240,000 requests a day: 43 GB");
  await page.getByLabel("Minutes between two requests").focus();
  await page.keyboard.press("ArrowRight");
  expect(await sentence.textContent()).not.toContain("240,000 requests");
  await page.keyboard.press("Home");
  expect(await sentence.textContent()).toContain("1,440,000 requests a day");
  expect(faults).toEqual([]);
  await page.close();
});

test("without script the table stands there, and no slider that does nothing", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(served.front + ENTRY);
  expect(await page.getByRole("slider").count()).toBe(0);
  expect(await page.getByRole("cell", { name: "43 GB" }).count()).toBe(1);
  await page.close();
});
