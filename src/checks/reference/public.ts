import { exampleSite } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ entry: string; isHidden: boolean; near: string | undefined }>({
  code: "reference/public",
  severity: "warning",
  summary:
    "Each entry of `public` in `site.yaml` is a file in `public/`, or a folder with a slash at its end.",
  explain: ({ entry, isHidden, near }) => ({
    message: isHidden
      ? `\`public\` lists ${entry}; hidden files are not published.`
      : `\`public\` lists ${entry}, but there is no such file.`,
    fix:
      near === undefined
        ? "Remove it from the list."
        : `Write ${typed(near)}, or remove it from the list.`,
  }),
  example: exampleSite("public: [public/quiz/]"),
});
