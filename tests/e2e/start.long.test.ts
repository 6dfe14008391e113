import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../tools/open-browser.ts";
import { NOT_THERE, watchFaults } from "./page-faults.ts";
import { headingOf } from "./paper/reader.ts";
import { copyCheckout, serve } from "./checkout-copy.ts";
import type { CheckoutCopy, Serving } from "./checkout-copy.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  ["at the root of its host", "/"],
  ["below a path", "/paper/"],
])("a publication %s", (_where, base) => {
  let checkout: CheckoutCopy;
  let start: Serving;
  let front: string;
  beforeAll(async () => {
    checkout = copyCheckout();
    const site = join(checkout.content, "site.yaml");
    writeFileSync(
      site,
      readFileSync(site, "utf8").replace("ledger.example", `ledger.example${base.slice(0, -1)}`),
    );
    start = await serve(checkout, "start");
    front = start.address();
  });
  afterAll(async () => {
    expect(await start.end()).toBe(0);
    checkout.remove();
  });

  test("is served at its base", () => {
    expect(new URL(front).pathname).toBe(base);
  });

  test("a reader goes from the front to a section, an article, its author, a topic, and back, without script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const faults = await watchFaults(page, new URL(front).origin);
    const go = async (name: string, heading: string): Promise<void> => {
      await page.getByRole("link", { name, exact: true }).first().click();
      expect(await headingOf(page)).toBe(heading);
    };
    await page.goto(front);
    await go("Shipping", "Shipping");
    await go("The pier opens a year late", "The pier opens a year late");
    await go("what came before", "The pier is delayed again");
    await go("The new pier", "The new pier");
    await go("The pier opens a year late", "The pier opens a year late");
    await go("Ben Moor", "Ben Moor");
    await go("The pier opens a year late", "The pier opens a year late");
    await go("Piers", "Piers");
    await page.goBack();
    expect(await headingOf(page)).toBe("The pier opens a year late");
    await go("About us", "About us");
    await go("The Harbour Ledger", "The Harbour Ledger");
    expect(faults).toEqual([]);
    await context.close();
  });

  test("the search finds an article, and leads to it", async () => {
    const page = await browser.newPage();
    const faults = await watchFaults(page, new URL(front).origin);
    await page.goto(`${front}search/?q=fish`);
    await page.getByRole("main").getByRole("link", { name: "The market moves" }).click();
    await page.waitForURL(new RegExp(`^${front}2026/03/market-moves/(?:#found=fish)?$`));
    expect(faults).toEqual([]);
    await page.close();
  });

  test("what is not there is answered with the paper's own page", async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`${front}${NOT_THERE.slice(1)}`);
    expect(answer?.status()).toBe(404);
    expect(await headingOf(page)).toBe("Page not found");
    await page.locator("main").getByRole("link", { name: "Go to the front page" }).click();
    expect(page.url()).toBe(front);
    await page.close();
  });
});

test("with errors in the content nothing is served", async () => {
  const checkout = copyCheckout();
  const site = join(checkout.content, "site.yaml");
  writeFileSync(site, readFileSync(site, "utf8").replace("timezone:", "timezome:"));
  await expect(serve(checkout, "start")).rejects.toThrow(/timezome[^]*Nothing was written/);
  checkout.remove();
});
