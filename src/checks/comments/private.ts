import { defineRule } from "../rule.ts";

export const rule = defineRule<{ key: string }>({
  code: "comments/private",
  severity: "error",
  summary: "Comments hold no private data of readers: no mail address, no address of a computer.",
  explain: ({ key }) => ({
    message: `\`${key}\` is private data of a reader, which everybody could read here who can read the repository.`,
    fix: "Remove it, from the history of the repository too.",
  }),
  example: {
    files: {
      "comments/2026/02/sound.yaml":
        "comments:\n  - { id: 1, email: reader@example.org, author: A reader, date: 2026-02-15, text: Words. }\n",
    },
  },
});
