import { yamlText } from "../../domain/yaml-text.ts";
import { exampleArticle, exampleFrontMatter } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ tag: string; usual: string }>({
  code: "tag/spelling",
  severity: "warning",
  mends: true,
  summary: "A tag is spelled in one way: as most articles spell it.",
  switchable: {},
  explain: ({ tag, usual }) => ({
    message: `The tag \`${tag}\` is spelled \`${usual}\` elsewhere; both lead to the same page.`,
    fix: `Write \`${usual}\`.`,
    ...(yamlText(usual) === usual ? { replacement: usual } : {}),
  }),
  example: exampleFrontMatter(
    { tags: "[core update]" },
    {
      "articles/2026/03/first.mdx": exampleArticle({ tags: "[Core Update]" }, "Words."),
      "articles/2026/03/second.mdx": exampleArticle({ tags: "[Core Update]" }, "Words."),
    },
  ),
});
