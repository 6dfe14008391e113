import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { checkoutOf } from "../build/checkout.ts";
import { assertBuilt, buildIn } from "../build/checkout-commands.ts";
import { writeContent } from "../build/publication.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { LANTERNS, writeSearchPaper } from "./search-paper.ts";

/** What the second bundle has of the word that is searched for, the newest first. */
const AFTER = ["2026/03/lantern-sold/", ...LANTERNS];

const folder = mkdtempSync(join(tmpdir(), "stet-switch-"));
const bundle = (name: string): string => join(folder, name, "out");

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
  await build("before", () => undefined);
  // Each period changes, and so does the name of each of its files.
  await build("after", (content) => {
    for (const [address, day] of [
      ["2026/03/lantern-sold", "2026-03-28"],
      ["2025/11/aground", "2025-11-20"],
      ["2024/05/aground", "2024-05-20"],
      ["2023/05/aground", "2023-05-20"],
      ["2019/02/aground", "2019-02-20"],
    ] as const)
      writeContent(content, `articles/${address}.md`, articleOf(address, day));
    for (const log of readdirSync(join(content, "articles/2025/11"))) {
      const file = join(content, "articles/2025/11", log);
      writeFileSync(file, readFileSync(file, "utf8").replace("calm", "rough"));
    }
    const figures = join(content, "articles/2024/05/lantern-figures.md");
    writeFileSync(figures, readFileSync(figures, "utf8").replace("40 litres", "50 litres"));
  });
  cpSync(bundle("after"), bundle("upgraded"), { recursive: true });
  renameScripts(bundle("upgraded"));
  served = await serve(join(folder, "current"), "/");
});
afterAll(async () => {
  await served.end();
  await browser.close();
  rmSync(folder, { recursive: true });
});

