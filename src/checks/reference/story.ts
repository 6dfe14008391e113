import { exampleFrontMatter } from "../example.ts";
import { explainUnknownCard } from "../unknown-card.ts";
import type { UnknownCard } from "../unknown-card.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<UnknownCard>({
  code: "reference/story",
  severity: "error",
  summary: "The `story` that an article belongs to has a file in `stories/`.",
  explain: (unknown) => explainUnknownCard("story", "stories", unknown),
  example: exampleFrontMatter({ story: "merger" }),
});
