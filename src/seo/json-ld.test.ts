import { expect, test } from "vitest";
import { jsonLdText } from "./json-ld.ts";
import { openGraphLocale } from "./open-graph-locale.ts";
import { articleData, withUpdateTexts } from "./structured-data.ts";
import type { ArticleData } from "./structured-data.ts";

const publisher = {
  name: "The Paper",
  url: "https://paper.example/",
  logo: { url: "https://paper.example/mark.png", width: 600, height: 600 },
};

const article: ArticleData = {
  kind: "opinion",
  url: "https://paper.example/2024/05/a/",
  headline: "A </script><script>alert(1)</script> <!-- headline\u2028",
  description: "D",
  images: ["1", "2", "3"],
  published: "2024-05-01T09:00:00+02:00",
  modified: "2024-05-02T00:00:00+02:00",
  authors: [
    { name: "Desk & Co", url: "https://paper.example/authors/desk/", desk: true },
    { name: "Ada", url: "https://paper.example/authors/ada/", desk: false },
  ],
  section: { name: "News", url: "https://paper.example/news/" },
  tags: [],
  words: 12,
  language: "en",
  corrections: [{ text: "It was May.", date: "2024-05-02" }],
};

test("Rule 25: no text of an article can end the script element, and all of it comes back", () => {
  const text = jsonLdText(articleData(article, publisher));
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  const { "@graph": graph } = JSON.parse(text) as { "@graph": Record<string, unknown>[] };
  expect(graph[0]).toMatchObject({
    "@type": "OpinionNewsArticle",
    headline: article.headline,
    image: ["1", "2", "3"],
    datePublished: article.published,
    dateModified: article.modified,
    author: [
      {
        "@type": "Organization",
        name: "Desk & Co",
        url: "https://paper.example/authors/desk/",
      },
      { "@type": "Person", name: "Ada", url: "https://paper.example/authors/ada/" },
    ],
    publisher: { name: "The Paper" },
    correction: [{ "@type": "CorrectionComment", text: "It was May." }],
  });
  expect(graph[0]).not.toHaveProperty("keywords");
});

test("Rule 26: a locale is told only where its territory is known", () => {
  expect(openGraphLocale("en-GB")).toBe("en_GB");
  expect(openGraphLocale("zh-Hant-TW")).toBe("zh_TW");
  expect(openGraphLocale("en")).toBeUndefined();
});

test("Rule 25: a live blog has its updates, whose texts come with the body", () => {
  const desk = { name: "Desk", url: "https://paper.example/authors/desk/", desk: true };
  const update = { published: article.published, authors: [desk] };
  const live = {
    ended: article.modified,
    updates: [
      { ...update, url: "https://paper.example/2024/05/a/#update-b", headline: "B" },
      { ...update, url: "https://paper.example/2024/05/a/#update-a" },
    ],
  };
  const graph = articleData({ ...article, kind: "live", live }, publisher);
  const texts = new Map(
    ["a", "b"].map((name) => [
      `https://paper.example/2024/05/a/#update-${name}`,
      { name: `Name of ${name}`, text: `Text of ${name}` },
    ]),
  );
  const told = withUpdateTexts(graph, texts);
  expect(told[0]).toMatchObject({
    "@type": "LiveBlogPosting",
    headline: article.headline,
    datePublished: article.published,
    coverageStartTime: article.published,
    coverageEndTime: article.modified,
    liveBlogUpdate: [
      { "@type": "BlogPosting", headline: "Name of b", articleBody: "Text of b" },
      { "@type": "BlogPosting", headline: "Name of a", articleBody: "Text of a" },
    ],
  });
  expect(told.slice(1)).toEqual(graph.slice(1));
  expect(articleData({ ...article, kind: "live" }, publisher)[0]).toMatchObject({
    "@type": "NewsArticle",
  });
});
