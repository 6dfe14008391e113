import { exampleArticle } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

/** `meant` is a name made of it; empty where none can be. */
export const rule = defineRule<{ id: string; meant: string }>({
  code: "live/name",
  severity: "error",
  summary: "The id of an update has lower case letters, digits and single hyphens.",
  explain: ({ id, meant }) => ({
    message: `The id of this update cannot be ${quoted(id)}: it takes lower case letters, digits and single hyphens.`,
    fix:
      meant === ""
        ? `Remove ${typed(`id="${id}"`)}: its time then makes its permalink.`
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
