import { exampleArticle } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

/** `meant` is a name that no other update has; `id` is absent where the update has only its second. */
export const rule = defineRule<{ id?: string | undefined; other: number; meant: string }>({
  code: "live/same-name",
  severity: "error",
  summary:
    "Each update of a live blog has a unique permalink: from its time, to the second, or from an id.",
  explain: ({ id, other, meant }) => ({
    message:
      id === undefined
        ? `This update has the same time, to the second, as the one on line ${other}, so both would have the same permalink.`
        : `This update has the id ${quoted(id)}, as has the one on line ${other}, so both would have the same permalink.`,
    fix:
      id === undefined
        ? `Add an id to the tag, ${typed(`id="${meant}"`)}, or change its time by a second.`
        : `Write ${typed(`id="${meant}"`)}.`,
  }),
  example: {
    files: {
      "articles/2026/03/story.mdx": exampleArticle(
        { kind: "live" },
        ["One", "Two"]
          .map((words) => `<LiveUpdate time="2026-03-02T09:00:00Z">\n\n${words}.\n\n</LiveUpdate>`)
          .join("\n\n"),
      ),
    },
  },
});