let context: BrowserContext;
let page: Page;
let loads: number;
beforeEach(async () => {
  show("before");
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  loads = 0;
  page.on("load", () => (loads += 1));
  // Whatever is said once is to be known, however short a time it is said for.
  await page.addInitScript(() => {
    const said: string[] = [];
    (window as { said?: string[] }).said = said;
    new MutationObserver(() => {
      const status = document.querySelector("[data-search=status]")?.textContent ?? "";
      if (said.at(-1) !== status) said.push(status);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
});
afterEach(() => context.close());

async function build(name: string, change: (content: string) => void): Promise<void> {
  const options = buildIn(join(folder, name), "2026-04-01");
  cpSync(join(import.meta.dirname, "fixtures/paper"), options.content, { recursive: true });
  writeSearchPaper(options.content);
  change(options.content);
  assertBuilt(await checkoutOf("search-switch").build(options));
}

function articleOf(address: string, day: string): string {
  const isLantern = address.includes("lantern");
  return `---\ntitle: ${isLantern ? "Sold" : `Aground in ${day}`}\ndescription: What was seen.\ncategory: town\nauthor: ben-moor\ndate: ${day}\n---\n\n${isLantern ? "The lantern is sold." : "A ship ran aground at the schoolhouse."}\n`;
}

/** Gives the scripts of the search the names that they have in another version of the press. */
function renameScripts(root: string): void {
  const scripts = join(root, "_astro");
  const names = readdirSync(scripts).filter((name) => /^search(?:-worker)?\..*\.js$/.test(name));
  expect(names).toHaveLength(2);
  const renamed = (text: string): string =>
    names.reduce((changed, name) => changed.replaceAll(name, newName(name)), text);
  for (const file of [join(root, "search/index.html"), ...names.map((name) => join(scripts, name))])
    writeFileSync(file, renamed(readFileSync(file, "utf8")));
  for (const name of names) renameSync(join(scripts, name), join(scripts, newName(name)));
}

function newName(name: string): string {
  return name.replace(/\.[^.]+\.js$/, ".01234567.js");
}

/** Switches all that is served, as hosts do that take whole deployments. */
function show(name: string): void {
  rmSync(join(folder, "current"), { force: true });
  symlinkSync(bundle(name), join(folder, "current"));
}

const query = () => page.getByRole("searchbox");
const links = () => page.locator("[data-search=results] h2 a");
const more = () => page.getByRole("button", { name: "Show more" });

async function open(address: string, told: string): Promise<void> {
  await page.goto(`${served.front}search/${address}`);
  await says(told);
}

async function says(told: string): Promise<void> {
  await page.getByRole("main").getByRole("status").filter({ hasText: told }).waitFor();
}

/** Addresses of the results that are shown, below the base, without the words to be marked there. */
function shown(): Promise<string[]> {
  return links().evaluateAll(
    (all, start) =>
      all.map((link) => (link as HTMLAnchorElement).href.slice(start).replace(/#.*/, "")),
    served.front.length,
  );
}

/** The page was loaded so many times, and never said that the search could not be. */
async function expectNoFailure(times = 1): Promise<void> {
  const said = await page.evaluate(() => (window as { said?: string[] }).said);
  expect(said?.filter((text) => text.includes("could not be loaded"))).toEqual([]);
  expect(loads).toBe(times);
}

test("a search after the switch finds what the new bundle has, and so do counts and more", async () => {
  await open("?q=lantern&order=newest", `${LANTERNS.length} articles`);
  show("after");
  await query().fill("litres");
  await says("1 article for “litres”");
  await page.getByText("One lantern burns 50 litres.").waitFor();
  await query().fill("lantern");
  await says(`${AFTER.length} articles for “lantern”`);
  await page.getByText("Narrow down").first().click();
  const labels = page.locator("select[name=kind] option");
  await labels.filter({ hasText: "News (17)" }).waitFor({ state: "attached" });
  await more().click();
  await links()
    .nth(AFTER.length - 1)
    .waitFor();
  expect(await shown()).toEqual(AFTER);
  await expectNoFailure();
});

test("counts that are asked for after the switch come with the results of the new bundle", async () => {
  await open("?q=lantern&order=newest", `${LANTERNS.length} articles`);
  show("after");
  await page.getByText("Narrow down").first().click();
  const labels = page.locator("select[name=kind] option");
  await labels.filter({ hasText: "News (17)" }).waitFor({ state: "attached" });
  await says(`${AFTER.length} articles`);
  expect(await shown()).toEqual(AFTER.slice(0, 10));
  await expectNoFailure();
});

test("more results after the switch are those of the new bundle from the first one on", async () => {
  await open("?q=lantern&order=newest", `${LANTERNS.length} articles`);
  show("after");
  await more().press("Enter");
  await says(`${AFTER.length} articles`);
  expect(await shown()).toEqual(AFTER);
  // Who asked for more goes on reading there.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    await links().nth(10).textContent(),
  );
  expect(await page.evaluate(() => history.state as unknown)).toEqual({ shown: AFTER.length });
  await expectNoFailure();
});

test("results stay where more of them cannot be loaded, and the message says so", async () => {
  await open("?q=lantern&order=newest", `${LANTERNS.length} articles`);
  await context.route("**/pagefind/**", (route) => route.fulfill({ status: 404 }));
  await more().click();
  await says("The search could not be loaded");
  expect(await shown()).toEqual(LANTERNS.slice(0, 10));
  await context.unroute("**/pagefind/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await says(`${LANTERNS.length} articles`);
  expect(loads).toBe(1);
});

test("a page in the place of a file that is gone is no part of the index", async () => {
  await open("?q=lantern&order=newest", `${LANTERNS.length} articles`);
  show("after");
  await context.route("**/pagefind/**", async (route) => {
    const answer = await route.fetch();
    if (answer.ok()) await route.fulfill({ response: answer });
    else await route.fulfill({ contentType: "text/html", body: await answer.text() });
  });
  await more().click();
  await says(`${AFTER.length} articles`);
  expect(await shown()).toEqual(AFTER);
  await query().fill("aground");
  await says("4 articles for “aground”");
  await expectNoFailure();
});

test("what was meant is offered in words of the new bundle", async () => {
  // Held back, so that the bundle is switched between the results and the words.
  let go: () => void = () => undefined;
  const switched = new Promise<void>((resolve) => (go = resolve));
  await context.route("**/*.words", async (route) => {
    await switched;
    await route.continue();
  });
  await open("?q=schoolhosue", "No article was found");
  show("after");
  go();
  const correction = page.locator("[data-search=correction]");
  await correction.waitFor();
  expect(await correction.textContent()).toBe("schoolhouse");
  await correction.click();
  await says("4 articles for “schoolhouse”");
  await expectNoFailure();
});

test("the page for wrong addresses offers articles of the new bundle", async () => {
  let go: () => void = () => undefined;
  const switched = new Promise<void>((resolve) => (go = resolve));
  await context.route("**/*.pf_meta", async (route) => {
    await switched;
    await route.continue();
  });
  await page.goto(`${served.front}2026/03/lantern-sole/`);
  show("after");
  go();
  const first = page.locator("[data-nearest] a").first();
  await first.filter({ hasText: "Sold" }).waitFor();
});

test("a page whose own script is gone with its worker is loaded anew, with the search that it had", async () => {
  await page.goto(`${served.front}search/`);
  show("upgraded");
  await query().fill("lantern");
  await query().press("Enter");
  await says(`${AFTER.length} articles for “lantern”`);
  await expectNoFailure(2);
});

test("a worker that cannot be had of a page that is not replaced is told of", async () => {
  await context.route("**/search-worker.*.js", (route) => route.fulfill({ status: 404 }));
  await open("?q=lantern", "The search could not be loaded");
  await context.unroute("**/search-worker.*.js");
  await page.getByRole("button", { name: "Try again" }).click();
  await says(`${LANTERNS.length} articles`);
  expect(loads).toBe(1);
});

test("a result leads to its section where the script that marks words is gone", async () => {
  await context.route("**/mark-found.*.js", (route) => route.fulfill({ status: 404 }));
  const faults: Error[] = [];
  page.on("pageerror", (error) => faults.push(error));
  await open("?q=litres", "1 article");
  await page.getByRole("link", { name: "The sums" }).click();
  await page.waitForURL(`${served.front}2024/05/lantern-figures/#the-sums`);
  expect(faults).toEqual([]);
});
