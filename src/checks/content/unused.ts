import { inContent } from "../../domain/content-path.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

const FOLDERS = { category: "categories", story: "stories", tag: "tags" } as const;

export const rule = defineRule<{
  kind: keyof typeof FOLDERS;
  name: string;
  /** A name that articles use, is written much the same and has no card. */
  near?: string | undefined;
}>({
  code: "content/unused",
  severity: "warning",
  summary: "An article refers to each data file of a category, story or tag.",
  switchable: {},
  explain: ({ kind, name, near }) => ({
    message: `No article has the ${kind} \`${name}\`${kind === "category" ? "; its page is empty" : ""}.`,
    fix:
      near === undefined
        ? "Leave it if articles will follow; otherwise remove the file."
        : `Rename it to ${typed(inContent(`${FOLDERS[kind]}/${near}.yaml`))}, which articles refer to.`,
  }),
  example: { files: { "tags/serach.yaml": "name: Search\n" } },
});
