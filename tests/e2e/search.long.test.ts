import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { watchFaults } from "./page-faults.ts";
import { copyCheckout, serve } from "./checkout-copy.ts";
import type { CheckoutCopy, Serving } from "./checkout-copy.ts";
import { roundsUntil } from "./rounds.ts";
import { HOSTILE_TITLE, LANTERNS, writeSearchPaper } from "./search-paper.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("the search of a publication below a path", () => {
  let checkout: CheckoutCopy;
  let start: Serving;
  let front: string;
  beforeAll(async () => {
    checkout = copyCheckout();
    writeSearchPaper(checkout.content);
    const site = join(checkout.content, "site.yaml");
    writeFileSync(
      site,
      readFileSync(site, "utf8").replace("ledger.example", "ledger.example/paper"),
    );
    start = await serve(checkout, "start");
    front = start.address();
  });
  afterAll(async () => {
    expect(await start.end()).toBe(0);
    checkout.remove();
  });

  let context: BrowserContext;
  let page: Page;
  let faults: string[];
  let requests: string[];
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    faults = await watchFaults(page, new URL(front).origin);
    requests = [];
    page.on("request", (request) => requests.push(request.url()));
  });
  afterEach(async () => {
    expect(faults).toEqual([]);
    await context.close();
  });

  const query = () => page.getByRole("searchbox");
  const status = () => page.getByRole("main").getByRole("status");
  const links = () => page.locator("[data-search=results] h2 a");

  /** Opens the search page at an address and waits for what it says of the search. */
  async function open(address: string, said: RegExp | string): Promise<void> {
    await page.goto(`${front}search/${address}`);
    await says(said);
  }

  async function says(said: RegExp | string): Promise<void> {
    await status().filter({ hasText: said }).waitFor();
  }

  /** Addresses of the results that are shown, below the base, without the words to be marked there. */
  function shown(): Promise<string[]> {
    return links().evaluateAll(
      (all, start) =>
        all.map((link) => (link as HTMLAnchorElement).href.slice(start).replace(/#.*/, "")),
      front.length,
    );
  }

  function choose(facet: string, value: string): Promise<unknown> {
    return page.locator(`select[name=${facet}]`).selectOption(value);
  }

  test("loads nothing of the index before it is used", async () => {
    const ofIndex = () => requests.filter((address) => address.includes("/pagefind/"));
    for (const path of ["", "search/", "2026/03/pier-opens/"]) {
      await page.goto(front + path, { waitUntil: "networkidle" });
      expect(ofIndex(), path).toEqual([]);
    }
    await page.goto(`${front}search/`, { waitUntil: "networkidle" });
    await query().fill("lantern");
    await says("lantern");
    expect(ofIndex().length).toBeGreaterThan(3);
    expect(ofIndex().every((address) => address.startsWith(`${front}pagefind/`))).toBe(true);
  });

  const ASKED: [string, string, string[]][] = [
    ["a word", "?q=lantern", ["pf_index"]],
    [
      "two words and a phrase, the newest first",
      "?q=lantern%20%22went%20out%22%20sea&order=newest",
      ["pf_index"],
    ],
    ["a word in a year", "?q=lantern&year=2025", ["pf_filter", "pf_index"]],
  ];
  test.each(pickedFrom(ASKED, 1, commitNumber()))(
    "asks at once for all that is known beforehand: %s",
    async (_, address, ofWords) => {
      const rounds = await roundsUntil(context, () => open(address, "articles"));
      const kinds = rounds.map((files) => [
        ...new Set(
          files.map((file) => file.replace(/^search-worker.*(?=\.js$)|^.*\.(?!json$|js$)/, "")),
        ),
      ]);
      const first = kinds.findIndex((files) => files.includes("periods.json"));
      // The page, what it names, and what its script imports come before.
      expect(first).toBeLessThanOrEqual(3);
      expect(
        kinds.slice(first).map((files) => files.filter((kind) => kind !== "svg").sort()),
      ).toEqual([
        [".js", "periods.json"],
        ["pagefind", "pagefind.js", "pf_meta"],
        ofWords,
        ["pf_fragment"],
      ]);
    },
  );

  test("shows what was typed, marked where it was found, and says how many there are", async () => {
    await page.goto(`${front}search/`);
    expect(await status().textContent()).toBe("");
    await query().pressSequentially("lantern");
    await says(`${LANTERNS.length} articles for “lantern”`);
    expect(await shown()).toHaveLength(10);
    const marks = await page.locator("[data-search=results] mark").allTextContents();
    expect(marks.length).toBeGreaterThanOrEqual(10);
    for (const mark of marks) expect(mark).toMatch(/^lantern\W?$/);
    const first = page.locator("[data-search=results] li").first();
    expect(await first.textContent()).toMatch(
      /Shipping[^]*The lantern, the lantern[^]*Ada Quill[^]*February 3, 2019/,
    );
  });

  test("searches for what was typed before its script came", async () => {
    let come: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (come = resolve));
    await context.route("**/_astro/search.*.js", async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(`${front}search/`, { waitUntil: "commit" });
    await query().fill("litres");
    come();
    await says("1 article for “litres”");
    expect(await query().inputValue()).toBe("litres");
    expect(page.url()).toBe(`${front}search/?q=litres`);
  });

  test("leads to the section of an article in which the words stand", async () => {
    await open("?q=litres", "1 article");
    await page.getByRole("link", { name: "The sums" }).click();
    await page.waitForURL(`${front}2024/05/lantern-figures/#the-sums`);
    expect(await page.locator("#the-sums").textContent()).toContain("The sums");
  });

  test("puts the best match first, and the newest first for those who ask, to the last result", async () => {
    await open("?q=lantern", "articles");
    expect((await shown())[0]).toBe("2019/02/lantern-lit/");
    await page.locator("select[name=order]").selectOption("newest");
    await page.waitForFunction(
      (address) =>
        document
          .querySelector("[data-search=results] h2 a")
          ?.getAttribute("href")
          ?.includes(address),
      LANTERNS[0] ?? "",
    );
    expect(await shown()).toEqual(LANTERNS.slice(0, 10));
    await page.getByRole("button", { name: "Show more" }).click();
    await links()
      .nth(LANTERNS.length - 1)
      .waitFor();
    expect(await shown()).toEqual(LANTERNS);
    expect(await page.getByRole("button", { name: "Show more" }).isVisible()).toBe(false);
  });

  const FACETS: [string, string, string[]][] = [
    ["category", "shipping", ["2019/02/lantern-lit/"]],
    ["author", "ada-quill", ["2024/05/lantern-figures/", "2019/02/lantern-lit/"]],
    ["year", "2024", ["2024/05/lantern-figures/"]],
    ["kind", "opinion", ["2026/03/lantern-opinion/"]],
  ];
  test.each(pickedFrom(FACETS, 2, commitNumber()))(
    "is narrowed down by %s",
    async (facet, value, addresses) => {
      await open("?q=lantern&order=newest", `${LANTERNS.length} articles`);
      await page.getByText("Narrow down").first().click();
      await page
        .locator("select[name=author] option[value=ada-quill]")
        .waitFor({ state: "attached" });
      await choose(facet, value);
      await says(addresses.length === 1 ? "1 article for" : `${addresses.length} articles`);
      expect(await shown()).toEqual(addresses);
      expect(new URL(page.url()).searchParams.get(facet)).toBe(value);
    },
  );

  test("says behind each value how many articles it leaves", async () => {
    await open("?q=lantern", "articles");
    await page.getByText("Narrow down").first().click();
    const labels = page.locator("select[name=kind] option");
    await labels.filter({ hasText: "Opinion (1)" }).waitFor({ state: "attached" });
    expect(await labels.allTextContents()).toEqual([
      "All",
      "News (16)",
      "Analysis (1)",
      "Opinion (1)",
    ]);
    expect(await page.locator("select[name=author] option").allTextContents()).toEqual([
      "All",
      "Ada Quill (2)",
      "Ben Moor (16)",
    ]);
  });

  test("is whole in its address: reloaded, shared, gone back to", async () => {
    await page.goto(`${front}search/`);
    await query().fill("lantern");
    await query().press("Enter");
    await says(`${LANTERNS.length} articles`);
    await page.getByText("Narrow down").first().click();
    await choose("category", "shipping");
    await says("1 article for");
    await choose("category", "");
    await says(`${LANTERNS.length} articles`);
    await choose("year", "2024");
    await says("1 article for");
    const address = page.url();
    expect(address).toBe(`${front}search/?q=lantern&year=2024`);
    const before = await shown();

    await page.reload();
    await says("1 article for");
    expect(await shown()).toEqual(before);
    expect(await query().inputValue()).toBe("lantern");
    expect(await page.locator("select[name=year]").inputValue()).toBe("2024");

    const [mine] = [page];
    page = await (await browser.newContext()).newPage();
    await page.goto(address);
    await says("1 article for");
    expect(await shown()).toEqual(before);
    await page.context().close();
    page = mine;

    await links().first().click();
    await page.locator("h1", { hasText: "What light costs" }).waitFor();
    await page.goBack();
    await says("1 article for");
    expect(await shown()).toEqual(before);
    await page.goBack();
    await says(`${LANTERNS.length} articles`);
    await page.goBack();
    await says("1 article for");
    expect(page.url()).toBe(`${front}search/?q=lantern&category=shipping`);
    expect(await page.locator("select[name=category]").inputValue()).toBe("shipping");
    await page.goForward();
    await says(`${LANTERNS.length} articles`);
    expect(await page.locator("select[name=category]").inputValue()).toBe("");
  });

  test("brings readers who come back from an article to as many results as they had", async () => {
    await open("?q=lantern&order=newest", "articles");
    await page.getByRole("button", { name: "Show more" }).click();
    await links().nth(12).click();
    await page.locator("h1", { hasText: "Log 4" }).waitFor();
    await page.goBack();
    await links()
      .nth(LANTERNS.length - 1)
      .waitFor();
    expect(await shown()).toEqual(LANTERNS);
  });

  test("works by keyboard alone, from the field to the last result", async () => {
    await page.goto(`${front}search/`);
    const pressKey = async (key: string): Promise<string> => {
      await page.keyboard.press(key);
      return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? "");
    };
    const tabTo = async (wanted: RegExp): Promise<void> => {
      for (let count = 0; count < 40; count++) if (wanted.test(await pressKey("Tab"))) return;
      throw new Error(`${wanted} is not reached by the Tab key.`);
    };
    await tabTo(/id="search-query"/);
    await page.keyboard.type("lantern");
    await page.keyboard.press("Enter");
    await says(`${LANTERNS.length} articles`);
    expect(new URL(page.url()).searchParams.get("q")).toBe("lantern");
    await tabTo(/^<summary/);
    await page.keyboard.press("Enter");
    await tabTo(/^<select name="category"/);
    await page.keyboard.press("S");
    await says("1 article for");
    await page.keyboard.press("Home");
    await says(`${LANTERNS.length} articles`);
    await tabTo(/data-search="more"/);
    await page.keyboard.press("Enter");
    await links()
      .nth(LANTERNS.length - 1)
      .waitFor();
    // Who asked for more goes on reading there.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      await links().nth(10).textContent(),
    );
    await page.keyboard.press("Enter");
    await page.locator("article h1").waitFor();
  });

  test("tells a live region what it found, and moves no focus while somebody types", async () => {
    await page.goto(`${front}search/`);
    // The region must be there before its text changes, or nothing is read out.
    expect(await status().count()).toBe(1);
    await query().pressSequentially("litres");
    await says("1 article for “litres”");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-query");
    await query().press("Escape");
    await says(/^$/);
    expect(await shown()).toEqual([]);
    expect(page.url()).toBe(`${front}search/`);
  });

  test("says that nothing was found, and helps on", async () => {
    await open("?q=zeppelin", "No article was found for “zeppelin”.");
    const main = page.getByRole("main");
    expect(await main.getByRole("link", { name: "Shipping" }).isVisible()).toBe(true);
    expect(await main.getByRole("link", { name: "2024" }).isVisible()).toBe(true);
    // Pagefind itself answers with what begins with the same letter.
    await query().fill("lzzxqv");
    await says("No article was found for “lzzxqv”.");
    await query().fill("lantern");
    await says(`${LANTERNS.length} articles`);
    expect(await main.getByRole("link", { name: "2024", exact: true }).isVisible()).toBe(false);
  });

  test("offers to search everything where the choices leave nothing", async () => {
    await open("?q=litres&category=shipping&year=2019", "No article");
    await page.getByRole("button", { name: "Search everything" }).click();
    await says("1 article for “litres”");
    expect(page.url()).toBe(`${front}search/?q=litres`);
    expect(await page.getByRole("button", { name: "Search everything" }).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-query");
  });

  const ODD: [string, string | RegExp][] = [
    ["?category=nowhere&year=0&author=nobody&kind=odd&order=sideways", "No article fits"],
    [`?q=${encodeURIComponent("<img src=x onerror=document.title='broken'>")}`, /article/],
    [`?q=${encodeURIComponent(`"lantern`)}`, /article/],
    [`?q=${encodeURIComponent(`'"\\"'`)}`, /article/],
    [`?q=${"z".repeat(5000)}`, "No article was found"],
    [`?q=${"lantern%20".repeat(600)}`, `${LANTERNS.length} articles`],
    [`?q=${encodeURIComponent("{count} {query} $& \u0000\u202E")}`, /article/],
    ["?q=%FF%FE", /article/],
    ["?q=__proto__&author=constructor", /No article/],
  ];
  test.each(pickedFrom(ODD, 3, commitNumber()))(
    "takes no harm from the address %#",
    async (address, said) => {
      await open(address, said);
      expect(await page.title()).toMatch(/Search – The Harbour Ledger$/);
      expect(await page.locator("main img").count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        1280,
      );
      await query().fill("lantern");
      expect((await status().textContent())?.length).toBeLessThan(400);
    },
  );

  test("shows what looks like markup as it was written", async () => {
    await open("?q=lantern&order=newest", "articles");
    const first = page.locator("[data-search=results] li").first();
    expect(await first.locator("h2").textContent()).toContain(HOSTILE_TITLE);
    expect(await first.textContent()).toContain("<script>document.title = 'broken'</script>");
    expect(await page.locator("main img, main li script").count()).toBe(0);
  });

  test("finds words in scripts that have no blanks, and in other scripts", async () => {
    await open("?q=%E6%9D%B1%E4%BA%AC", "1 article");
    expect(await shown()).toEqual(["2023/07/tower/"]);
    expect(await page.locator("[data-search=results] mark").allTextContents()).toEqual(["東京"]);
    await query().fill("京都");
    await says("1 article for “京都”");
    expect(await shown()).toEqual(["2023/06/other-city/"]);
    await query().fill("المدينة");
    await says("1 article for “المدينة”");
    expect(await shown()).toEqual(["2023/05/market/"]);
  });

  test("does not find what was taken down, what is still to come, and drafts", async () => {
    await open("?q=quicksilver", "No article was found");
    await query().fill("lantern");
    await says(`${LANTERNS.length} articles`);
  });

  test("says without script that it needs one, and shows where everything is listed", async () => {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const seen = await watchFaults(plain, new URL(front).origin);
    await plain.goto(`${front}search/?q=lantern`);
    const main = plain.getByRole("main");
    expect(await main.textContent()).toContain("This search needs JavaScript");
    await main.getByRole("link", { name: "Shipping" }).click();
    expect(await plain.locator("h1").textContent()).toBe("Shipping");
    expect(seen).toEqual([]);
    await plain.context().close();
  });

  test.each([true, false])("is on the page for wrong addresses, script: %s", async (script) => {
    const wrong = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
    await wrong.goto(`${front}not-there/`);
    await wrong.getByRole("searchbox").fill("lantern & litres");
    await wrong.getByRole("searchbox").press("Enter");
    await wrong.waitForURL(`${front}search/?q=lantern+%26+litres`);
    await wrong.context().close();
  });

  test("goes on where a file of the index could not be loaded", async () => {
    let isLost = true;
    await context.route("**/pagefind/**", (route) =>
      isLost ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await page.goto(`${front}search/?q=lantern`);
    await says("The search could not be loaded");
    isLost = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await says(`${LANTERNS.length} articles`);
    expect(faults.splice(0).every((fault) => fault.includes("/pagefind/"))).toBe(true);
  });

  test.each(pickedFrom([320, 360, 1280], 1, commitNumber()))(
    "is not wider than a window of %i pixels",
    async (width) => {
      await page.setViewportSize({ width, height: 800 });
      const long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4);
      for (const [address, said] of [
        ["?q=lantern&year=2024", "1 article"],
        [`?q=${long}`, "No article"],
      ] as const) {
        await open(address, said);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          address,
        ).toBeLessThanOrEqual(width);
      }
    },
  );
});
