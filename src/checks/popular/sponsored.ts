import { exampleFrontMatter } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ path: string }>({
  code: "popular/sponsored",
  severity: "warning",
  summary: "No sponsored article is pinned among the popular ones.",
  explain: ({ path }) => ({
    message: `${path} is sponsored, and nobody can buy a place among the popular; this pin is passed over.`,
    fix: "Remove it, or write `pin: true` into the article's front matter, which keeps it at the top of its fronts.",
  }),
  example: exampleFrontMatter(
    { kind: "sponsored", sponsor: "Lock Makers Ltd" },
    { "popular.json": '{ "pins": ["/2026/03/story/"] }\n' },
  ),
});
