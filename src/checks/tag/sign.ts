import { inContent } from "../../domain/content-path.ts";
import { exampleArticle, exampleFrontMatter } from "../example.ts";
import { defineRule } from "../rule.ts";

/** Two tags that differ by a sign, and the slug that both have. */
interface Merged {
  tag: string;
  other: string;
  slug: string;
  /** Where the other one stands, if not in the same article. */
  file: string | undefined;
  /** The first with its sign as a word, and the slug of that, where the sign has a name. */
  asWord: { tag: string; slug: string } | undefined;
}

export const rule = defineRule<Merged>({
  code: "tag/sign",
  severity: "error",
  summary:
    "Two tags that differ only in a symbol, such as `.net` and `net`, do not share a page by accident.",
  explain: ({ tag, other, slug, file, asWord }) => {
    const same = file === undefined ? `Remove \`${tag}\`` : `Write \`${other}\``;
    return {
      message: `The tags \`${tag}\` and \`${other}\`${file === undefined ? "" : ` in ${inContent(file)}`} differ only in a symbol, so they would share one page, /tags/${slug}/.`,
      fix:
        asWord === undefined
          ? `${same} if both mean the same. Otherwise write the symbol as a word.`
          : `${same} if both mean the same. Otherwise write \`${asWord.tag}\`; the line \`name: ${JSON.stringify(tag)}\` in \`${inContent(`tags/${asWord.slug}.yaml`)}\` keeps the symbol visible to readers.`,
    };
  },
  example: exampleFrontMatter(
    { tags: "[.net]" },
    {
      "articles/2026/03/first.mdx": exampleArticle({ tags: "[net]" }, "Words."),
      "articles/2026/03/second.mdx": exampleArticle({ tags: "[net]" }, "Words."),
    },
  ),
});
