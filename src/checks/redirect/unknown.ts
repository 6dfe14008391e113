import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";
import { remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

export const rule = defineRule<{
  what: string;
  meant: Meant | undefined;
  /** The address that the text had, if its file tells it. */
  address?: string | undefined;
}>({
  code: "redirect/unknown",
  severity: "error",
  summary: "The file or the id of a takedown belongs to an existing text.",
  explain: ({ what, meant, address }) => ({
    message: `There is no text ${shown(what)}, so this entry takes nothing down.`,
    fix: remedy(
      meant,
      address === undefined
        ? "If the text was deleted, write its address instead, starting with a slash, so that readers see the notice there."
        : `If the text was deleted, write its address instead, ${typed(address)}, so that readers see the notice there.`,
    ),
  }),
  example: {
    files: {
      "redirects.yaml": "gone:\n  articles/2026/02/nobody.mdx: { date: 2026-03-01 }\n",
    },
  },
});
