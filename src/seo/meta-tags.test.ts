import { expect, test } from "vitest";
import { metaTags } from "./meta-tags.ts";
import type { PageMeta } from "./page-meta.ts";

const SITE = { name: "The Paper", language: "en-GB" };

const ARTICLE: PageMeta = {
  title: "L’eau",
  description: "Elle monte.",
  language: "fr-BE",
  authors: ["Ada", "Night & day"],
  canonical: "https://paper.example/2026/01/eau/",
  card: {
    type: "article",
    url: "https://paper.example/2026/01/eau/",
    image: {
      url: "https://paper.example/media/a.jpg",
      width: 1200,
      height: 630,
      type: "image/jpeg",
      alt: "Une écluse",
    },
    article: {
      published: "2026-01-01T09:00:00+01:00",
      section: "Town",
      authors: ["https://paper.example/authors/ada/", "https://paper.example/authors/night/"],
      tags: ["Locks"],
    },
  },
};

test("the head of an article names each author, and says of the picture all there is right behind it", () => {
  const lines = metaTags(ARTICLE, SITE).map(
    ({ name, property = name, content }) => `${property} = ${content}`,
  );
  expect(lines.join("\n")).toMatchInlineSnapshot(`
    "description = Elle monte.
    author = Ada
    author = Night & day
    robots = max-image-preview:large
    og:title = L’eau
    og:description = Elle monte.
    og:type = article
    og:url = https://paper.example/2026/01/eau/
    og:site_name = The Paper
    og:locale = fr_BE
    og:image = https://paper.example/media/a.jpg
    og:image:type = image/jpeg
    og:image:width = 1200
    og:image:height = 630
    og:image:alt = Une écluse
    article:published_time = 2026-01-01T09:00:00+01:00
    article:section = Town
    article:author = https://paper.example/authors/ada/
    article:author = https://paper.example/authors/night/
    article:tag = Locks
    twitter:card = summary_large_image
    twitter:image:alt = Une écluse"
  `);
});

test("a page that nobody is to find or share says so, and shows nothing", () => {
  expect(metaTags({ title: "Search", description: "Find it." }, SITE)).toEqual([
    { name: "description", content: "Find it." },
    { name: "robots", content: "noindex" },
  ]);
});

test("the front page has no title of its own", () => {
  const { card } = ARTICLE;
  const tags = metaTags({ canonical: "https://paper.example/", ...(card && { card }) }, SITE);
  expect(tags.filter(({ property }) => property === "og:title")).toEqual([
    { property: "og:title", content: "The Paper" },
  ]);
});

test("search engines are told what the article has for them, and share cards the standfirst", () => {
  const tags = metaTags({ ...ARTICLE, seo: { description: "Pourquoi l’eau monte." } }, SITE);
  expect(tags).toContainEqual({ name: "description", content: "Pourquoi l’eau monte." });
  expect(tags).toContainEqual({ property: "og:description", content: "Elle monte." });
});
