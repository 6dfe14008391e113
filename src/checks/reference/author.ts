import { exampleFrontMatter } from "../example.ts";
import { explainUnknownCard } from "../unknown-card.ts";
import type { UnknownCard } from "../unknown-card.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<UnknownCard>({
  code: "reference/author",
  severity: "error",
  summary: "Each `author` of an article has a file in `authors/`.",
  explain: (unknown) => explainUnknownCard("author", "authors", unknown),
  example: exampleFrontMatter({ author: "adda" }),
});
