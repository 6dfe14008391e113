import { describe, expect, test } from "vitest";
import type { ArchiveTerm, ArchiveText } from "./archive.ts";
import { NO_MAP } from "./import-map.ts";
import { planTerms, withoutUnused } from "./planned-terms.ts";

function term(kind: ArchiveTerm["kind"], name: string, parent?: string): ArchiveTerm {
  const slug = name.toLowerCase().replaceAll(" ", "-");
  return { key: `${kind} ${slug}`, kind, name, slug, addresses: [], ...(parent ? { parent } : {}) };
}

const TERMS = [
  term("category", "News"),
  term("category", "Local", "category news"),
  term("category", "Harbour", "category local"),
  term("category", "Sport"),
  term("tag", "Ferries"),
  term("tag", "ferries"),
  term("series", "The new quay"),
];

const text = (...terms: string[]): ArchiveText => ({
  key: "1",
  origin: { file: "a.xml" },
  kind: "article",
  title: "T",
  slug: "t",
  state: "public",
  authors: [],
  addresses: [],
  terms,
});

describe("an article", () => {
  const planned = planTerms(TERMS, NO_MAP, "en");

  test.each([
    ["with one category", ["category sport"], { category: "sport", tags: [] }],
    [
      "with a category below others is in the topmost, and has it as a tag",
      ["category harbour"],
      { category: "news", tags: ["Harbour"] },
    ],
    [
      "with two is in the first, and has the other as a tag",
      ["category sport", "category news"],
      { category: "sport", tags: ["News"] },
    ],
    ["without any is in the archive", ["tag ferries"], { category: "archive", tags: ["Ferries"] }],
    [
      "of a series belongs to its story",
      ["series the-new-quay", "category news"],
      { category: "news", tags: [], story: "the-new-quay" },
    ],
  ])("%s", (_, terms, expected) => {
    expect(planned.ofText(text(...terms))).toEqual(expected);
  });

  test("has at most 50 tags", () => {
    const many = Array.from({ length: 60 }, (_, at) => term("tag", `t${at}`));
    const { ofText } = planTerms(many, NO_MAP, "en");
    expect(ofText(text(...many.map(({ key }) => key))).tags).toHaveLength(50);
  });
});

test("two spellings of a tag are one", () => {
  const { ofText } = planTerms(TERMS, NO_MAP, "en");
  const tags = TERMS.filter(({ kind }) => kind === "tag").map(({ key }) => key);
  expect(ofText(text(...tags)).tags).toEqual(["Ferries"]);
});

test("where an archive has no categories, the first tag of an article is its category", () => {
  const { ofText, categories } = planTerms(
    [term("tag", "News"), term("tag", "Pier")],
    NO_MAP,
    "en",
  );
  expect(ofText(text("tag news", "tag pier"))).toEqual({ category: "news", tags: ["Pier"] });
  expect([...categories]).toEqual([["news", { title: "News" }]]);
});

test("the map decides otherwise", () => {
  const map = {
    ...NO_MAP,
    category: "Everything else",
    categories: { sport: false, local: { category: "Town" }, news: { tag: "Reports" } } as const,
    tags: { ferries: { category: "Ferries" } },
  };
  const { ofText, categories } = planTerms(TERMS, map, "en");
  expect(ofText(text("category sport"))).toEqual({ category: "everything-else", tags: [] });
  expect(ofText(text("category local"))).toEqual({ category: "town", tags: [] });
  expect(ofText(text("tag ferries", "category news"))).toEqual({
    category: "ferries",
    tags: ["Reports"],
  });
  expect([...categories.keys()].sort()).toEqual(["everything-else", "ferries", "town"]);
});

test("a category that a page of Stet's would hide has another name", () => {
  const { categories } = planTerms(
    [term("category", "Posts"), term("category", "2020")],
    NO_MAP,
    "en",
  );
  expect([...categories.keys()]).toEqual(["our-posts", "our-2020"]);
});

test("categories that are each other's parents are their own", () => {
  const circle = [term("category", "A", "category b"), term("category", "B", "category a")];
  const { ofText } = planTerms(circle, NO_MAP, "en");
  expect(ofText(text("category a")).category).toMatch(/^(?:a|b|archive)$/);
});

test("what no article has is not written, and a category that is only a tag leads to that", () => {
  const all = [...TERMS, { ...term("tag", "Empty"), description: "Nothing." }];
  const planned = withoutUnused(planTerms(all, NO_MAP, "en"), [
    text("category news", "category sport"),
  ]);
  expect([...planned.categories.keys()]).toEqual(["news"]);
  expect([...planned.stories.keys(), ...planned.tags.keys()]).toEqual([]);
  expect(planned.unused).toEqual(["The new quay"]);
  expect(all.map((one) => planned.becomes(one))).toEqual([
    { kind: "category", slug: "news" },
    undefined,
    undefined,
    { kind: "tag", name: "Sport", slug: "sport" },
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a term that is called like a property of every object is one like any other", () => {
  const [own, tag] = [term("category", "constructor"), term("tag", "toString")];
  const planned = planTerms([own, tag], NO_MAP, "en");
  expect(planned.ofText(text("category constructor", "tag tostring"))).toEqual({
    category: "constructor",
    tags: ["toString"],
  });
});

test("two series that were called alike in addresses are two stories", () => {
  const series = [term("series", "The quay"), { ...term("series", "The Quay!"), slug: "the-quay" }];
  const { stories } = planTerms(series, NO_MAP, "en");
  expect([...stories.keys()]).toEqual(["the-quay", "the-quay-2"]);
});

test("a long chain of categories is followed once", () => {
  const chain = Array.from({ length: 20_000 }, (_, at) =>
    term("category", `C${at}`, at === 0 ? undefined : `category c${at - 1}`),
  );
  for (const terms of [chain, chain.toReversed()]) {
    const { ofText } = planTerms(terms, NO_MAP, "en");
    expect(ofText(text("category c19999")).category).toBe("c0");
  }
});
