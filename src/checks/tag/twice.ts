import { slugify } from "../../domain/slug.ts";
import { differsBySign } from "../../domain/tag-sign.ts";
import type { SourceEdit } from "../../domain/source-edit.ts";
import { defineArticleRule } from "../article-rule.ts";
import type { CheckedArticle } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";

export const rule = defineArticleRule({
  code: "tag/twice",
  severity: "warning",
  mends: true,
  summary: "Tags of one article lead to different pages.",
  test: ({ writtenTags, locationOf, removalOf }) => {
    const seen = new Map<string, string>();
    return writtenTags.flatMap((tag, index) => {
      const slug = slugify(tag);
      const first = seen.get(slug);
      // Whether those are one tag is asked across articles.
      if (first !== undefined && differsBySign(first, tag)) return [];
      if (first !== undefined)
        return [
          {
            location: locationOf(["tags", index]),
            details: { first, tag },
            edits: withoutTag(index, { locationOf, removalOf }),
          },
        ];
      seen.set(slug, tag);
      return [];
    });
  },
  explain: ({ first, tag }) => ({
    message: `The tags \`${first}\` and \`${tag}\` lead to the same page, so one of them is redundant.`,
    fix: `Remove \`${tag}\`.`,
  }),
  example: exampleFrontMatter({ tags: "[links, links]" }),
});

/** The edit that takes one of the tags out: its line, or its place between brackets on one line. */
function withoutTag(
  index: number,
  { locationOf, removalOf }: Pick<CheckedArticle, "locationOf" | "removalOf">,
): SourceEdit[] {
  const line = removalOf(["tags", index]);
  if (line !== undefined) return [line];
  // From behind the tag before it: it is not the first.
  const [before, own] = [locationOf(["tags", index - 1]), locationOf(["tags", index])];
  if (before.length === undefined || own.length === undefined || before.line !== own.line)
    return [];
  return [
    {
      start: { line: own.line, column: before.column + before.length },
      end: { line: own.line, column: own.column + own.length },
      text: "",
    },
  ];
}
