import { exampleArticle } from "../example.ts";
import { lines, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** A published article whose words are others, and how many. */
interface ChangedText {
  words: number;
  /** Now, as it is typed. */
  date: string;
  /** Whether it has no other update. */
  isFirst: boolean;
}

export const rule = defineRule<ChangedText>({
  code: "history/updated",
  severity: "hint",
  mends: true,
  summary:
    "A published article whose text changes by more than a few words says so in `updated`, or in `corrections` if something was wrong. Feeds and search engines learn of the change by it.",
  switchable: {},
  explain: ({ words, date, isFirst }) => ({
    message: `${words} words of this article changed since it was published, but neither \`updated\` nor \`corrections\` says so.`,
    fix: `Add ${typed(isFirst ? `updated: ${date}` : date)} to ${isFirst ? "the front matter" : "the list `updated`"}; or, if something was wrong:${lines("corrections:", `  - date: ${date}`, "    note: What was wrong and what is right.")}`,
  }),
  example: {
    files: {
      "articles/2026/03/story.mdx": exampleArticle(
        {},
        "The ferry runs again since Monday morning, every hour, from the old pier.",
      ),
    },
    before: { "articles/2026/03/story.mdx": exampleArticle({}, "The ferry does not run.") },
  },
});
