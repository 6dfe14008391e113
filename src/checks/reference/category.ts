import { exampleFrontMatter } from "../example.ts";
import { explainUnknownCard } from "../unknown-data-file.ts";
import type { UnknownDataFile } from "../unknown-data-file.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<UnknownDataFile>({
  code: "reference/category",
  severity: "error",
  mends: true,
  summary: "The `category` of an article has a file in `categories/`.",
  explain: (unknown) => explainUnknownCard("category", "categories", unknown),
  example: exampleFrontMatter({ category: "engine" }),
});
