import { exampleImport } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

/** `id` is what of it is kept, `meant` the heading with that id. */
export const rule = defineRule<{
  written: string;
  kept?: { id: string; meant: string } | undefined;
}>({
  code: "body/attribute-list",
  severity: "warning",
  mends: true,
  summary: "kramdown attribute lists in braces are left out of `.md`; the id of a heading is kept.",
  explain: ({ written, kept }) =>
    kept === undefined
      ? {
          message: `${quoted(written)} is an attribute list for another program (kramdown) and would show up as text. It is left out.`,
          fix: `Remove ${typed(written)}.`,
        }
      : {
          message: `${quoted(written)} is an attribute list for another program (kramdown). It is not shown; its id, \`${kept.id}\`, is kept.`,
          fix: `Write ${typed(kept.meant)} if links lead to \`#${kept.id}\`; otherwise remove ${typed(written)}.`,
        },
  example: exampleImport("Words. {: .lead}"),
});
