import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

/** `meant` is what can only be meant by it, such as a line break by `</br>`. */
export const rule = defineRule<{ written: string; meant?: string }>({
  code: "mdx/tag-unopened",
  severity: "error",
  mends: true,
  summary: "In `.mdx` an end tag closes a tag that was opened.",
  explain: ({ written, meant }) => ({
    message: `\`${written}\` closes a tag that was never opened.`,
    fix:
      meant === undefined
        ? `Remove ${typed(written)}, or write ${typed(written.replace("/", ""))} where it begins.`
        : `Write ${typed(meant)}.`,
    replacement: meant,
  }),
  example: exampleBody("A word</em> and more."),
});
