import { ADDRESS_TO_WRITE } from "../../domain/placeholder.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

export type Details =
  /** `meant` is the reference with the name that is meant. */
  | {
      kind: "missing";
      written: string;
      name: string;
      isImage: boolean;
      words: string;
      meant?: string | undefined;
    }
  /** `line` is the whole line. */
  | { kind: "unused"; name: string; line: string };

export const rule = defineRule<Details>({
  code: "markdown/reference",
  severity: "warning",
  summary: "Each reference link has a definition, and each definition has a link.",
  explain: (details): Explanation => {
    switch (details.kind) {
      case "missing":
        return {
          message: `This is shown as is, because no line gives an address to ${quoted(`[${details.name}]`)}.`,
          fix:
            details.meant === undefined
              ? `Write ${typed(`${details.isImage ? "!" : ""}[${details.words}](${details.isImage ? "./picture.jpg" : ADDRESS_TO_WRITE})`)} with the address; to show it, write ${typed(`\\${details.written}`)}.`
              : `Write ${typed(details.meant)}.`,
        };
      case "unused":
        return {
          message: `${quoted(`${details.name}:`)} at the beginning of a line defines an address for links, but no link uses it: the line is not shown.`,
          fix: `Write ${typed(`\\${details.line}`)} if readers should see it; otherwise remove the line.`,
        };
    }
  },
  example: exampleBody("See [the ruling][court]."),
});
