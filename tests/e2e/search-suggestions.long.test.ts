import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ROOT } from "../structure/project-files.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { watchFaults } from "./page-faults.ts";
import { copyCheckout, serve } from "./checkout-copy.ts";
import type { CheckoutCopy, Serving } from "./checkout-copy.ts";
import { writeSuggestionsPaper } from "./search-suggestions-paper.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Serves a publication for the tests of a group and opens a page for each of them. */
function publication(write: (content: string) => void) {
  let checkout: CheckoutCopy;
  let start: Serving;
  let context: BrowserContext;
  const opened = { front: "", page: undefined as unknown as Page, faults: [] as string[] };
  beforeAll(async () => {
    checkout = copyCheckout();
    write(checkout.content);
    start = await serve(checkout, "start");
    opened.front = start.address();
  });
  afterAll(async () => {
    expect(await start.end()).toBe(0);
    checkout.remove();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    opened.page = await context.newPage();
    opened.faults = await watchFaults(opened.page, new URL(opened.front).origin);
  });
  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await context.close();
  });
  return opened;
}

/** Another publication in the place of the small paper. */
function standIn(name: string): (content: string) => void {
  return (content) => {
    rmSync(content, { recursive: true });
    cpSync(join(ROOT, "tests/fixtures/publications", name), content, { recursive: true });
  };
}

/** What is marked in the article, and what of it is to be seen. */
function marksOf(page: Page): Promise<{ words: string[]; seen: string[] }> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get("found") ?? [])] as Range[];
    const seen = ranges.filter((range) => {
      const { top, bottom } = range.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    return { words: ranges.map(String), seen: seen.map(String) };
  });
}

async function isMarked(page: Page): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.has("found"));
}

const correction = (page: Page) => page.locator("[data-search=correction]");
const offered = (page: Page) => page.locator("[data-nearest] a");

async function says(page: Page, said: string): Promise<void> {
  await page.getByRole("main").getByRole("status").filter({ hasText: said }).waitFor();
}

