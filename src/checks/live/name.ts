import { exampleArticle } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

/** `meant` is a name made of it; empty where none can be. */
export const rule = defineRule<{ id: string; meant: string }>({
  code: "live/name",
  severity: "error",
  summary: "The name of an update's permalink has small letters, digits and single hyphens.",
  explain: ({ id, meant }) => ({
    message: `The permalink of this update cannot be called ${quoted(id)}: it takes small letters, digits and single hyphens.`,
    fix:
      meant === ""
        ? `Remove ${typed(`id="${id}"`)}: its second is its name then.`
        : `Write ${typed(`id="${meant}"`)}.`,
  }),
  example: {
    files: {
      "articles/2026/03/story.mdx": exampleArticle(
        { kind: "live" },
        '<LiveUpdate time="2026-03-02T09:00:00Z" id="The Lock">\n\nWords.\n\n</LiveUpdate>',
      ),
    },
  },
});
