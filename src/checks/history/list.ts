import { exampleArticle } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";
import { AT_LEAST_A_WARNING } from "../switchable.ts";

/** A page that lists articles, which there is no more. */
interface LostList {
  path: string;
  kind: "author" | "category" | "story" | "tag";
  name: string;
  /** Whether its data file was deleted, or no published article names it. */
  why: "file" | "articles";
  /** Where it may lead: the page of what the articles name now, or the front page. */
  to: string;
}

const LISTS = { author: "author", category: "section", story: "story", tag: "topic" } as const;

export const rule = defineRule<LostList>({
  code: "history/list",
  severity: "warning",
  summary:
    "The page of a section, an author, a story or a topic that readers could open leads on when it goes, with the last article that names it or with its file. Archives of months and feeds are not compared.",
  switchable: { to: AT_LEAST_A_WARNING },
  explain: ({ path, kind, name, why, to }) => ({
    message: `The page of the ${LISTS[kind]} \`${name}\`, ${path}, was published and disappears, because ${why === "file" ? "its file was deleted" : "no published article names it any more"}. Links to it would be dead.`,
    fix: `Write ${typed(`${path}: ${to}`)} below \`moved\` in redirects.yaml${to === "/" ? ", or another address instead of the front page's" : ", where what was listed there is listed now"}.`,
  }),
  example: {
    files: { "articles/2026/03/story.mdx": exampleArticle({ tags: "[Boats]" }, "Words of it.") },
    before: {
      "articles/2026/03/story.mdx": exampleArticle({ tags: "[Ships]" }, "Words of it."),
    },
  },
});
