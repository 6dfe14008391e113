import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../../tools/open-browser.ts";
import { watchFaults } from "../page-faults.ts";
import { showsFocus } from "./reader.ts";
import { serve } from "../../visual/served.ts";
import type { Served } from "../../visual/served.ts";

const PAGE = `<!DOCTYPE html><html lang="en"><title>T</title><link rel="stylesheet" href="a.css">
<p style="color: red">a</p><img src="https://elsewhere.invalid/a.png" alt=""><img src="lost.png" alt="">
<a href="#seen">seen</a> <a class="unseen" href="#unseen">unseen</a></html>`;

const folder = mkdtempSync(join(tmpdir(), "stet-watching-"));
let browser: Browser;
let served: Served;
beforeAll(async () => {
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "a.css"), ".unseen:focus { outline: none }");
  browser = await openBrowser();
  served = await serve(folder, "/");
});
afterAll(async () => {
  await browser.close();
  await served.end();
  rmSync(folder, { recursive: true, force: true });
});

test("inline style, a request to another host and a lost picture are seen", async () => {
  const page = await browser.newPage();
  const faults = await watchFaults(page, new URL(served.front).origin);
  await page.goto(served.front, { waitUntil: "networkidle" });
  const all = faults.join("\n");
  expect(all).toContain("breaks the policy: style-src-attr");
  expect(all).toContain("breaks the policy: img-src, https://elsewhere.invalid/a.png");
  expect(all).toContain("lost.png is 404");
  await page.close();
});

test("a link that does not show its focus is told from one that does", async () => {
  const page = await browser.newPage();
  await page.goto(served.front);
  await page.keyboard.press("Tab");
  expect(await showsFocus(page)).toBe(true);
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").textContent()).toBe("unseen");
  expect(await showsFocus(page)).toBe(false);
  await page.close();
});
