import { exampleBody } from "../example.ts";
import { explainUnknownCard } from "../unknown-data-file.ts";
import type { UnknownDataFile } from "../unknown-data-file.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<UnknownDataFile>({
  code: "reference/post",
  severity: "error",
  mends: true,
  summary: "A post that a text quotes has a file in `posts/`.",
  explain: (unknown) => explainUnknownCard("post", "posts", unknown),
  example: exampleBody('<SocialPost post="harbour-news" />'),
});
