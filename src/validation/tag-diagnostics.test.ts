import { withContentFolder } from "../domain/content-path.ts";
import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { tagDiagnostics } from "./tag-diagnostics.ts";
import { tagNames } from "./tag-names.ts";

function told(...tags: string[][]): string[] {
  const articles = tags.map((one, at) =>
    anArticle({ day: "2026-03-01", slug: `a${at + 1}`, tags: one }),
  );
  const placed = articles.map((article) => ({ article, places: {} }));
  return tagDiagnostics(placed, tagNames(articles), () => undefined).map(
    ({ code, file, message, fix }) =>
      withContentFolder([`${code} ${file}`, message, fix].join(" | "), "content/"),
  );
}

test("tags that differ by a sign are not put together, and both ways out can be typed", () => {
  expect(told(["net"], ["net"], [".net", "C++", "C#", "C"])).toMatchInlineSnapshot(`
    [
      "tag/sign articles/2026/03/a3.mdx | The tags \`.net\` and \`net\` in content/articles/2026/03/a1.mdx differ only in a symbol, so they would share one page, /tags/net/. | Write \`net\` if both mean the same. Otherwise write \`dot net\`; the line \`name: ".net"\` in \`content/tags/dot-net.yaml\` keeps the symbol visible to readers.",
    ]
  `);
});

test("neither are those of one article", () => {
  expect(told(["net", ".net"], ["net"])).toMatchInlineSnapshot(`
    [
      "tag/sign articles/2026/03/a1.mdx | The tags \`.net\` and \`net\` differ only in a symbol, so they would share one page, /tags/net/. | Remove \`.net\` if both mean the same. Otherwise write \`dot net\`; the line \`name: ".net"\` in \`content/tags/dot-net.yaml\` keeps the symbol visible to readers.",
    ]
  `);
});

test("a sign that has no name is left to the author to write as a word", () => {
  expect(told(["snow"], ["snow"], ["☃snow"])).toMatchInlineSnapshot(`
    [
      "tag/sign articles/2026/03/a3.mdx | The tags \`☃snow\` and \`snow\` in content/articles/2026/03/a1.mdx differ only in a symbol, so they would share one page, /tags/snow/. | Write \`snow\` if both mean the same. Otherwise write the symbol as a word.",
    ]
  `);
});

test("a tag in several spellings is told in the usual one", () => {
  expect(told(["SEO"], ["SEO"], ["Seo"])).toMatchInlineSnapshot(`
    [
      "tag/spelling articles/2026/03/a3.mdx | The tag \`Seo\` is spelled \`SEO\` elsewhere; both lead to the same page. | Write \`SEO\`.",
    ]
  `);
});

test("a spelling that is the second of its tag in an article is told as that alone", () => {
  expect(told(["RSS", "rss"], ["RSS"], ["RSS"])).toEqual([]);
  expect(told(["rss", "RSS"], ["RSS"], ["RSS"])).toEqual([expect.stringMatching(/^tag\/spelling/)]);
});

test("tags of articles that are not published yet are compared with each other too", () => {
  const articles = [[".net"], ["net"]].map((tags, at) =>
    anArticle({ day: "2026-03-01", slug: `a${at}`, tags }),
  );
  const placed = articles.map((article) => ({ article, places: {} }));
  expect(tagDiagnostics(placed, new Map(), () => undefined)).toMatchObject([{ code: "tag/sign" }]);
});
