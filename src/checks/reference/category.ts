import { exampleFrontMatter } from "../example.ts";
import { explainUnknownCard } from "../unknown-card.ts";
import type { UnknownCard } from "../unknown-card.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<UnknownCard>({
  code: "reference/category",
  severity: "error",
  summary: "The `category` of an article has a file in `categories/`.",
  explain: (unknown) => explainUnknownCard("category", "categories", unknown),
  example: exampleFrontMatter({ category: "engine" }),
});
