import { inContent } from "../../domain/content-path.ts";
import { exampleArticle } from "../example.ts";
import { defineRule } from "../rule.ts";

const FEED_ID = '"https://paper.example/?p=123"';

export const rule = defineRule<{ feedId: string; other: string }>({
  code: "identity/feed-id",
  severity: "error",
  summary: "Each `feedId` belongs to one article: feed readers show only one of two that share it.",
  explain: ({ feedId, other }) => ({
    message: `This article and ${inContent(other)} have the same feed id, ${feedId}; feed readers would show only one of them.`,
    fix: "Remove the line from the article that subscribers have not seen under it.",
  }),
  example: {
    files: {
      "articles/2026/03/story.mdx": exampleArticle({ feedId: FEED_ID }, "Words."),
      "articles/2026/03/copy.mdx": exampleArticle({ feedId: FEED_ID }, "Words."),
    },
  },
});
