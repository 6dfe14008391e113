import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ file: string; why: string }>({
  code: "picture/broken",
  severity: "error",
  summary: "An image can be decoded completely.",
  explain: ({ file, why }) => ({
    message: `The image ${inContent(file)} cannot be shown: ${why}.`,
    fix: "Export it again from its source, under the same name.",
  }),
  example: exampleBody("![A lock](./lock.jpg)", {
    "articles/2026/03/lock.jpg": "This is no picture.\n",
  }),
});
