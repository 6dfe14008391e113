import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { printedDemo } from "../build/printed.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";

/** Long, with headings and footnotes. */
const LONG = "2026/06/activitypub-reviewed/";
/** Two updates and a correction, in a running story. */
const KEPT_UP = "2023/12/x-boycott-in-dates/";
const SPONSORED = "2026/07/presented-by-the-press/";

const PHONE = { width: 360, height: 800 };
const DESK = { width: 1280, height: 900 };

let browser: Browser;
let served: Served;

beforeAll(async () => {
  const { out } = await printedDemo();
  browser = await openBrowser();
  served = await serve(out, "/");
});
afterAll(async () => {
  await served.end();
  await browser.close();
});

/** Reads a page, by default on a phone at the moment of the demonstration. */
async function reading<Value>(
  path: string,
  look: (page: Page) => Promise<Value>,
  { at = "2026-11-24T12:00:00Z", ...options }: BrowserContextOptions & { at?: string } = {},
): Promise<Value> {
  const context = await browser.newContext({ viewport: PHONE, ...options });
  try {
    const page = await context.newPage();
    if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(new Date(at));
    await page.goto(new URL(path, served.front).href);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** What has the focus, by class or id. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { className = "", id = "" } = document.activeElement ?? {};
    return id === "" ? className : id;
  });

describe("a footnote", () => {
  test("opens beside its mark, and Escape leads back to the mark", () =>
    reading(LONG, async (page) => {
      const mark = page.locator("a.footnote").first();
      const note = page.locator(".note-in-place");
      expect(await mark.getAttribute("aria-expanded")).toBe("false");
      await mark.focus();
      await page.keyboard.press("Enter");
      await note.waitFor();
      expect(await note.textContent()).toContain("A Recommendation stays as it was on its day.");
      expect(await mark.getAttribute("aria-expanded")).toBe("true");
      expect(await focused(page)).toBe("note-in-place");
      expect(new URL(page.url()).hash).toBe("");
      await page.keyboard.press("Escape");
      await note.waitFor({ state: "hidden" });
      expect(await focused(page)).toBe(await mark.getAttribute("id"));
      expect(await mark.getAttribute("aria-expanded")).toBe("false");
    }));

  test("whose mark is called while another is open leaves that one told as closed", () =>
    reading(LONG, async (page) => {
      const marks = page.locator("a.footnote");
      for (const index of [0, 1])
        await marks.nth(index).evaluate((one: HTMLElement) => one.click());
      const told = (index: number): Promise<string | null> =>
        marks.nth(index).getAttribute("aria-expanded");
      await expect.poll(() => told(1)).toBe("true");
      expect(await told(0)).toBe("false");
    }));

  test("is named by the heading of the notes and its number", () =>
    reading(LONG, async (page) => {
      await page.locator("a.footnote").nth(1).click();
      await page.getByRole("note", { name: "Notes 2" }).waitFor();
    }));

  test.each([PHONE, DESK])("stands below its line and within the screen, $width wide", (viewport) =>
    reading(
      LONG,
      async (page) => {
        const mark = page.locator("a.footnote").first();
        await mark.click();
        const [above, below] = [
          await mark.boundingBox(),
          await page.locator(".note-in-place").boundingBox(),
        ];
        if (above === null || below === null) throw new Error("Nothing is shown.");
        expect(below.y).toBeGreaterThanOrEqual(above.y + above.height - 1);
        expect(below.y - above.y).toBeLessThan(60);
        expect(below.x).toBeGreaterThanOrEqual(0);
        expect(below.x + below.width).toBeLessThanOrEqual(viewport.width);
      },
      { viewport },
    ),
  );

  test("closes by a second press on its mark, by its way back and by a press elsewhere", () =>
    reading(LONG, async (page) => {
      const mark = page.locator("a.footnote").first();
      const note = page.locator(".note-in-place");
      for (const close of [
        () => mark.click(),
        () => note.locator(".footnote-back").first().click(),
        () => page.mouse.click(5, 5),
      ]) {
        await mark.click();
        await note.waitFor();
        await close();
        await note.waitFor({ state: "hidden" });
      }
    }));

  test("is repeated with no id of its own", () =>
    reading(LONG, async (page) => {
      await page.locator("a.footnote").first().click();
      const ids = await page.evaluate(() =>
        [...document.querySelectorAll("[id]")].map(({ id }) => id),
      );
      expect(ids).toEqual([...new Set(ids)]);
    }));

  test("is jumped to where there is no script", () =>
    reading(
      LONG,
      async (page) => {
        await page.locator("a.footnote").first().click();
        expect(new URL(page.url()).hash).toBe("#fn-draft");
      },
      { javaScriptEnabled: false },
    ));
});

