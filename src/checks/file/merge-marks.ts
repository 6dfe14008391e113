import { exampleBody } from "../example.ts";
import { quoted } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** `mark` is the line that begins the first version. */
export const rule = defineRule<{ mark: string }>({
  code: "file/merge-marks",
  severity: "error",
  summary:
    "A file is one text: where git could not merge two versions of a passage, one of them is chosen, and the marks between them are deleted.",
  explain: ({ mark }) => ({
    message: `From ${quoted(mark)} on, the file holds two versions of a passage, which git could not merge.`,
    fix: "Keep the lines that are right, of the version above the line `=======` or of that below it; delete the others, and the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
  }),
  example: exampleBody(
    "A text.\n\n<<<<<<< HEAD\nThe gate is open.\n=======\nThe gate is closed.\n>>>>>>> desk\n\nThe end.",
  ),
});
