import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { aImage } from "../../tests/fixtures/image-files.ts";
import type { Post } from "../domain/post.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { bodySections } from "../markdown/sections.ts";
import { searchedTargets, searchPeriods, searchRecords } from "./search-records.ts";

const post: Post = {
  slug: "gates",
  text: "The sluice is open.",
  author: "The keeper",
  handle: "@gates",
  network: "Ripple",
  date: { instant: 0, day: "1970-01-01", timed: false },
  url: "https://ripple.example/7",
};

function periodsOf(posts: Record<string, Post>) {
  const plain = anArticle({ day: "2024-01-01", slug: "plain" });
  const { metadata } = plain;
  const quoting = anArticle({
    day: "2024-02-01",
    slug: "quoting",
    metadata: { ...metadata, posts: [{ slug: "gates", line: 9, column: 1 }] },
  });
  return searchPeriods(aPublication([plain, quoting], { posts }));
}

test("an article is found by what the posts in it say", () => {
  const body = parseBody('It said:\n\n<SocialPost post="gates" />\n', "mdx");
  const [period] = periodsOf({ gates: post });
  const records = [
    ...searchRecords(period?.articles ?? [], (text) => bodySections(body, searchedTargets(text))),
  ];
  expect(records.map(({ path, sections }) => [path, sections])).toEqual([
    ["/2024/02/quoting/", [{ text: "It said: The sluice is open. — The keeper (@gates)" }]],
    ["/2024/01/plain/", [{ text: "It said:" }]],
  ]);
});

test("a period is indexed anew when a lead picture in it changes, which its record shows small", () => {
  const image = { src: "./harbour.jpg", alt: "" };
  const article = anArticle({ day: "2026-03-02", slug: "piece", image });
  const periods = ["old", "new"].map((digest) => {
    const file = { ...aImage(), digest };
    return searchPeriods(aPublication([article], { images: { [file.file]: file } }))[0];
  });
  expect(new Set(periods.map((period) => period?.key)).size).toBe(2);
  expect(periods[0]?.articles[0]?.head.image?.srcset).toMatch(
    /-240\.webp 240w, .*-480\.webp 480w$/,
  );
});

test("a period is indexed anew when a post in it changes", () => {
  const keys = [post, { ...post, text: "The sluice is shut." }].map(
    (gates) => periodsOf({ gates })[0]?.key,
  );
  expect(new Set(keys).size).toBe(2);
});

test("a record tells the language of an article that is in another than the paper's", () => {
  const articles = ["fr", "en", undefined].map((language, at) =>
    anArticle({
      day: "2024-01-01",
      slug: `a${at}`,
      ...(language === undefined ? {} : { language }),
    }),
  );
  const [period] = searchPeriods(aPublication(articles));
  const told = (period?.articles ?? []).map(({ head: { path, language } }) => [path, language]);
  expect(told.toSorted()).toEqual([
    ["/2024/01/a0/", "fr"],
    ["/2024/01/a1/", undefined],
    ["/2024/01/a2/", undefined],
  ]);
});
