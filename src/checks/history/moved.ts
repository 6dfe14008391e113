import { inContent } from "../../domain/content-path.ts";
import { exampleArticle } from "../example.ts";
import { sentence } from "../naming.ts";
import { lines } from "../quoted.ts";
import { addTo } from "../redirect-lines.ts";
import { defineRule } from "../rule.ts";

/** A text that has another address than it had, and what leads readers from the old one. */
interface MovedText {
  from: string;
  /** Its file then. */
  was: string;
  is: "article" | "page";
  /** The lines that lead on, as they are typed. */
  typed: readonly string[];
  /** Whether an `id` is among them, without which feeds would show the article as new. */
  withId: boolean;
  /** Whether there is no `redirects.yaml` yet, where they belong there. */
  isNew: boolean;
}

export const rule = defineRule<MovedText>({
  code: "history/moved",
  severity: "error",
  mends: true,
  summary:
    "A published text that has another address now leads readers there from the old one. Moving a file to another folder or giving it another name changes its address; another date or `.mdx` for `.md` does not.",
  explain: ({ from, was, is, typed: written, withId, isNew }) => ({
    message:
      is === "article"
        ? `This article was published at ${from}, as ${inContent(was)}. Nothing leads from there to here, so links to it would be dead.`
        : `This page was published at ${from}, as ${inContent(was)}. Nothing leads from there to here, so links to it would be dead.`,
    fix:
      is === "article"
        ? `Add to the front matter${withId ? " (the `id` keeps the article from coming back as new in feed readers)" : ""}:${lines(...written)}`
        : `${sentence(addTo(isNew))}:${lines(...written)}`,
  }),
  example: {
    files: {
      "articles/2026/03/story.mdx": exampleArticle({ title: "The lock opens" }, "Words of it."),
    },
    before: {
      "articles/2026/03/story.mdx": null,
      "articles/2026/03/stroy.mdx": exampleArticle({ title: "The lock opens" }, "Words of it."),
    },
  },
});
