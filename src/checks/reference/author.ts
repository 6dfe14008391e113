import { exampleFrontMatter } from "../example.ts";
import { explainUnknownCard } from "../unknown-data-file.ts";
import type { UnknownDataFile } from "../unknown-data-file.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<UnknownDataFile>({
  code: "reference/author",
  severity: "error",
  mends: true,
  summary: "Each `author` of an article has a file in `authors/`.",
  explain: (unknown) => explainUnknownCard("author", "authors", unknown),
  example: exampleFrontMatter({ author: "adda" }),
});
