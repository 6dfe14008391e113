import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { screenshotOf, SCHEMES } from "../../src/authoring/components-handbook.ts";
import { slugify } from "../../src/domain/slug.ts";
import { COMPONENTS } from "../../src/markdown/components/registry.ts";
import { printPublication } from "../../tests/visual/build-publication.ts";
import { serve } from "../../tests/visual/served.ts";
import { EXAMPLES_NOW, writeExamples } from "./example-publication.ts";

/** Width of the window in CSS pixels: the text is as wide as it gets, and nothing moves into the margin. */
const WINDOW = { width: 616, height: 1200 };

/** Room around a component, in CSS pixels. */
const ROOM = 20;

/**
 * Builds the example of every component and takes its picture in each colour scheme, as WebP files in the checkout `root`.
 * Gives their paths.
 *
 * @throws NotPrinted where the examples have errors.
 */
export async function shootComponents(root: string, browser: Browser): Promise<string[]> {
  const workshop = mkdtempSync(join(tmpdir(), "stet-component-pictures-"));
  const folder = (name: string): string => join(workshop, name);
  try {
    writeExamples(folder("content"));
    printPublication(root, {
      STET_CONTENT: folder("content"),
      STET_OUT: folder("out"),
      STET_CACHE: folder("cache"),
      STET_WORK: folder("work"),
      STET_NOW: EXAMPLES_NOW,
    });
    const served = await serve(folder("out"), "/");
    try {
      const files: string[] = [];
      for (const scheme of SCHEMES) {
        const context = await browser.newContext({
          viewport: WINDOW,
          deviceScaleFactor: 2,
          colorScheme: scheme,
        });
        const page = await context.newPage();
        for (const { name } of COMPONENTS) {
          const file = join("docs", screenshotOf(name, scheme));
          await page.goto(`${served.front}2026/03/${slugify(name)}/`);
          mkdirSync(join(root, file, ".."), { recursive: true });
          writeFileSync(join(root, file), await shotOf(page));
          files.push(file);
        }
        await context.close();
      }
      return files;
    } finally {
      await served.end();
    }
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** What stands between the head of the article and its end, as WebP. */
async function shotOf(page: Page): Promise<Buffer> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  const box = await page.locator(".article-content").evaluate((content) => {
    const boxes = [...content.children]
      .filter((child) => !child.matches(".preamble"))
      .map((child) => child.getBoundingClientRect())
      .filter(({ height }) => height > 0);
    const top = Math.min(...boxes.map((one) => one.top)) + scrollY;
    const bottom = Math.max(...boxes.map((one) => one.bottom)) + scrollY;
    return { top, bottom };
  });
  const png = await page.screenshot({
    fullPage: true,
    animations: "disabled",
    clip: {
      x: 0,
      y: box.top - ROOM,
      width: WINDOW.width,
      height: box.bottom - box.top + 2 * ROOM,
    },
  });
  return sharp(png).webp({ quality: 80, smartSubsample: true }).toBuffer();
}
