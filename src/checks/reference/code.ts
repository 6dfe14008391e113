import { exampleSite } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ file: string; near: string | undefined }>({
  code: "reference/code",
  severity: "error",
  summary: "Each entry of `code` in `site.yaml` is an existing MDX article.",
  explain: ({ file, near }) => ({
    message: `\`code\` lists ${file}, but there is no such MDX article.`,
    fix:
      near === undefined
        ? "Remove it from the list."
        : `Write ${typed(near)}, or remove it from the list.`,
  }),
  example: exampleSite("code: [articles/2026/02/sond.mdx]"),
});
