import { ADDRESS_TO_WRITE, WORDS_TO_WRITE } from "../../domain/placeholder.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

export type Details =
  /** `words` are those of the host, or of the address. */
  | { kind: "no-words"; address: string; words: string }
  /** `meant` is the address as it can only be meant. */
  | {
      kind: "nowhere";
      address: string;
      why: "missing" | "scheme-alone" | "slashes" | "unreadable";
      words: string;
      meant?: string | undefined;
    };

export const rule = defineRule<Details>({
  code: "link/empty",
  severity: "warning",
  mends: true,
  summary: "A link has a text and a full address.",
  explain: (details): Explanation => {
    const { address, words } = details;
    if (details.kind === "no-words") {
      return {
        message: `The link to ${quoted(address)} has no text, so nobody can follow it.`,
        fix: `Write ${typed(`[${words}](${address})`)}, or another text.`,
      };
    }
    const why = {
      missing: "is missing",
      "scheme-alone": `is only ${quoted(address)}`,
      slashes: `is ${quoted(address)}, where two slashes belong after the colon`,
      unreadable: `is ${quoted(address)}, which browsers cannot open`,
    }[details.why];
    const alone = words === "" ? "remove the link" : `write only ${typed(words)}`;
    return {
      message: `The address of this link ${why}. The link is removed; its text stays.`,
      fix:
        details.meant === undefined
          ? `Write the full address, as in ${typed(`[${words || WORDS_TO_WRITE}](${wholeOf(address)})`)}, or ${alone}.`
          : `Write ${typed(`[${words || WORDS_TO_WRITE}](${details.meant})`)}.`,
    };
  },
  example: exampleBody("See [the ruling]()."),
});

/** An address that is yet to be written, with the beginning of one. */
function wholeOf(address: string): string {
  if (/^mailto:/i.test(address)) return "mailto:WRITE-THE-ADDRESS-HERE";
  return /^tel:/i.test(address) ? "tel:WRITE-THE-NUMBER-HERE" : ADDRESS_TO_WRITE;
}
