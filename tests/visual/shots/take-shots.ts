import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Browser, Page, Route } from "playwright-core";
import { stackImages } from "./images.ts";
import type { Shot } from "./shot-plan.ts";

/** What taking pictures needs. */
export interface Studio {
  browser: Browser;
  /** Address of the front page of the publication that is served, with a closing slash. */
  front: string;
  /** The moment that the pages take for now: a page tells its age by the reader's clock. */
  now: string;
  /** Path of `pdftoppm`, which makes pictures of printed pages. */
  pdftoppm: string;
  /** Folder that the pictures are written into. */
  folder: string;
  /** Hears of every picture taken. */
  onTaken: () => void;
}

/** How many pages are open at once. */
const AT_ONCE = 3;

/** How often a page is taken that never looks the same twice. */
const MOST_TAKES = 20;

/** Dots an inch of a printed page. */
const PRINT_RESOLUTION = 72;

/** Takes every shot and writes it as PNG under its name, into a folder that is there. */
export async function takeShots(shots: readonly Shot[], studio: Studio): Promise<void> {
  // Of one manner in one window: its cache holds pictures and fonts from the first page on.
  const settings = Map.groupBy(shots, ({ scheme, manner }) => `${scheme} ${manner}`);
  for (const group of settings.values()) {
    const [{ scheme, manner } = { scheme: "light" as const, manner: "screen" as const }] = group;
    const context = await studio.browser.newContext({
      colorScheme: scheme,
      reducedMotion: "reduce",
      javaScriptEnabled: manner !== "no-script",
    });
    try {
      await context.clock.setFixedTime(studio.now);
      await context.route("**/*.css", withFonts);
      const open = [...group];
      const work = async (): Promise<void> => {
        const page = await context.newPage();
        for (let shot = open.shift(); shot !== undefined; shot = open.shift()) {
          const image = await take(page, shot, studio);
          writeFileSync(join(studio.folder, `${shot.name}.png`), image);
          studio.onTaken();
        }
        await page.close();
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } finally {
      await context.close();
    }
  }
}

/** Pages show a font only where it is there at once, as on a second visit; a picture of one waits for it. */
async function withFonts(route: Route): Promise<void> {
  const response = await route.fetch();
  const style = (await response.text()).replaceAll(
    /font-display:\s*optional/g,
    "font-display:block",
  );
  await route.fulfill({ response, body: style });
}

async function take(page: Page, shot: Shot, { front, pdftoppm }: Studio): Promise<Buffer> {
  const { width, file, manner } = shot;
  await page.setViewportSize({ width, height: width < 600 ? 780 : 900 });
  const address = front + file.replace(/(?<=^|\/)index\.html$/, "");
  await page.goto(address, { waitUntil: "networkidle" });
  // Paper may need typefaces that the window does not, and Chromium prints without waiting for them.
  await page.emulateMedia({ media: manner === "print" ? "print" : "screen" });
  await everythingShown(page);
  if (manner !== "print") return wholePage(page, width);
  return pagesOf(await page.pdf({ format: "A4", preferCSSPageSize: true }), pdftoppm);
}

/**
 * A page from its first line to its last, in a window that is as tall: what Chromium takes beyond the window
 * may be tiled with what was in it. So may the first picture of a window that has just grown, without script at
 * least, so pictures are taken until two follow each other that are the same.
 */
async function wholePage(page: Page, width: number): Promise<Buffer> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  await everythingShown(page);
  let image = await page.screenshot({ animations: "disabled" });
  for (let times = 1; times < MOST_TAKES; times += 1) {
    await setTimeout(100);
    const next = await page.screenshot({ animations: "disabled" });
    if (next.equals(image)) break;
    image = next;
  }
  return image;
}

/**
 * Waits until typefaces and pictures are there. A page without script does not tell the end of what it loads, and a
 * busy machine lays it out late, so it is asked until it says twice that nothing is missing.
 */
async function everythingShown(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  for (let times = 0; times < 2;) {
    const isShown = await page.evaluate(() => {
      // Only what is laid out asks for its typeface.
      document.body.getBoundingClientRect();
      const areThere = [...document.images].every(({ complete }) => complete);
      return areThere && document.fonts.status === "loaded";
    });
    times = isShown ? times + 1 : 0;
    await setTimeout(50);
  }
}

/** The pages of a PDF below each other in one picture. */
function pagesOf(pdf: Buffer, pdftoppm: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "stet-print-"));
  try {
    execFileSync(pdftoppm, ["-png", "-r", String(PRINT_RESOLUTION), "-", join(folder, "page")], {
      input: pdf,
    });
    const names = readdirSync(folder).sort();
    return stackImages(
      names.map((name) => readFileSync(join(folder, name))),
      "down",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
