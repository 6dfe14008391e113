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
  /** The file of its HTML: `./ads/banner.html`. */
  file: partPath("html", "./ads/banner.html"),
  /** Room that is kept for it, in pixels, so that nothing moves when it arrives. */
  width: wholeNumber(20, 1200, "pixels", "300"),
  height: wholeNumber(20, 1200, "pixels", "250"),
});

const EXAMPLE = "{ file: ./ads/banner.html, width: 300, height: 250 }";

/** The places by name, each absent where there is no advertisement. */
const places = {
  /** Above everything else on the front page. */
  "front-top": place.optional().meta({ example: EXAMPLE }),
  /** In the text of an article. */
  "in-article": place
    .extend({
      /** After how many paragraphs; in no text that has no more of them. */
      after: wholeNumber(1, 100, "paragraphs", "4"),
    })
    .optional()
    .meta({ example: "{ after: 4, file: ./ads/banner.html, width: 300, height: 250 }" }),
  /** Below an article. */
  "below-article": place.optional().meta({ example: EXAMPLE }),
} satisfies Record<AdName, unknown>;

/** `ads` of `site.yaml`: places for advertising. */
export const adsSchema = z.strictObject({
  /** Other hosts that these load from. */
  hosts: hostsSchema.optional().meta({ example: "{ img: [https://WRITE-THE-HOST-HERE] }" }),
  ...places,
});
