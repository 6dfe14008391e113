import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "../domain/article.ts";
import type { Publication } from "../domain/publication.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";
import { articleMeta, metaWithTexts, pageMeta, profileOf } from "./page-meta.ts";

function metaOf(changes: Partial<Article>, others: Partial<Publication> = {}) {
  const article = anArticle({ day: "2026-01-01", slug: "piece", ...changes });
  return articleMeta(article, aPublication([article], others));
}

/** The article in the structured data of its page, as a search engine reads it. */
function dataOf(meta: ReturnType<typeof articleMeta>): Record<string, unknown> {
  const [data] = JSON.parse(JSON.stringify(meta.jsonLd)) as Record<string, unknown>[];
  return data ?? {};
}

const NO_TEXT = {
  words: 0,
  headings: [],
  ids: [],
  links: [],
  images: [],
  components: [],
  excerpt: "",
};

test.each([
  ["an entry that runs code", { code: true, metadata: NO_TEXT }],
  ["a piece that is only pictures", { metadata: NO_TEXT }],
])("%s is not said to have no words", (_, changes) => {
  expect(dataOf(metaOf({}))).toMatchObject({ wordCount: 100 });
  expect(dataOf(metaOf(changes))).not.toHaveProperty("wordCount");
});

test("a sponsored piece says that it is one, and who paid", () => {
  const sponsored = dataOf(metaOf({ kind: "sponsored", sponsor: "Barnacle & Sons" }));
  expect(sponsored).toMatchObject({
    "@type": "AdvertiserContentArticle",
    headline: "Title of piece",
    genre: "Sponsored",
    sponsor: { "@type": "Organization", name: "Barnacle & Sons" },
  });
  const unnamed = dataOf(metaOf({ kind: "sponsored" }));
  expect(unnamed).toMatchObject({ genre: "Sponsored" });
  expect(unnamed).not.toHaveProperty("sponsor");
});

test("a label is told as readers see it; plain news and live blogs have none", () => {
  const { site } = aPublication([]);
  const french = { site: { ...site, language: "fr" } };
  expect(dataOf(metaOf({ kind: "opinion" }, french))).toMatchObject({ genre: "Opinion" });
  expect(dataOf(metaOf({ kind: "explainer" }, french))).toMatchObject({ genre: "Décryptage" });
  for (const kind of ["news", "live"] as const)
    expect(dataOf(metaOf({ kind }))).not.toHaveProperty("genre");
});

test("a piece in another language than the paper's says so, and one in the paper's does not", () => {
  const foreign = metaOf({ language: "ar" });
  expect(foreign.language).toBe("ar");
  expect(dataOf(foreign)).toMatchObject({ inLanguage: "ar" });
  const own = metaOf({ language: "en" });
  expect(own).not.toHaveProperty("language");
  expect(dataOf(own)).toMatchObject({ inLanguage: "en" });
});

test("authors are named one by one, in the order of the byline", () => {
  const authors = { ada: { slug: "ada", name: "Ada" }, desk: { slug: "desk", name: "The desk" } };
  expect(metaOf({ authors: ["desk", "ada"] }, { authors }).authors).toEqual(["The desk", "Ada"]);
});

test("each update of a live blog has a name, and a text only where there is one", () => {
  const tag = (id: string): string => `<LiveUpdate time="2026-01-01T09:00:00Z" id="${id}">`;
  const body = parseBody(
    `---\ntitle: T\n---\n\n${tag("a")}\n\nText.\n\n</LiveUpdate>\n\n${tag("b")}\n\n![](./a.png)\n\n</LiveUpdate>\n`,
    "mdx",
  );
  const meta = metaOf({ kind: "live", metadata: body.metadata });
  const address = "https://paper.example/2026/01/piece/";
  const updates = dataOf(metaWithTexts(meta, body, testTargets({ address })))["liveBlogUpdate"];
  expect(updates).toMatchObject([
    { "@id": `${address}#update-b`, headline: "January 1, 2026, 9:00 AM UTC" },
    { "@id": `${address}#update-a`, headline: "Text.", articleBody: "Text." },
  ]);
  expect((updates as object[])[0]).not.toHaveProperty("articleBody");
});

test("the page of an author tells what the card says, and of a desk no post", () => {
  const card = { name: "Ada", role: "Locks", bio: "Counts barges.", url: "https://ada.example/" };
  const publication = aPublication([], {
    authors: { ada: { slug: "ada", ...card }, desk: { slug: "desk", ...card, is: "desk" } },
  });
  const [person, desk] = ["ada", "desk"].map((slug) => {
    const metadata = {
      path: `/authors/${slug}/`,
      title: "Ada",
      profile: profileOf(slug, publication),
    };
    const { card: shared, jsonLd } = pageMeta(metadata, publication);
    expect(shared?.type).toBe("profile");
    return JSON.parse(JSON.stringify(jsonLd?.[0])) as unknown;
  });
  expect(person).toEqual({
    "@type": "ProfilePage",
    mainEntity: {
      "@type": "Person",
      name: "Ada",
      url: "https://paper.example/authors/ada/",
      description: "Counts barges.",
      jobTitle: "Locks",
      sameAs: "https://ada.example/",
    },
  });
  expect(desk).toMatchObject({ mainEntity: { "@type": "Organization", name: "Ada" } });
  expect((desk as { mainEntity: object }).mainEntity).not.toHaveProperty("jobTitle");
});