describe("the contents of a long piece", () => {
  test("are closed on a phone, and lead to their headings when they are opened", () =>
    reading(LONG, async (page) => {
      const contents = page.getByRole("navigation", { name: "Contents" });
      const link = contents.getByRole("link", { name: "Verdict" });
      expect(await link.isVisible()).toBe(false);
      await contents.locator("summary").click();
      await link.click();
      expect(new URL(page.url()).hash).toBe("#verdict");
    }));

  test("stand open beside the text where there is room, and never over it", () =>
    reading(
      LONG,
      async (page) => {
        const contents = page.getByRole("navigation", { name: "Contents" });
        const isOpen = (): Promise<boolean> =>
          contents.getByRole("link", { name: "Verdict" }).isVisible();
        expect(await isOpen()).toBe(true);
        expect(await contents.locator("summary").isVisible()).toBe(false);
        await page.evaluate(() => scrollTo(0, 2000));
        expect(await isOpen()).toBe(true);
        const [list, text] = [
          await contents.boundingBox(),
          await page.locator(".prose").boundingBox(),
        ];
        if (list === null || text === null) throw new Error("Nothing is shown.");
        expect(list.x + list.width).toBeLessThan(text.x);
      },
      { viewport: DESK },
    ));
});

describe("the age of an article", () => {
  const said = (path: string, at: string, options: BrowserContextOptions = {}) =>
    reading(
      path,
      async (page) => {
        const line = page.locator(".old-notice");
        return (await line.isVisible()) ? ((await line.textContent()) ?? "") : "";
      },
      { at, ...options },
    );

  test("is told from the first year on, by the reader's clock", async () => {
    expect(await said(LONG, "2027-06-18T15:09:59Z")).toBe("");
    expect(await said(LONG, "2027-06-18T15:10:00Z")).toBe("This article was published 1 year ago.");
    expect(await said(LONG, "2030-01-01T00:00:00Z")).toBe(
      "This article was published 3 years ago.",
    );
  });

  test("counts from the last update of what was kept up", async () => {
    expect(await said(KEPT_UP, "2024-12-06T14:59:59Z")).toBe("");
    expect(await said(KEPT_UP, "2024-12-06T15:00:00Z")).toBe(
      "This article was last updated 1 year ago.",
    );
  });

  test("moves nothing when it appears", () =>
    reading(
      "2023/12/walmart-cuts-x-advertising/",
      async (page) => {
        await page.locator(".old-notice").waitFor();
        const below = () =>
          page.locator(".lead-picture").evaluate((one) => one.getBoundingClientRect().y);
        const shown = await below();
        const overlap = await page.evaluate(() => {
          const [meta, line, image] = [".preamble > .meta", ".old-notice", ".lead-picture"].map(
            (part) => document.querySelector(part)?.getBoundingClientRect(),
          );
          if (meta === undefined || line === undefined || image === undefined) return undefined;
          return meta.bottom > line.top || line.bottom > image.top;
        });
        expect(overlap).toBe(false);
        await page.locator(".old-notice").evaluate((line) => ((line as HTMLElement).hidden = true));
        expect(await below()).toBe(shown);
      },
      { at: "2026-11-24T12:00:00Z" },
    ));
});

