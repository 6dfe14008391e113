import { join } from "node:path";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { serve } from "../tests/visual/served.ts";
import { sentBytes } from "../tests/e2e/paper/page-weight.ts";
import { openBrowser } from "../tests/tools/open-browser.ts";
import type { Corpus } from "./corpus/made-article.ts";
import { StepFailed } from "./measured-step.ts";

const WORDS = 5;
const PATIENCE_MS = 120_000;

/**
 * What a reader's first search of a bundle brings over the wire, newest first, in bytes as a host sends them: the
 * engine and what it needs of the index, besides the search page itself. The middle of five searches for a word
 * of a title, each by a reader who was never there. Throws StepFailed where a search shows nothing, and ToolMissing.
 */
export async function weighFirstSearch(bundle: string, corpus: Corpus): Promise<number> {
  const browser = await openBrowser();
  const served = await serve(bundle, "/");
  try {
    const page = await askedFor(browser, `${served.front}search/`);
    const weights: number[] = [];
    for (const word of wordsOf(corpus)) {
      const address = `${served.front}search/?q=${word}&order=newest`;
      const asked = await askedFor(browser, address, async (open) => {
        const first = open.locator("[data-search=results] h2 a").first();
        await first.waitFor({ timeout: PATIENCE_MS }).catch(() => {
          throw new StepFailed(`A search for ${word} shows no result.`);
        });
      });
      const more = [...asked].filter((file) => !page.has(file) && !file.startsWith("search/"));
      weights.push(more.reduce((sum, file) => sum + sentBytes(file, readFile(bundle, file)), 0));
    }
    return weights.sort((a, b) => a - b)[Math.floor(weights.length / 2)] ?? Number.NaN;
  } finally {
    await served.end();
    await browser.close();
  }
}

/** The files of a bundle that a visit of an address asks for. */
async function askedFor(
  browser: Browser,
  address: string,
  until?: (page: Page) => Promise<void>,
): Promise<Set<string>> {
  const context = await browser.newContext();
  try {
    const asked = new Set<string>();
    context.on("request", (request) => asked.add(new URL(request.url()).pathname.slice(1)));
    const page = await context.newPage();
    await page.goto(address, { waitUntil: "load" });
    await until?.(page);
    await page.waitForLoadState("networkidle");
    return asked;
  } finally {
    await context.close();
  }
}

/** The longest words of titles all over the archive, which say more than the others. */
function wordsOf(corpus: Corpus): string[] {
  const at = (part: number): number => Math.floor((corpus.articles * (part + 0.5)) / WORDS);
  const longest = (title: string): string =>
    title.split(" ").reduce((long, word) => (word.length > long.length ? word : long));
  return Array.from({ length: WORDS }, (_, part) => longest(corpus.article(at(part)).title));
}

function readFile(bundle: string, file: string): Buffer {
  return readFileSync(join(bundle, decodeURIComponent(file)));
}
