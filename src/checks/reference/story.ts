import { exampleFrontMatter } from "../example.ts";
import { explainUnknownCard } from "../unknown-data-file.ts";
import type { UnknownDataFile } from "../unknown-data-file.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<UnknownDataFile>({
  code: "reference/story",
  severity: "error",
  mends: true,
  summary: "The `story` that an article belongs to has a file in `stories/`.",
  explain: (unknown) => explainUnknownCard("story", "stories", unknown),
  example: exampleFrontMatter({ story: "merger" }),
});
