import { defineArticleRule } from "../article-rule.ts";
import { typed } from "../quoted.ts";

export const rule = defineArticleRule<{ id: string }>({
  code: "identity/missing",
  severity: "hint",
  mends: true,
  switchable: { isOff: true },
  summary:
    "An article has its `id` written down, so that feeds and comments know it by that wherever the file moves.",
  test: ({ article: { id }, locationOf, sourceOf, removalOf }) => {
    if (sourceOf(["id"]) !== undefined) return [];
    // Below the headline, which every article has.
    const below = removalOf(["title"])?.end;
    return [
      {
        location: locationOf([]),
        details: { id },
        ...(below === undefined
          ? {}
          : { edits: [{ start: below, end: below, text: `id: ${id}\n` }] }),
      },
    ];
  },
  explain: ({ id }) => ({
    message:
      "The article has no `id`: its path stands for it, and feeds would offer it as a new one if it moved without an alias.",
    fix: `Add the line ${typed(`id: ${id}`)}: it is the one that the path gives, so nothing changes for subscribers.`,
  }),
});
