import { slugify } from "../../domain/slug.ts";
import { differsBySign } from "../../domain/tag-sign.ts";
import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";

export const rule = defineArticleRule({
  code: "tag/twice",
  severity: "warning",
  summary: "Tags of one article lead to different pages.",
  test: ({ writtenTags, locationOf }) => {
    const seen = new Map<string, string>();
    return writtenTags.flatMap((tag, index) => {
      const slug = slugify(tag);
      const first = seen.get(slug);
      // Whether those are one tag is asked across articles.
      if (first !== undefined && differsBySign(first, tag)) return [];
      if (first !== undefined)
        return [{ location: locationOf(["tags", index]), details: { first, tag } }];
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
