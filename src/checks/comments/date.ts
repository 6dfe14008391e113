import { defineRule } from "../rule.ts";

export const rule = defineRule<{ day: string; published: string }>({
  code: "comments/date",
  severity: "warning",
  summary: "A comment is not older than its article.",
  explain: ({ day, published }) => ({
    message: `This comment is dated ${day}, but its article was published on ${published}.`,
    fix: "Leave it if the article was published elsewhere before; otherwise correct the date.",
  }),
  example: {
    files: {
      "comments/2026/02/sound.yaml":
        "comments:\n  - { id: 1, author: A reader, date: 2026-02-13, text: Words. }\n",
    },
  },
});
