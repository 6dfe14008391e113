import { defineRule } from "../rule.ts";
import { remedy, shown } from "../words.ts";

/** An old address that is none: why, as the end of a sentence, what to do, and what it is if it is written right. */
interface NoAddress {
  written: string;
  fault: string;
  fix: string;
  meant: string | undefined;
}

export const rule = defineRule<NoAddress>({
  code: "redirect/address",
  severity: "error",
  summary:
    "The address of a redirect or a takedown is a path in this publication, with its leading slash.",
  explain: ({ written, fault, fix, meant }) => ({
    message: `The address \`${shown(written)}\` ${fault}.`,
    fix: remedy(meant === undefined ? undefined : { typed: meant }, fix),
  }),
  example: { files: { "redirects.yaml": "moved:\n  old: /2026/02/sound/\n" } },
});
