import { expect, test } from "vitest";
import { sizedSvg } from "../../src/loader/images/svg-size.ts";
import { SVG_SIZES, svgWith } from "../fixtures/svg-sizes.ts";
import { openBrowser } from "../tools/open-browser.ts";

/** As wide as the widest form of a drawing that fills its room. */
const ROOM = 1200;

test("drawings have the size that Chromium gives them", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: ROOM, height: 800 } });
    for (const { head } of SVG_SIZES) {
      const source = svgWith(head);
      await page.setContent(
        `<body style="margin: 0"><img src="data:image/svg+xml,${encodeURIComponent(source)}">`,
      );
      const shown = await page.locator("img").evaluate(async (image) => {
        await (image as HTMLImageElement).decode();
        const { width, height } = image.getBoundingClientRect();
        return { head: "", width: Math.round(width), height: Math.round(height) };
      });
      const { width, height } = sizedSvg(Buffer.from(source)) ?? {};
      expect({ head, width, height }).toEqual({ ...shown, head });
    }
  } finally {
    await browser.close();
  }
});
