import { defineRule } from "../rule.ts";

export const rule = defineRule<{ key: string }>({
  code: "comments/private",
  severity: "error",
  summary: "Comments contain no private data of readers: no email address, no IP address.",
  explain: ({ key }) => ({
    message: `\`${key}\` is private data of a reader, which everyone with access to the repository could see.`,
    fix: "Remove it, from the history of the repository too.",
  }),
  example: {
    files: {
      "comments/2026/02/sound.yaml":
        "comments:\n  - { id: 1, email: reader@example.org, author: A reader, date: 2026-02-15, text: Words. }\n",
    },
  },
});
