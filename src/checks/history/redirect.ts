import { exampleArticle } from "../example.ts";
import { lines } from "../quoted.ts";
import { REDIRECTS } from "../redirect-lines.ts";
import { defineRule } from "../rule.ts";
import { AT_LEAST_A_WARNING } from "../switchable.ts";

const ID = "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11";

/** An old address that led on and does not any more. */
interface LostRedirect {
  from: string;
  /** Where it stood: among the aliases of an article, or in `redirects.yaml`. */
  in: "aliases" | "redirects";
  typed: readonly string[];
}

export const rule = defineRule<LostRedirect>({
  code: "history/redirect",
  severity: "warning",
  summary: "Old addresses that lead somewhere go on doing so: other sites still link to them.",
  switchable: { to: AT_LEAST_A_WARNING },
  explain: ({ from, in: place, typed: written }) => ({
    message: `The old address ${from} led readers on, and does not any more: its line was removed from ${place === "aliases" ? "`aliases`" : REDIRECTS}. Links to it would be dead.`,
    fix: `Put it back${place === "aliases" ? "" : ` into ${REDIRECTS}`}:${lines(...written)}`,
  }),
  example: {
    files: { "articles/2026/03/story.mdx": exampleArticle({ id: ID }, "Words of it.") },
    before: {
      "articles/2026/03/story.mdx": exampleArticle(
        { id: ID, aliases: "[/2025/old/]" },
        "Words of it.",
      ),
    },
  },
});
