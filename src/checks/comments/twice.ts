import { inContent } from "../../domain/content-path.ts";
import { defineRule } from "../rule.ts";

/** Two files for one article, or two comments of one name, and a name that is free. */
type Twin =
  | { kind: "file"; article: string; other: string }
  | { kind: "comment"; id: string; free: string };

export const rule = defineRule<Twin>({
  code: "comments/twice",
  severity: "error",
  summary: "The comments of an article are in one file, each with a unique `id`.",
  explain: (twin) =>
    twin.kind === "file"
      ? {
          message: `The comments of ${inContent(twin.article)} are already in ${inContent(twin.other)}.`,
          fix: `Move these into ${inContent(twin.other)}, below the line \`comments:\`, and remove this file.`,
        }
      : {
          message: `Two comments have the id \`${twin.id}\`, so they would have the same address.`,
          fix: `Write \`id: ${twin.free}\` for one of them.`,
        },
  example: {
    files: {
      "comments/2026/02/sound.yaml":
        "comments:\n  - { id: 1, author: A reader, date: 2026-02-15, text: Words. }\n  - { id: 1, author: Another, date: 2026-02-15, text: More words. }\n",
    },
  },
});
