import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../tools/open-browser.ts";
import { copyCheckout, serve } from "./checkout-copy.ts";
import type { CheckoutCopy, Serving } from "./checkout-copy.ts";
import { visit } from "./visit.ts";

const ARTICLE = "articles/2025/11/pier-delayed.md";
const MARKET = "articles/2026/03/market-moves.md";
const OVERLAY = "stet-overlay";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

async function overlayText(): Promise<string> {
  const overlay = page.locator(OVERLAY);
  await overlay.waitFor({ state: "attached" });
  return overlay.evaluate((element) => element.shadowRoot?.textContent ?? "");
}

describe("on a sound publication", () => {
  let checkout: CheckoutCopy;
  let dev: Serving;
  beforeAll(async () => {
    checkout = copyCheckout();
    dev = await serve(checkout, "dev");
    page = await browser.newPage();
  });
  afterAll(async () => {
    await page.close();
    expect(await dev.end()).toBe(0);
    checkout.remove();
  });
  const open = async (path: string): Promise<void> => {
    await visit(page, dev.address(), path, "networkidle");
  };
  const reloaded = (text: string): Promise<void> => page.getByText(text).first().waitFor();

  test("an edited article shows without a reload by hand", async () => {
    await open("2025/11/pier-delayed/");
    edit(checkout.content, ARTICLE, "The bolts did not come.", "The bolts came on Friday.");
    await reloaded("The bolts came on Friday.");
    edit(checkout.content, ARTICLE, "title: The pier is delayed again", "title: The pier is late");
    await page.getByRole("heading", { level: 1, name: "The pier is late" }).waitFor();
  });

  test("a new article has its page and stands on the front page; a deleted one has gone from both", async () => {
    await open("");
    const file = join(checkout.content, "articles/2026/03/lamps-lit.md");
    const text = readFileSync(join(checkout.content, ARTICLE), "utf8");
    writeFileSync(
      file,
      text
        .replace("5b7a12", "5b7a99")
        .replace(/title: .*/, "title: The lamps are lit")
        .replace("2025-11-02", "2026-03-28"),
    );
    await reloaded("The lamps are lit");
    await page.getByRole("link", { name: "The lamps are lit" }).click();
    await page.getByRole("heading", { level: 1, name: "The lamps are lit" }).waitFor();
    rmSync(file);
    await reloaded("Page not found");
    await open("");
    expect(await page.getByText("The lamps are lit").count()).toBe(0);
  });

  test("an author's card, a component and a style show when they are edited", async () => {
    await open("2025/11/pier-delayed/");
    edit(checkout.content, "authors/ada-quill.yaml", "name: Ada Quill", "name: Adela Quill");
    await reloaded("Adela Quill");
    edit(
      checkout.root,
      "src/components/article/ArticleHead.astro",
      "<h1 {...own}>",
      "<h1 {...own}>Read: ",
    );
    await reloaded("Read: ");
    // Only a page that listens can be told.
    await page.waitForLoadState("networkidle");
    edit(
      checkout.root,
      "src/styles/page.css",
      ".standfirst {",
      ".standfirst { letter-spacing: 3px;",
    );
    await page.waitForFunction(
      () =>
        getComputedStyle(document.querySelector(".standfirst") ?? document.body).letterSpacing ===
        "3px",
    );
  });

  test("a changed schema counts at once: a key it no longer takes is an error, then none again", async () => {
    await open("authors/ben-moor/");
    edit(
      checkout.root,
      "src/loader/schemas/data-file-schemas.ts",
      "  name: line.meta(",
      "  name: line.min(12).meta(",
    );
    await expect.poll(overlayText).toContain("authors/ben-moor.yaml:1:");
    edit(
      checkout.root,
      "src/loader/schemas/data-file-schemas.ts",
      "  name: line.min(12).meta(",
      "  name: line.meta(",
    );
    await page.locator(OVERLAY).waitFor({ state: "detached" });
  });

  test("a broken module of the press is told, and the page comes back when it is mended", async () => {
    await open("");
    edit(
      checkout.root,
      "src/views/teaser.ts",
      "export function teaserOf(",
      "export function teaserOf((",
    );
    await expect.poll(overlayText).toContain("teaser.ts");
    edit(
      checkout.root,
      "src/views/teaser.ts",
      "export function teaserOf((",
      "export function teaserOf(",
    );
    await page.locator(OVERLAY).waitFor({ state: "detached" });
    await reloaded("The market moves to Thursday");
  });

  test("errors lie over the page with file, line, frame and fix, all of them, also after a refresh", async () => {
    await open("2025/11/pier-delayed/");
    edit(checkout.content, ARTICLE, "description:", "desciption:");
    edit(checkout.content, MARKET, "category: town", "category: twon");
    await expect.poll(overlayText).toContain("2 errors in 2 files");
    for (const part of [
      `${ARTICLE}:4:1`,
      "desciption: Bolts",
      "^^^",
      "articles/2026/03/market-moves.md:5:",
    ]) {
      expect(await overlayText()).toContain(part);
    }
    expect(await overlayText()).toContain("town");
    await dev.prints(/pier-delayed\.md:4:1/);
    await page.reload({ waitUntil: "networkidle" });
    expect(await overlayText()).toContain(`${ARTICLE}:4:1`);
    edit(checkout.content, ARTICLE, "desciption:", "description:");
    edit(checkout.content, MARKET, "category: twon", "category: town");
    await page.locator(OVERLAY).waitFor({ state: "detached" });
    await reloaded("The bolts ");
  });

  test("pictures and public files come from the content folder", async () => {
    await open("2026/03/pier-opens/");
    const isShown = await page
      .locator(".lead-picture img")
      .evaluate((image) => (image as HTMLImageElement).naturalWidth > 0);
    expect(isShown).toBe(true);
    const verify = await page.request.get(`${dev.address()}verify.txt`);
    expect(await verify.text()).toBe("ledger-verification\n");
    expect((await page.request.get(`${dev.address()}pier.png`)).status()).toBe(404);
    const script = join(checkout.content, "public/verify.js");
    writeFileSync(script, "document.title = 'Mine';");
    expect(await overlayText()).toContain("This file needs the owner's permission.");
    expect((await page.request.get(`${dev.address()}verify.js`)).status()).toBe(404);
    rmSync(script);
    await page.locator(OVERLAY).waitFor({ state: "detached" });
    expect(
      (await page.request.get(`${dev.address()}shipping`, { maxRedirects: 0 })).headers()[
        "location"
      ],
    ).toBe("/shipping/");
  });

  test("the publication's name changes in place, and its address restarts the server on the same port", async () => {
    await open("");
    edit(checkout.content, "site.yaml", "name: The Harbour Ledger", "name: The Pier Ledger");
    await expect.poll(() => page.title()).toBe("The Pier Ledger");
    const before = new URL(dev.address());
    edit(
      checkout.content,
      "site.yaml",
      "url: https://ledger.example",
      "url: https://ledger.example/paper",
    );
    await dev.prints(/localhost:\d+\/paper\//);
    const after = new URL(dev.address());
    expect(after.port).toBe(before.port);
    await page.waitForURL(after.href);
    const link = page.getByRole("link", { name: "The pier opens a year late" });
    const opens = new URL((await link.getAttribute("href")) ?? "", after).pathname;
    await open(opens.slice(after.pathname.length));
    expect(page.url()).toBe(`${after.href}2026/03/pier-opens/`);
    expect((await visit(page, after.href, "nope/"))?.status()).toBe(404);
    await page.getByRole("heading", { name: "Page not found" }).waitFor();
    // Without an index, what the page links to is offered all the same.
    await visit(page, after.href, "shiping/");
    await page.locator("[data-nearest]").getByRole("link", { name: "Shipping" }).waitFor();
    await open("2026/03/market-moves/");
    edit(checkout.content, MARKET, "moves to Thursday", "moves to Friday");
    await page.getByRole("heading", { level: 1, name: "The market moves to Friday" }).waitFor();
    edit(checkout.content, MARKET, "moves to Friday", "moves to Sunday");
    await page.getByRole("heading", { level: 1, name: "The market moves to Sunday" }).waitFor();
    expect(dev.isRunning()).toBe(true);
  });
});

describe("started on what cannot be shown", () => {
  let checkout: CheckoutCopy;
  let dev: Serving | undefined;
  afterEach(async () => {
    await page.close();
    await dev?.end();
    checkout.remove();
  });

  test("a broken article: the rest is shown under the overlay, and mending takes it away", async () => {
    checkout = copyCheckout();
    edit(checkout.content, ARTICLE, "date: 2025-11-02", "date: 2025-02-30");
    dev = await serve(checkout, "dev");
    page = await browser.newPage();
    await page.goto(dev.address());
    expect(await overlayText()).toContain(`${ARTICLE}:7:`);
    await page.getByText("The market moves to Thursday").first().waitFor();
    edit(checkout.content, ARTICLE, "date: 2025-02-30", "date: 2025-11-02");
    await page.locator(OVERLAY).waitFor({ state: "detached" });
    await page.getByText("The pier is delayed again").first().waitFor();
  });

  test("a broken site.yaml: a page says why, and the publication comes by itself when it is mended", async () => {
    checkout = copyCheckout();
    edit(checkout.content, "site.yaml", "name: ", "nmae: ");
    dev = await serve(checkout, "dev");
    page = await browser.newPage();
    const answer = await page.goto(dev.address());
    expect(answer?.status()).toBe(500);
    await page.getByText("site.yaml:1:1").first().waitFor();
    edit(checkout.content, "site.yaml", "nmae: ", "name: ");
    await page.getByText("The market moves to Thursday").first().waitFor();
    expect(dev.isRunning()).toBe(true);
  });
});
