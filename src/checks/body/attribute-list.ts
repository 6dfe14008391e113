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
  summary: "Instructions to kramdown in braces are left out of `.md`; the id of a heading is kept.",
  explain: ({ written, kept }) =>
    kept === undefined
      ? {
          message: `${quoted(written)} is an instruction to another program (kramdown) and would be printed. It is left out.`,
          fix: `Remove ${typed(written)}.`,
        }
      : {
          message: `${quoted(written)} is an instruction to another program (kramdown). It is not printed; its id, \`${kept.id}\`, is kept.`,
          fix: `Write ${typed(kept.meant)} if links lead to \`#${kept.id}\`; else remove ${typed(written)}.`,
        },
  example: exampleImport("Words. {: .lead}"),
});
