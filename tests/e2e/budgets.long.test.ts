import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { readBundle } from "../build/bundles.ts";
import { printedDemo } from "../build/printed.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { samplesOf } from "../visual/templates.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { sentBytes, weighPages } from "./paper/page-weight.ts";
import type { PageWeight } from "./paper/page-weight.ts";

const KB = 1000;
/** Pages that are weighed besides one of each template; at night all are. */
const DRAWN = 4;
/** The piece of the demonstration that runs code. */
const INTERACTIVE = "2026/10/what-polling-costs/index.html";
const ARTICLE = /^\d{4}\/\d\d\/[^/]+\/index\.html$/;

let browser: Browser;
let served: Served;
let bundle: Map<string, Buffer>;
let pages: PageWeight[];

beforeAll(async () => {
  const { out } = await printedDemo();
  bundle = readBundle(out);
  browser = await openBrowser();
  served = await serve(out, "/");
  const files = [...bundle].flatMap(([file, bytes]) =>
    file.endsWith(".html") && !bytes.includes('http-equiv="refresh"') ? [file] : [],
  );
  const samples = samplesOf(bundle).map(({ file }) => file);
  const drawn = pickedFrom(files, DRAWN, commitNumber());
  pages = await weighPages(browser, served.front, bundle, [...new Set([...samples, ...drawn])]);
});
afterAll(async () => {
  await served.end();
  await browser.close();
});

/** The pages that are over a budget, with what they have: empty when all keep it. */
function over(
  budget: number,
  measured: (page: PageWeight) => number,
  which: (page: PageWeight) => boolean = () => true,
): string[] {
  const chosen = pages.filter(which);
  expect(chosen.length).toBeGreaterThan(0);
  return chosen
    .map((page) => ({ file: page.file, has: measured(page) }))
    .filter(({ has }) => has > budget)
    .map(({ file, has }) => `${file}: ${has}`);
}

function bytesOf({ files }: PageWeight, which: RegExp = /./): number {
  return [...files].reduce((sum, [file, bytes]) => sum + (which.test(file) ? bytes : 0), 0);
}

const isArticle = ({ file }: PageWeight): boolean => ARTICLE.test(file);

test("the HTML and CSS of an article take at most 14 KB", () => {
  expect(over(14 * KB, (page) => bytesOf(page, /\.(?:html|css)$/), isArticle)).toEqual([]);
});

test("the scripts of an article take at most 4 KB and hold up nothing", () => {
  expect(over(4 * KB, (page) => bytesOf(page, /\.js$/), isArticle)).toEqual([]);
  expect(pages.flatMap(({ file, blocking }) => blocking.map((src) => `${file}: ${src}`))).toEqual(
    [],
  );
});

test("a page fetches one script, and an interactive piece its own besides", () => {
  const scripts = ({ files }: PageWeight): number =>
    [...files.keys()].filter((file) => file.endsWith(".js")).length;
  expect(over(1, scripts, ({ file }) => file !== INTERACTIVE)).toEqual([]);
  expect(over(2, scripts)).toEqual([]);
});

test("a page fetches at most two fonts, of 60 KB in all", () => {
  const fonts = ({ files }: PageWeight): string[] =>
    [...files.keys()].filter((file) => file.endsWith(".woff2"));
  expect(over(2, (page) => fonts(page).length)).toEqual([]);
  expect(over(60 * KB, (page) => bytesOf(page, /\.woff2$/))).toEqual([]);
});

test("nothing moves on any page while it loads", () => {
  expect(over(0, ({ shift }) => shift)).toEqual([]);
});

test("an article takes at most 130 KB on a first visit to a phone, all in", () => {
  const withImage = (page: PageWeight): boolean =>
    isArticle(page) && (bundle.get(page.file)?.includes('class="lead-picture"') ?? false);
  expect(over(130 * KB, bytesOf, withImage)).toEqual([]);
  expect(over(130 * KB, bytesOf, isArticle)).toEqual([]);
});

test("the next article takes at most 50 KB", () => {
  const articles = pages.filter(isArticle);
  const before = (page: PageWeight): PageWeight | undefined =>
    articles.find(({ file }) => file !== page.file);
  const added = (page: PageWeight): number => {
    const had = before(page)?.files;
    return bytesOf({
      ...page,
      files: new Map([...page.files].filter(([file]) => !had?.has(file))),
    });
  };
  expect(over(50 * KB, added, isArticle)).toEqual([]);
});

test("the front page takes at most 250 KB on a first visit", () => {
  expect(over(250 * KB, bytesOf, ({ file }) => file === "index.html")).toEqual([]);
});

test("texts are weighed packed, pictures and fonts as they are", () => {
  expect(sentBytes("a.html", Buffer.from("a".repeat(1000)))).toBeLessThan(50);
  expect(sentBytes("a.woff2", Buffer.from("a".repeat(1000)))).toBe(1000);
});
