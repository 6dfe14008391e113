import { defineRule } from "../rule.ts";
import { remedy } from "../words.ts";
import type { Meant } from "../words.ts";

/** An answer to a comment that there is not, or to one that answers it in turn. */
interface NoParent {
  /** As the beginning of a sentence. */
  who: string;
  parent: string;
  isCircle: boolean;
  meant: Meant | undefined;
}

export const rule = defineRule<NoParent>({
  code: "comments/parent",
  severity: "error",
  summary: "A comment answers one of the same file, and no two answer each other.",
  explain: ({ who, parent, isCircle, meant }) =>
    isCircle
      ? {
          message: `${who} answers a comment that answers it in turn, so neither could stand below the other.`,
          fix: "Remove `parent` from the one that was written first.",
        }
      : {
          message: `${who} answers \`${parent}\`, and there is no such comment in this file.`,
          fix: remedy(
            meant,
            "Write the `id` of a comment of this file, or remove `parent`, and it stands by itself.",
          ),
        },
  example: {
    files: {
      "comments/2026/02/sound.yaml":
        "comments:\n  - { id: 1, parent: 7, author: A reader, date: 2026-02-15, text: Words. }\n",
    },
  },
});
