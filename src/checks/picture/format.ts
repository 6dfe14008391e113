import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** A picture of a format that is not taken, and how a JPEG of it beside it is written; nothing where it is called so already. */
interface Unfit {
  file: string;
  why: string;
  renamed: string | undefined;
}

export const rule = defineRule<Unfit>({
  code: "picture/format",
  severity: "error",
  summary: "Images are JPEG, PNG, GIF, WebP, AVIF or SVG, which all browsers show.",
  explain: ({ file, why, renamed }) => ({
    message: `The image ${inContent(file)} cannot be shown: ${why}.`,
    fix:
      renamed === undefined
        ? "Export it as a JPEG or PNG, under the same name."
        : `Export it as a JPEG next to it, and write \`${renamed}\`.`,
  }),
  example: exampleBody("![A lock](./lock.pdf)", {
    "articles/2026/03/lock.pdf": "%PDF-1.7\n",
  }),
});
