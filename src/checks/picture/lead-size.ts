import { inContent } from "../../domain/content-path.ts";
import { exampleFrontMatter } from "../example.ts";
import { defineRule } from "../rule.ts";
import { limitReason, wholeNumber } from "../switchable.ts";

/** As wide as a lead image stands on a wide screen: 47rem, as src/media/image-sizes.ts has it. */
export const LEAST = wholeNumber("least", 752, {
  from: 100,
  to: 5000,
  description:
    "The least width of a lead image in pixels. Twice the default is sharp on screens of high density.",
});

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

export const rule = defineRule<{ file: string; width: number; least: number }>({
  code: "picture/lead-size",
  severity: "hint",
  summary: `A lead image is at least ${LEAST.otherwise} pixels wide, as wide as it is shown. Drawings (SVG) have any size.`,
  switchable: { settings: [LEAST], example: "{ least: 1504 }" },
  explain: ({ file, width, least }) => ({
    message: `The lead image ${inContent(file)} is ${width.toLocaleString("en")} ${width === 1 ? "pixel" : "pixels"} wide; ${limitReason(least, LEAST, `with less than ${least.toLocaleString("en")} it is blurred on wide screens`)}.`,
    fix: "Use a larger version of it.",
  }),
  example: exampleFrontMatter(
    { image: "{ src: ./lock.png, alt: A lock, credit: The Test Paper }" },
    { "articles/2026/03/lock.png": PIXEL },
  ),
});
