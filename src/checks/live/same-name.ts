import { exampleArticle } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

/** `meant` is a name that no other update has; `id` is absent where the update has only its second. */
export const rule = defineRule<{ id?: string | undefined; other: number; meant: string }>({
  code: "live/same-name",
  severity: "error",
  summary: "Each update of a live blog has a permalink of its own: by its second, or by a name.",
  explain: ({ id, other, meant }) => ({
    message:
      id === undefined
        ? `This update has the same second as that on line ${other}, so one permalink would lead to either.`
        : `This update is called ${quoted(id)}, as is that on line ${other}, so a link to it could lead to either.`,
    fix:
      id === undefined
        ? `Add a name to the tag, ${typed(`id="${meant}"`)}, or give it a second of its own.`
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
