import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";

export const rule = defineRule<{ file: string; why: string }>({
  code: "picture/unsafe",
  severity: STRICT_IN_MDX,
  summary: "An SVG only draws: it runs nothing and fetches nothing.",
  explain: ({ file, why }) => ({
    message: `The image ${inContent(file)} cannot be shown: ${why}.`,
    fix: "Remove that, or export it as a PNG or WebP.",
  }),
  example: exampleBody("![A lock](./lock.svg)", {
    "articles/2026/03/lock.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>\n',
  }),
});
