import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";

/** What one page of a bundle makes a phone fetch. */
export interface PageWeight {
  /** Path in the bundle. */
  file: string;
  /** Every file that was asked for, by bundle path, with its bytes as a host sends them. */
  files: ReadonlyMap<string, number>;
  /** How far its parts moved while it loaded, by the sum of the Layout Instability API. */
  shift: number;
  /** Addresses of scripts that would hold up the page: neither modules nor deferred. */
  blocking: string[];
}

/** A phone on which pages are weighed: 1,080 pixels wide. */
const PHONE = { viewport: { width: 360, height: 780 }, deviceScaleFactor: 3 };

/** Later than a page waits for its fonts, so that what a late one does is seen. */
const LATE_FONTS_MS = 250;

/** How many pages are open at once. */
const AT_ONCE = 4;

const PACKED = /\.(?:html|css|js|svg|json|xml|webmanifest)$/;

/** Bytes of a file as a host sends it: texts packed by brotli, all else as it is. */
export function sentBytes(file: string, bytes: Buffer): number {
  return PACKED.test(file) ? brotliCompressSync(bytes).length : bytes.length;
}

/** Weighs pages of a bundle that is served at `front`, each on a first visit, read to its end. */
export async function weighPages(
  browser: Browser,
  front: string,
  bundle: ReadonlyMap<string, Buffer>,
  pages: readonly string[],
): Promise<PageWeight[]> {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const known = sizes.get(file) ?? sentBytes(file, bundle.get(file) ?? Buffer.alloc(0));
    sizes.set(file, known);
    return known;
  };
  const open = [...pages];
  const weights: PageWeight[] = [];
  const weigh = async (): Promise<void> => {
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      const { asked, ...seen } = await visit(browser, front, file);
      // What moves by the page's doing moves each time; a machine that is busy with other tests moved one in thousands.
      if (seen.shift > 0)
        seen.shift = Math.min(seen.shift, (await visit(browser, front, file)).shift);
      weights.push({ file, ...seen, files: new Map(asked.map((one) => [one, sizeOf(one)])) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, weigh));
  return weights.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function visit(
  browser: Browser,
  front: string,
  file: string,
): Promise<{ asked: string[]; shift: number; blocking: string[] }> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const asked = new Set<string>();
    page.on("request", (request) => {
      const [path = ""] = request.url().slice(front.length).split(/[?#]/);
      asked.add(path === "" || path.endsWith("/") ? `${path}index.html` : path);
    });
    await page.route("**/*.woff2", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_FONTS_MS));
      await route.continue();
    });
    await page.addInitScript(watchShifts);
    await page.goto(front + file.replace(/(?<=^|\/)index\.html$/, ""), { waitUntil: "load" });
    await readToTheEnd(page);
    const blocking = await page
      .locator("script[src]:not([type=module], [defer], [async])")
      .evaluateAll((scripts) => scripts.map((script) => script.getAttribute("src") ?? ""));
    const shift = await page.evaluate(() => Number(document.documentElement.dataset["shift"] ?? 0));
    return { asked: [...asked], shift, blocking };
  } finally {
    await context.close();
  }
}

/** Adds up what moves, on the root element, where the test finds it. */
function watchShifts(): void {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { dataset } = document.documentElement;
      const { value } = entry as PerformanceEntry & { value: number };
      dataset["shift"] = String(Number(dataset["shift"] ?? 0) + value);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Scrolls through, so that pictures that wait for it are fetched, and waits for all of them and the fonts. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  await page.waitForLoadState("networkidle");
}
