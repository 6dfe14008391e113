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
    "An old address, and one that something was taken down from, is a path of this publication from its first slash on.",
  explain: ({ written, fault, fix, meant }) => ({
    message: `The address \`${shown(written)}\` ${fault}.`,
    fix: remedy(meant === undefined ? undefined : { typed: meant }, fix),
  }),
  example: { files: { "redirects.yaml": "moved:\n  old: /2026/02/sound/\n" } },
});
