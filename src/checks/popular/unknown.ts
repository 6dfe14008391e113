import { defineRule } from "../rule.ts";
import { remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

export const rule = defineRule<{ what: string; meant: Meant | undefined }>({
  code: "popular/unknown",
  severity: "warning",
  summary: "Each count and pin of popular.json names an article.",
  explain: ({ what, meant }) => ({
    message: `There is no article \`${shown(what)}\`, so this entry is ignored.`,
    fix: remedy(
      meant,
      meant === undefined
        ? "Write the address of an article, starting with a slash, its file or its id, or remove the entry."
        : "Remove the entry.",
    ),
  }),
  example: { files: { "popular.json": '{ "counts": { "/2026/02/sond/": 4 } }\n' } },
});