describe("sharing", () => {
  test("a mail holds the headline and the address, with the label of a paid piece", () =>
    reading(
      SPONSORED,
      async (page) => {
        const href = await page.getByRole("link", { name: "By mail" }).getAttribute("href");
        const { protocol, searchParams } = new URL(href ?? "");
        expect(protocol).toBe("mailto:");
        expect(searchParams.get("subject")).toBe(
          "Sponsored: How to tell that somebody paid for this",
        );
        expect(searchParams.get("body")).toBe(`https://reachreport.example/${SPONSORED}`);
        expect(await page.getByRole("button", { name: "Copy the address" }).isVisible()).toBe(
          false,
        );
        expect(await page.locator(".share-address").textContent()).toContain(
          `https://reachreport.example/${SPONSORED}`,
        );
      },
      { javaScriptEnabled: false },
    ));

  test("the address is copied, and that is said", () =>
    reading(
      LONG,
      async (page) => {
        await page.getByRole("button", { name: "Copy the address" }).click();
        await page.getByText("The address is copied.").waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
          `https://reachreport.example/${LONG}`,
        );
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    ));

  test("the device's own way is offered where there is one, and given headline and address", () =>
    reading(LONG, async (page) => {
      expect(await page.getByRole("button", { name: "Share", exact: true }).isVisible()).toBe(
        false,
      );
      await page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, "share", {
          value: (data: ShareData) => {
            document.title = JSON.stringify(data);
            return Promise.reject(new DOMException("", "AbortError"));
          },
        });
      });
      await page.reload();
      await page.getByRole("button", { name: "Share", exact: true }).click();
      expect(JSON.parse(await page.title())).toEqual({
        title: "ActivityPub, reviewed: a fine postal service without a lock",
        url: `https://reachreport.example/${LONG}`,
      });
    }));
});

test("the head says what the last update was, and the end says what each was", () =>
  reading(KEPT_UP, async (page) => {
    const head = await page.locator(".preamble .changed").innerText();
    expect(head.replace(/\s+/g, " ")).toBe(
      "Updated December 6, 2023, 10:00 AM EST – A note at the end says why some entries have no day. What has changed",
    );
    const changes = page.getByRole("region", { name: "What has changed" });
    expect(await changes.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringContaining("A note at the end"),
      expect.stringContaining("The three days of December were added."),
    ]);
  }));

test("on paper a sponsored piece has its label twice, the page's address, and nothing to press", () =>
  reading(SPONSORED, async (page) => {
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("body").innerText();
    expect(
      text.match(/Sponsored\s+Paid for by Stet\. The newsroom had no part in it\./g),
    ).toHaveLength(2);
    expect(text).toContain(
      `The Reach Report, July 14, 2026. Address of this page: https://reachreport.example/${SPONSORED}`,
    );
    expect(await page.getByRole("button").count()).toBe(0);
  }));

test("on paper what ends an article is as wide as its text", () =>
  reading(LONG, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 680, height: 900 });
    const widthOf = (part: string): Promise<number> =>
      page.locator(part).evaluate((one) => one.getBoundingClientRect().width);
    expect(await widthOf(".writers")).toBe(await widthOf(".article-content"));
  }));

test("on paper the addresses of links stand as numbered notes behind the text", () =>
  reading(LONG, async (page) => {
    await page.emulateMedia({ media: "print" });
    const shown = (part: string) =>
      page
        .locator(part)
        .first()
        .evaluate((one) => getComputedStyle(one, "::after").content);
    expect(await shown('.prose a[data-note="2"]')).toBe('"[2]"');
    expect(await shown(".link-notes li:nth-child(2)")).toBe('"https://w3c.github.io/activitypub/"');
    expect(await page.getByRole("navigation", { name: "Contents" }).count()).toBe(0);
  }));
