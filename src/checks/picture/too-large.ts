import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ file: string; why: string }>({
  code: "picture/too-large",
  severity: "error",
  summary: "An image has at most 50,000,000 bytes and 100,000,000 pixels.",
  explain: ({ file, why }) => ({
    message: `The image ${inContent(file)} cannot be shown: ${why}.`,
    fix: "Use a smaller version: 3,000 pixels are enough on the longer side.",
  }),
  example: exampleBody("![A map](./map.svg)", {
    "articles/2026/03/map.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="6000"></svg>\n',
  }),
});
