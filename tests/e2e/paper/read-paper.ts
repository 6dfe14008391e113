import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messagesFor } from "../../../src/i18n/languages.ts";
import { readBundle } from "../../build/bundles.ts";
import type { Printed } from "../../build/printed.ts";
import { commitNumber, pickedFrom } from "../../runner/tier.ts";
import { openBrowser } from "../../tools/open-browser.ts";
import { NOT_THERE, watchFaults } from "../page-faults.ts";
import { headingOf, linkTo, rarestWord, readAnArticle, showsFocus, tabTo } from "./reader.ts";
import { serve } from "../../visual/served.ts";
import type { Served } from "../../visual/served.ts";
import { samplesOf } from "../../visual/templates.ts";
import type { Sample } from "../../visual/templates.ts";

/** WCAG 2.2, criterion 1.4.10: nothing may ask for scrolling sideways at 320 pixels. */
const WIDTHS = [320, 360, 768, 1280];
/** Pages that load at the same time: most of it is waiting for the network to be quiet. */
const SIDE_BY_SIDE = 4;
/** How axe sees pages: each in another of these ways than the page before, and at night in all of them. */
const LOOKS = [
  { width: 360, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;
/** How many pages of a paper axe sees, except at night. */
const MOST_LOOKED_AT = 16;
const MOST_TABS = 80;
const MINUTES = 60_000;

/** A printed publication to read in a browser. */
export interface Paper {
  name: string;
  print: () => Promise<Printed>;
  base: string;
  /** Its language. */
  language: string;
  /** The templates whose pages axe looks at; those that other papers have too need no second look. */
  lookedAt: RegExp;
  /** Whether it is also read without script, and at every width; papers much like one that is need not be. */
  isReadThoroughly: boolean;
  /** Why it cannot be read here; false where it can. */
  missing: string | false;
}

/** Declares what every paper is held to, in a real browser and with the headers that its host sends. */
export function declareReading(paper: Paper): void {
  const { name, print, base, language, lookedAt, isReadThoroughly, missing } = paper;
  const words = messagesFor({ language });
  describe(`in ${name}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());
    let served: Served;
    let front: string;
    let bundle: Map<string, Buffer>;
    let samples: Sample[];
    beforeAll(async () => {
      if (missing !== false) return;
      const { out } = await print();
      bundle = readBundle(out);
      samples = samplesOf(bundle);
      served = await serve(out, base);
      ({ front } = served);
    });
    afterAll(() => served?.end());
    const rule = missing === false ? test : test.skip;

    /** Opens a page, hands it over with the list of its faults, and closes it; the list must stay empty. */
    async function reading(
      use: (page: Page) => Promise<void>,
      options: { javaScriptEnabled?: boolean } = {},
    ): Promise<void> {
      const context = await browser.newContext(options);
      try {
        const page = await context.newPage();
        const faults = await watchFaults(page, new URL(front).origin);
        await use(page);
        expect(faults).toEqual([]);
      } finally {
        await context.close();
      }
    }

    function addressOf({ file }: Sample): string {
      // The page for wrong addresses is seen where there is none.
      if (file === "404.html") return front + NOT_THERE.slice(1);
      return front + file.replace(/index\.html$/, "");
    }

    rule("there is a page of every template to look at", () => {
      const kinds = new Set(samples.map(({ template }) => template.replace(/ with .*/, "")));
      for (const kind of [
        "front",
        "section",
        "article",
        "author",
        "authors",
        "tag",
        "tags",
        "year",
      ]) {
        expect(kinds).toContain(kind);
      }
      for (const kind of ["month", "search", "wrong address"]) expect(kinds).toContain(kind);
      expect(kinds).not.toContain("other");
    });

    rule(
      "a reader goes from the front to an article, its author, finds it by a search, and back",
      () =>
        reading(async (page) => {
          const { address, headline } = await readAnArticle(page, front);
          const texts = [...bundle].filter(([path]) =>
            /^\d{4}\/\d\d\/[^/]+\/index\.html$/.test(path),
          );
          const word = rarestWord(
            headline,
            texts.map(([, bytes]) => bytes.toString("utf8")),
          );
          await (await linkTo(page.locator("body"), base, /^\/search\/$/)).click();
          await page.getByRole("main").getByRole("searchbox").pressSequentially(word);
          const result = page
            .getByRole("main")
            // Behind the sign stand the words that the article is to mark; it takes them away.
            .locator(`a[href*="${new URL(address).pathname}#found="]`)
            .first();
          await result.waitFor();
          await result.click();
          await page.waitForURL(address);
          expect(await headingOf(page)).toBe(headline);
          await page.goBack();
          await result.waitFor();
          expect(new URL(page.url()).searchParams.get("q")).toBe(word);
        }),
    );

    rule("a search is narrowed down, put newest first, and shared by its address", () =>
      reading(async (page) => {
        const found = page.locator("[data-search=results] > li");
        const days = (): Promise<(string | null)[]> =>
          found
            .locator("time")
            .evaluateAll((times) => times.map((one) => one.getAttribute("datetime")));
        await page.goto(`${front}search/`);
        await page.locator("[data-search=narrow] > summary").click();
        await page.locator("select[name=category]").selectOption({ index: 1 });
        await found.first().waitFor();
        await page.locator("select[name=order]").selectOption("newest");
        const year =
          (await found.first().locator("time").getAttribute("datetime"))?.slice(0, 4) ?? "";
        await page.locator("select[name=year]").selectOption(year);
        await page.waitForURL(/order=newest.*year=|year=.*order=newest/);
        await expect
          .poll(async () => (await days()).every((day) => day?.startsWith(year) === true))
          .toBe(true);
        const shown = await days();
        expect(shown.length).toBeGreaterThan(0);
        expect(shown).toEqual(shown.toSorted().toReversed());
        const status = await page.locator("[data-search=status]").textContent();
        const count = Number(/\d+/.exec(status ?? "")?.[0]);
        expect(count).toBeGreaterThanOrEqual(shown.length);

        const headlines = await found.locator("h2").allTextContents();
        const other = await browser.newContext();
        const guest = await other.newPage();
        await guest.goto(page.url());
        await guest.locator("[data-search=results] > li").first().waitFor();
        expect(await guest.locator("[data-search=results] h2").allTextContents()).toEqual(
          headlines,
        );
        expect(await guest.locator("[data-search=status]").textContent()).toBe(status);
        await other.close();
      }),
    );

    rule("what is not there is answered with the paper's own page, which leads on", () =>
      reading(async (page) => {
        const answer = await page.goto(front + NOT_THERE.slice(1));
        expect(answer?.status()).toBe(404);
        expect(await headingOf(page)).toBe(words.notFound);
        await (await linkTo(page.getByRole("main"), base, /^\/$/)).click();
        expect(page.url()).toBe(front);
      }),
    );

    rule("the keyboard alone leads to the text, over the masthead and into an article", () =>
      reading(async (page) => {
        await page.goto(front);
        await page.keyboard.press("Tab");
        const skip = page.locator(":focus");
        expect(await skip.getAttribute("href")).toMatch(/^#./);
        const box = await skip.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect(await showsFocus(page), "the focus of the skip link").toBe(true);
        await page.keyboard.press("Enter");
        await tabTo(page, 1, (focused) => isInside(focused, "main"));

        await page.goto(front);
        await tabTo(page, 3, (focused) => isInside(focused, "header"));
        expect(await showsFocus(page), "the focus in the masthead").toBe(true);
        const isArticle = async (
          focused: Page["locator"] extends (s: string) => infer L ? L : never,
        ) =>
          (await isInside(focused, "main")) &&
          /\/\d{4}\/\d\d\/[^/]+\/$/.test((await focused.getAttribute("href")) ?? "");
        await tabTo(page, MOST_TABS, isArticle);
        expect(await showsFocus(page), "the focus on a headline").toBe(true);
        const to = await page.locator(":focus").getAttribute("href");
        await page.keyboard.press("Enter");
        await page.waitForURL(new URL(to ?? "", front).href);
      }),
    );

    if (isReadThoroughly)
      rule(
        "without script everything but search works, and search says so and offers other ways",
        () =>
          reading(
            async (page) => {
              await readAnArticle(page, front);
              await (await linkTo(page.locator("body"), base, /^\/search\/$/)).click();
              // The address of a page is there before its text.
              await expect
                .poll(() => page.getByRole("main").innerText())
                .toContain(words.search.needsScript);
              await (await linkTo(page.getByRole("main"), base, /^\/\d{4}\/$/)).click();
              expect(await headingOf(page)).toMatch(/\d{4}/);
            },
            { javaScriptEnabled: false },
          ),
      );

    rule("no page breaks the policy, asks another host or is wider than its window", async () => {
      const widths = isReadThoroughly ? WIDTHS : [Math.min(...WIDTHS)];
      const tooWide: string[] = [];
      const waiting = [...samples];
      const look = async (page: Page): Promise<void> => {
        for (let sample = waiting.pop(); sample !== undefined; sample = waiting.pop()) {
          await page.goto(addressOf(sample), { waitUntil: "networkidle" });
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            const taken = await page.evaluate(() => document.documentElement.scrollWidth);
            if (taken > width)
              tooWide.push(`${sample.template}, ${sample.file}: ${taken} of ${width}`);
          }
        }
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => reading(look)));
      expect(tooWide).toEqual([]);
    });

    rule(
      "axe finds no barrier on any template, on a phone and on a desk, by day and by night",
      async () => {
        const context = await browser.newContext();
        const page = await context.newPage();
        const barriers = new Map<string, string[]>();
        const fit = samples.filter(({ template }) => lookedAt.test(template));
        const looked = pickedFrom(fit, MOST_LOOKED_AT, commitNumber());
        expect(looked.length).toBeGreaterThan(3);
        for (const [at, sample] of looked.entries()) {
          await page.goto(addressOf(sample));
          for (const { width, colorScheme } of pickedFrom(LOOKS, 1, commitNumber() + at)) {
            await page.setViewportSize({ width, height: 800 });
            await page.emulateMedia({ colorScheme });
            // Without a look into frames, of which no page has one: twice as fast.
            const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
            for (const { id, help, nodes } of violations) {
              const what = `${sample.template}, ${sample.file}: ${id}: ${help}: ${nodes[0]?.html}`;
              const looks = barriers.get(what) ?? [];
              barriers.set(what, [...looks, `${width} ${colorScheme}, ${nodes.length} times`]);
            }
          }
        }
        await context.close();
        expect(Object.fromEntries(barriers)).toEqual({});
      },
      4 * MINUTES,
    );
  });
}

async function isInside(focused: Locator, tag: string): Promise<boolean> {
  return focused.evaluate((one, name) => one.closest(name) !== null, tag);
}
