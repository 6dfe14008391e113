import { exampleArticle } from "../example.ts";
import { sentence } from "../naming.ts";
import { addTo, entries } from "../redirect-lines.ts";
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
  /** Whether there is no `redirects.yaml` yet. */
  isNew: boolean;
}

const LISTS = { author: "author", category: "section", story: "story", tag: "topic" } as const;

export const rule = defineRule<LostList>({
  code: "history/list",
  severity: "warning",
  summary:
    "The page of a section, an author, a story or a topic that readers could open leads on when it goes, with the last article that names it or with its file. Of a topic, which comes and goes with single articles, a hint says so. Archives of months and feeds are not compared.",
  switchable: { to: AT_LEAST_A_WARNING },
  explain: ({ path, kind, name, why, to, isNew }) => ({
    // Topics come and go with single articles, and a search engine finds the others.
    ...(kind === "tag" ? { severity: "hint" } : {}),
    message: `The page of the ${LISTS[kind]} \`${name}\`, ${path}, was published and disappears, because ${why === "file" ? "its file was deleted" : "no published article names it any more"}. Links to it would be dead.`,
    fix: `${sentence(addTo(isNew))} ${to === "/" ? "the lines below; `/` is the front page, any other address can stand there" : "the lines below, which lead to where its articles are listed now"}:${entries("moved", [[path, to]])}`,
  }),
  example: {
    files: { "articles/2026/03/story.mdx": exampleArticle({ tags: "[Boats]" }, "Words of it.") },
    before: {
      "articles/2026/03/story.mdx": exampleArticle({ tags: "[Ships]" }, "Words of it."),
    },
  },
});