describe("in a publication below a path", () => {
  const paper = publication((content) => {
    writeSuggestionsPaper(content);
    const site = join(content, "site.yaml");
    writeFileSync(
      site,
      readFileSync(site, "utf8").replace("ledger.example", "ledger.example/paper"),
    );
  });

  test("a misspelt search offers what was meant, as a link that runs it", async () => {
    const { page, front } = paper;
    await page.goto(`${front}search/`);
    await page.getByRole("searchbox").pressSequentially("adevrtisers");
    await correction(page).waitFor();
    const main = page.getByRole("main");
    expect((await main.textContent())?.replace(/\s+/g, " ")).toContain("Did you mean advertisers?");
    expect(await correction(page).getAttribute("href")).toBe("/paper/search/?q=advertisers");
    await correction(page).click();
    await says(page, "3 articles for “advertisers”");
    expect(page.url()).toBe(`${front}search/?q=advertisers`);
    expect(await correction(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-query");
    await page.goBack();
    await correction(page).waitFor();
  });

  test.each([
    ["harbor+lantrens", "harbor lanterns"],
    ["econmie", "économie"],
    ["السوف", "السوق"],
    ["набережная+фонрь", "набережная фонарь"],
  ])("%s means %s", async (query, meant) => {
    const { page, front } = paper;
    await page.goto(`${front}search/?q=${query}`);
    await correction(page).waitFor();
    expect(await correction(page).textContent()).toBe(meant);
  });

  test("words of drafts and of what is still to come are not offered, nor is anything that finds nothing", async () => {
    const { page, front } = paper;
    for (const query of ["quicksilvre", "embargoe", "zzxqvv"]) {
      await page.goto(`${front}search/?q=${query}`, { waitUntil: "networkidle" });
      await says(page, "No article");
      expect(await correction(page).isVisible(), query).toBe(false);
    }
  });

  test("nothing is fetched for it while searches find something", async () => {
    const { page, front } = paper;
    const words: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".words")) words.push(request.url());
    });
    await page.goto(`${front}search/?q=advertisers`, { waitUntil: "networkidle" });
    await says(page, "3 articles");
    expect(words).toEqual([]);
    await page.goto(`${front}search/?q=adevrtisers`, { waitUntil: "networkidle" });
    expect(words.length).toBeGreaterThan(0);
  });

  test("an article shows where it has the words, the first in view, until they are taken away", async () => {
    const { page, front } = paper;
    await page.goto(`${front}search/?q=lantern`);
    await page.getByRole("link", { name: "A long night" }).click();
    await isMarked(page);
    const { words, seen } = await marksOf(page);
    expect(words).toEqual(["lanterns", "Lantern", "lantern", "lanternfish"]);
    expect(seen[0]).toBe("lanterns");
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(640);
    // The address is plain, so that it is shared without the words.
    expect(page.url()).toBe(`${front}2025/02/long-night/`);
    expect(await page.locator("article mark").count()).toBe(0);

    await page.reload();
    await isMarked(page);
    await page.keyboard.press("Escape");
    expect((await marksOf(page)).words).toEqual([]);
    expect(await page.getByRole("button", { name: "Remove the marks" }).isVisible()).toBe(false);
    await page.reload({ waitUntil: "networkidle" });
    expect((await marksOf(page)).words).toEqual([]);
  });

  test("marks come back with the page, and a button takes them away", async () => {
    const { page, front } = paper;
    await page.goto(`${front}search/?q=lantern`);
    await page.getByRole("link", { name: "A long night" }).click();
    await isMarked(page);
    await page.getByRole("link", { name: "Search" }).first().click();
    await page.waitForURL(/\/search\/$/);
    await page.goBack();
    await isMarked(page);
    await page.getByRole("button", { name: "Remove the marks" }).click();
    expect((await marksOf(page)).words).toEqual([]);
  });

  test("a link to a section leads to the first of the words below its heading", async () => {
    const { page, front } = paper;
    await page.goto(`${front}search/?q=oil`);
    await page.getByRole("link", { name: "Far down" }).click();
    await isMarked(page);
    expect(page.url()).toBe(`${front}2025/02/long-night/#far-down`);
    const { words, seen } = await marksOf(page);
    expect(words).toEqual(["Oil", "oil", "oil", "oil"]);
    expect(seen).toEqual(["oil", "oil", "oil"]);
  });

  test.each([
    ["co2", ["CO2"]],
    ["c%2B%2B", ["C++"]],
    ['5%25 "end to end"', ["5%", "end-to-end"]],
    ["carbon", ["car\u00ADbon"]],
    ["not", ["not"]],
  ])("a search for %s is marked as the article writes it", async (query, marked) => {
    const { page, front } = paper;
    await page.goto(`${front}search/?q=${query}`);
    await page.getByRole("link", { name: "Written in C++" }).click();
    await page.waitForURL(`${front}2022/05/signs/`);
    await isMarked(page);
    expect((await marksOf(page)).words).toEqual(marked);
  });

  test("paper has neither marks nor button", async () => {
    const { page, front } = paper;
    await page.goto(`${front}2025/02/long-night/#found=lantern`);
    await isMarked(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Remove the marks" }).isVisible()).toBe(false);
    const ground = await page.evaluate(
      () => getComputedStyle(document.body, "::highlight(found)").backgroundColor,
    );
    expect(ground).toBe("rgba(0, 0, 0, 0)");
  });

  test.each(["#found=", "#found=%FF", "#found=((((", "#found=zzz&below=nowhere"])(
    "an address that ends in %s does no harm",
    async (end) => {
      const { page, front } = paper;
      await page.goto(`${front}2025/02/long-night/${end}`, { waitUntil: "networkidle" });
      expect((await marksOf(page)).words).toEqual([]);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    },
  );

  test("an article that nobody searched for loads nothing to mark", async () => {
    const { page, front } = paper;
    const scripts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.push(request.url());
    });
    await page.goto(`${front}2025/02/long-night/#far-down`, { waitUntil: "networkidle" });
    expect(scripts.filter((address) => address.includes("mark-found"))).toEqual([]);
  });

  test.each([
    ["2025/02/long-nite", "2025/02/long-night/"],
    ["2025/02/LONG-NIGHT.html", "2025/02/long-night/"],
    ["shipping/2019/07/long-night/", "2025/02/long-night/"],
    ["long_night/amp/", "2025/02/long-night/"],
    ["2025/01/advertizers-are-leaving-the-harbor/", "2025/01/advertisers-leave/"],
    ["2024/03/l%E2%80%99%C3%A9conomy-du-quai/", "2024/03/economie/"],
    [
      "2023/05/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1-%D8%A7%D9%84%D9%85%D8%AF%D9%8A%D9%86%D8%A9",
      "2023/05/market/",
    ],
    ["shiping/", "shipping/"],
  ])("the page for %s offers %s", async (asked, there) => {
    const { page, front } = paper;
    const answer = await page.goto(front + asked);
    expect(answer?.status()).toBe(404);
    await offered(page).first().waitFor();
    expect(
      await offered(page)
        .first()
        .evaluate((link) => (link as HTMLAnchorElement).href),
    ).toBe(front + there);
    expect(await offered(page).count()).toBeLessThanOrEqual(5);
    paper.faults.length = 0;
  });

  test("offers have headline and date, and lead there", async () => {
    const { page, front } = paper;
    await page.goto(`${front}2025/02/long-nite/`);
    const first = page.locator("[data-nearest] li").first();
    expect((await first.innerText()).replace(/\s+/g, " ")).toBe("A long night February 2, 2025");
    expect(await page.getByRole("main").getByRole("searchbox").inputValue()).toBe("long nite");
    await first.getByRole("link").click();
    await page.locator("article h1", { hasText: "A long night" }).waitFor();
    paper.faults.length = 0;
  });

  test.each(["zzxqvv-wwkk/", "2025/02/", "wp-login.php", "%FF/"])(
    "the page for %s offers nothing where nothing is near",
    async (asked) => {
      const { page, front } = paper;
      await page.goto(front + asked, { waitUntil: "networkidle" });
      expect(await page.locator("[data-nearest]").isVisible()).toBe(false);
      paper.faults.length = 0;
    },
  );

  test("without script the page for wrong addresses has the box and the sections", async () => {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${paper.front}2025/02/long-nite/`);
    const main = plain.getByRole("main");
    expect(await main.getByRole("searchbox").isVisible()).toBe(true);
    expect(await main.getByRole("link", { name: "Shipping" }).isVisible()).toBe(true);
    expect(await plain.locator("[data-nearest]").isVisible()).toBe(false);
    await plain.context().close();
  });
});

describe("in French", () => {
  const paper = publication(standIn("le-quai"));

  test("a search, a mark and a wrong address are helped with", async () => {
    const { page, front } = paper;
    await page.goto(`${front}search/?q=pénische`);
    await correction(page).waitFor();
    expect(await page.locator(".search-meant").innerText()).toBe(
      "Vouliez-vous dire péniche\u00A0?",
    );
    await correction(page).click();
    await page.locator("[data-search=results] h2 a").first().click();
    await isMarked(page);
    for (const word of (await marksOf(page)).words) expect(word).toMatch(/^péniches?$/i);
    await page.getByRole("button", { name: "Retirer le surlignage" }).click();
    await page.goto(`${front}2024/05/la-crue-de-may.html`);
    await page.getByRole("link", { name: "La crue de mai s’arrête au bord du marché" }).waitFor();
    paper.faults.length = 0;
  });
});

describe("in Arabic", () => {
  const paper = publication(standIn("al-mina"));

  test("a search, a mark and a wrong address are helped with", async () => {
    const { page, front } = paper;
    await page.goto(`${front}search/?q=السوف`);
    await correction(page).waitFor();
    expect(await page.locator(".search-meant").innerText()).toBe("هل تقصد السوق؟");
    await correction(page).click();
    await page.locator("[data-search=results] h2 a").first().click();
    await isMarked(page);
    expect(new Set((await marksOf(page)).words)).toEqual(new Set(["سوق", "السوق"]));
    await page.getByRole("button", { name: "أزل العلامات" }).click();
    await page.goto(`${front}2025/11/السوق-السمك/`);
    await page.getByRole("link", { name: "سوق السمك ينتقل إلى الرصيف الجديد" }).waitFor();
    paper.faults.length = 0;
  });
});
