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
  summary: "A comment replies to a comment in the same file, and replies do not form a circle.",
  explain: ({ who, parent, isCircle, meant }) =>
    isCircle
      ? {
          message: `${who} replies to a comment that replies to it in turn, so neither can be placed below the other.`,
          fix: "Remove `parent` from the one that was written first.",
        }
      : {
          message: `${who} replies to \`${parent}\`, but this file has no such comment.`,
          fix: remedy(
            meant,
            "Write the `id` of a comment in this file, or remove `parent` to make it a top-level comment.",
          ),
        },
  example: {
    files: {
      "comments/2026/02/sound.yaml":
        "comments:\n  - { id: 1, parent: 7, author: A reader, date: 2026-02-15, text: Words. }\n",
    },
  },
});
