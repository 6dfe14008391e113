import { exampleBody } from "../example.ts";
import { explainUnknownCard } from "../unknown-card.ts";
import type { UnknownCard } from "../unknown-card.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<UnknownCard>({
  code: "reference/post",
  severity: "error",
  summary: "A post that a text quotes has a file in `posts/`.",
  explain: (unknown) => explainUnknownCard("post", "posts", unknown),
  example: exampleBody('<SocialPost post="harbour-news" />'),
});
