import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  /** The line that was meant as the end. */
  meant?: { line: number; written: string } | undefined;
  /** The line of the last key, if no line was meant so. */
  lastKey: number;
}>({
  code: "front-matter/unterminated",
  severity: "error",
  mends: true,
  summary: "The front matter ends with a line `---`.",
  explain: ({ meant, lastKey }) => ({
    message:
      meant === undefined
        ? `The front matter that begins here does not end: no line ${typed("---")} follows.`
        : `The front matter that begins here does not end: line ${meant.line} ${meant.written.trim() === "---" ? "has spaces before its hyphens" : `is ${quoted(meant.written)}`}.`,
    fix:
      meant === undefined
        ? `Put a line ${typed("---")} after line ${lastKey}, below the last key.`
        : `Write ${typed("---")} on line ${meant.line}: three hyphens and nothing else.`,
  }),
  example: {
    files: {
      "articles/2026/03/story.mdx": "---\ntitle: A story\nauthor: ada\n\nText that goes on.\n",
    },
  },
});
