import { exampleImport } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ is: "article" | "list" | "yaml"; has: number; most: number }>({
  code: "file/too-large",
  severity: "error",
  summary:
    "A text has at most 2,000,000 bytes, which is a book of 400,000 words; redirects.yaml has at most 20,000,000 bytes; front matter or a data file has at most 65,536 characters.",
  explain: ({ is, has, most }) => ({
    message:
      is === "yaml"
        ? `The front matter or data file has ${has.toLocaleString("en")} characters; at most ${most.toLocaleString("en")} are read.`
        : `This file has ${has.toLocaleString("en")} bytes; at most ${most.toLocaleString("en")} are read.`,
    fix: {
      article: "Split it into several articles.",
      list: `Remove what is no longer needed, at least ${(has - most).toLocaleString("en")} bytes.`,
      yaml: "Move long texts to the body of an article.",
    }[is],
  }),
  example: exampleImport("Words upon words. ".repeat(120_000)),
});
