import { exampleArticle } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";
import { AT_LEAST_A_WARNING } from "../switchable.ts";

/** An article whose permanent identity is another than it was. */
interface LostIdentity {
  id: string;
  /** What changed it. */
  why: "id-changed" | "id-removed" | "aliases" | "path";
}

const WHY = {
  "id-changed": "its `id` was changed",
  "id-removed": "its `id` was removed",
  aliases: "the first of its `aliases` was added, removed or moved, from which it follows",
  path: "it follows from the path of the file, which was moved",
} as const;

export const rule = defineRule<LostIdentity>({
  code: "history/identity",
  severity: "warning",
  mends: true,
  summary:
    "A published article keeps its `id`, or what it follows from: its path, or the first of its `aliases`. With another one feed readers show the article a second time, as new.",
  switchable: { to: AT_LEAST_A_WARNING },
  explain: ({ id, why }) => ({
    message: `This article was published with the id ${id} and has another one now, because ${WHY[why]}. Feed readers would show it as new.`,
    fix: `Write ${typed(`id: ${id}`)} in its front matter.`,
  }),
  example: {
    files: { "articles/2026/03/story.mdx": exampleArticle({}, "Words of it.") },
    before: {
      "articles/2026/03/story.mdx": exampleArticle(
        { id: "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11" },
        "Words of it.",
      ),
    },
  },
});
