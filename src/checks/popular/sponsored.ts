import { exampleFrontMatter } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ path: string }>({
  code: "popular/sponsored",
  severity: "warning",
  summary: "No sponsored article is pinned in the list of popular articles.",
  explain: ({ path }) => ({
    message: `${path} is sponsored, and sponsored articles cannot be in the list of popular articles; this pin is ignored.`,
    fix: "Remove it, or write `pin: true` in the article's front matter, which keeps it at the top of its front pages.",
  }),
  example: exampleFrontMatter(
    { kind: "sponsored", sponsor: "Lock Makers Ltd" },
    { "popular.json": '{ "pins": ["/2026/03/story/"] }\n' },
  ),
});
