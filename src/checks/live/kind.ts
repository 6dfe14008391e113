import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** What only a live blog has, in another text: an update, or an end. */
interface Stray {
  what: "update" | "end";
  /** A standing page, which can be no live blog. */
  onPage?: boolean;
  /** The kind that stands in the front matter, if one does. */
  written?: string | undefined;
}

export const rule = defineRule<Stray>({
  code: "live/kind",
  severity: "error",
  summary: "Only articles with `kind: live` have updates and an end.",
  explain: ({ what, onPage = false, written }) => {
    const line =
      written === undefined
        ? "Write `kind: live` in the front matter"
        : `Write \`kind: live\` in place of \`kind: ${written}\``;
    if (what === "end") {
      return {
        message: "`ended` says when a live blog ended, but this article is not a live blog.",
        fix: `${line}, or remove \`ended\`.`,
      };
    }
    return {
      message: "<LiveUpdate> is in a text that is not a live blog.",
      fix: onPage
        ? "Write the update as plain text: a standing page cannot be a live blog."
        : `${line}, or write the update as plain text.`,
    };
  },
  example: exampleBody('<LiveUpdate time="2026-03-02T09:00:00Z">\n\nWords.\n\n</LiveUpdate>'),
});
