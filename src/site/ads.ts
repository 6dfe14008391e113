import { z } from "astro/zod";
import type { AdName } from "../domain/own-parts.ts";
import { hostsSchema } from "./hosts.ts";
import { partPath } from "./part-path.ts";

/** A whole number between two others. */
function wholeNumber(least: number, most: number, of: string, example: string) {
  const must = `must be a whole number of ${of} from ${least} to ${most}`;
  return z
    .number(must)
    .refine((number) => Number.isInteger(number) && number >= least && number <= most, must)
    .meta({ example });
}

const place = z.strictObject({
  file: partPath("html", "./ads/banner.html").describe(
    "Path of the file with the HTML of the advertisement, such as `./ads/banner.html`.",
  ),
  // This room is kept, so that nothing moves when it arrives.
  width: wholeNumber(20, 1200, "pixels", "300").describe("Width of the advertisement, in pixels."),
  height: wholeNumber(20, 1200, "pixels", "250").describe(
    "Height of the advertisement, in pixels.",
  ),
});

const EXAMPLE = "{ file: ./ads/banner.html, width: 300, height: 250 }";

/** The places by name, each absent where there is no advertisement. */
const places = {
  "front-top": place
    .optional()
    .meta({ example: EXAMPLE })
    .describe("An advertisement above everything else on the front page."),
  "in-article": place
    .extend({
      after: wholeNumber(1, 100, "paragraphs", "4").describe(
        "After how many paragraphs it stands; a text without more paragraphs has none.",
      ),
    })
    .optional()
    .meta({ example: "{ after: 4, file: ./ads/banner.html, width: 300, height: 250 }" })
    .describe("An advertisement in the text of an article."),
  "below-article": place
    .optional()
    .meta({ example: EXAMPLE })
    .describe("An advertisement below an article."),
} satisfies Record<AdName, unknown>;

/** `ads` of `site.yaml`: places for advertising. */
export const adsSchema = z.strictObject({
  hosts: hostsSchema
    .optional()
    .meta({ example: "{ img: [https://WRITE-THE-HOST-HERE] }" })
    .describe("Other hosts that the advertisements load from."),
  ...places,
});
