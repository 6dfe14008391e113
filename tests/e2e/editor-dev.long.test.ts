import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../tools/open-browser.ts";
import { copyCheckout, serve } from "./checkout-copy.ts";
import type { CheckoutCopy, Serving } from "./checkout-copy.ts";
import { watchFaults } from "./page-faults.ts";

let browser: Browser;
let checkout: CheckoutCopy;
let dev: Serving;
beforeAll(async () => {
  browser = await openBrowser();
  checkout = copyCheckout();
  appendFileSync(join(checkout.content, "site.yaml"), "editor: { github: paper/site }\n");
  dev = await serve(checkout, "dev");
});
afterAll(async () => {
  await dev.end();
  checkout.remove();
  await browser.close();
});

test("development serves the editor with its policy, and offers the clone on this computer", async () => {
  const page = await browser.newPage();
  const address = new URL("admin", dev.address());
  const faults = await watchFaults(page, address.origin);
  const answer = await page.goto(address.href);
  expect(page.url()).toBe(`${address.href}/`);
  expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await page.getByRole("button", { name: "Work with Local Repository" }).waitFor();
  await page.getByRole("button", { name: "Sign In Using Access Token" }).waitFor();
  expect(faults).toEqual([]);
});
