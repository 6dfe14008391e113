import type { Locator, Page } from "playwright-core";

/** Addresses of the kinds of page that a reader goes through, below the base. */
const ARTICLE = /^\/\d{4}\/\d\d\/[^/]+\/$/;
const AUTHOR = /^\/authors\/[^/]+\/$/;

/** The heading of the page that is shown. */
export async function headingOf(page: Page): Promise<string> {
  return plain(await page.locator("h1").first().textContent());
}

/** Text on one line. */
function plain(text: string | null): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

/** The first link of `within` whose address below the base is of this form. */
export async function linkTo(within: Locator, base: string, form: RegExp): Promise<Locator> {
  for (const link of await within.getByRole("link").all()) {
    const address = (await link.getAttribute("href")) ?? "";
    const path = `/${address.slice(base.length)}`;
    // A picture may link to the article too; it is passed over for the link that readers see named.
    if (address.startsWith(base) && form.test(path) && plain(await link.textContent()) !== "") {
      return link;
    }
  }
  throw new Error(`No link to ${form} in ${within.page().url()}.`);
}

/**
 * A reader's way from the front over a section to an article, its author and back to the article. Each page must be
 * the one that its link promised. Gives the article's address and headline.
 */
export async function readAnArticle(
  page: Page,
  front: string,
): Promise<{ address: string; headline: string }> {
  const base = new URL(front).pathname;
  const follow = async (link: Locator): Promise<string> => {
    const text = plain(await link.textContent());
    const to = await link.getAttribute("href");
    await link.click();
    await page.waitForURL(new URL(to ?? "", front).href);
    const heading = await headingOf(page);
    if (!text.includes(heading) && !heading.includes(text)) {
      throw new Error(`“${text}” leads to “${heading}”, ${page.url()}.`);
    }
    return heading;
  };
  await page.goto(front);
  const sections = page.getByRole("banner").getByRole("navigation");
  await follow(await linkTo(sections, base, /^\/[^/]+\/$/));
  const main = page.getByRole("main");
  const headline = await follow(await linkTo(main, base, ARTICLE));
  const address = page.url();
  await follow(await linkTo(main, base, AUTHOR));
  await page.goBack();
  if (page.url() !== address) throw new Error(`Back leads to ${page.url()}, not to ${address}.`);
  return { address, headline };
}

/** Whether the element with the focus looks different for it: compares its context with and without. */
export async function showsFocus(page: Page): Promise<boolean> {
  const focused = page.locator(":focus");
  const box = await focused.boundingBox();
  if (box === null) return false;
  const margin = 6;
  const clip = {
    x: Math.max(0, box.x - margin),
    y: Math.max(0, box.y - margin),
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  const withFocus = await page.screenshot({ clip });
  const element = await focused.elementHandle();
  await element?.evaluate((one) => (one as HTMLElement).blur());
  const without = await page.screenshot({ clip });
  await element?.evaluate((one) =>
    (one as HTMLElement).focus({ focusVisible: true } as FocusOptions),
  );
  return !withFocus.equals(without);
}

/** Presses Tab until `isThere` holds for the focused element. Gives the number of presses, at most `most`. */
export async function tabTo(
  page: Page,
  most: number,
  isThere: (focused: Locator) => Promise<boolean>,
): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press("Tab");
    if (await isThere(page.locator(":focus"))) return presses;
  }
  throw new Error(`Not reached with ${most} presses of Tab on ${page.url()}.`);
}

/** The word of a headline that the fewest articles have, and so the best to search for. */
export function rarestWord(headline: string, articles: readonly string[]): string {
  const words = headline.match(/\p{L}{4,}/gu) ?? [];
  const count = (word: string): number =>
    articles.filter((text) => text.toLowerCase().includes(word.toLowerCase())).length;
  const [rarest] = words.toSorted((a, b) => count(a) - count(b));
  if (rarest === undefined) throw new Error(`No word to search for in “${headline}”.`);
  return rarest;
}
