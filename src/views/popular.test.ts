import { describe, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "../domain/article.ts";
import type { Popularity } from "../domain/publication.ts";
import { archiveMaps } from "./archive-maps.ts";
import { POPULAR_RULE } from "./popular.ts";
import type { Ranked } from "./popular.ts";

function ranking(articles: Article[], popular: Partial<Popularity> = {}, more = {}): Ranked[] {
  const publication = aPublication(articles, {
    popular: { counts: {}, pins: [], ...popular },
    ...more,
  });
  return archiveMaps(publication).popular;
}

function slugs(ranked: readonly Ranked[]): string[] {
  return ranked.map(({ article }) => article.slug);
}

function linkingTo(...hrefs: string[]): Article["metadata"] {
  return {
    words: 100,
    headings: [],
    ids: [],
    links: hrefs.map((href) => ({ href, line: 1, column: 1 })),
    images: [],
    components: [],
    excerpt: "",
  };
}

const plain = (slug: string, day: string, more: Partial<Article> = {}): Article =>
  anArticle({ slug, day, ...more });

describe("where nothing else is known", () => {
  test("the newest come first, and equal days keep one order", () => {
    const articles = [
      plain("b", "2024-05-01", { id: "1" }),
      plain("a", "2024-05-01", { id: "2" }),
      plain("c", "2024-05-09", { id: "0" }),
    ];
    expect(slugs(ranking(articles))).toEqual(["c", "a", "b"]);
    expect(slugs(ranking(articles.toReversed()))).toEqual(["c", "a", "b"]);
  });

  test("there is no list of nothing", () => {
    expect(ranking([])).toEqual([]);
  });
});

describe("later links", () => {
  const linked = plain("linked", "2024-04-01");
  const fresh = plain("fresh", "2024-04-20");

  test("raise an article above newer ones, each article counting once", () => {
    const from = plain("from", "2024-05-01", {
      metadata: linkingTo("/2024/04/linked/", "../../2024/04/linked.mdx", "/2024/04/linked/#part"),
    });
    const ranked = ranking([linked, fresh, from]);
    expect(ranked.map(({ article, links }) => [article.slug, links])).toEqual([
      ["linked", 1],
      ["from", 0],
      ["fresh", 0],
    ]);
  });

  test("count at an old address too", () => {
    const from = plain("from", "2024-05-01", { metadata: linkingTo("/old/") });
    const moved = [{ from: "/old/", to: "/2024/04/linked/#part" }];
    expect(ranking([linked, from], {}, { moved })[0]).toMatchObject({ article: linked, links: 1 });
  });

  test("do not count from itself, from earlier or sponsored pieces, nor from elsewhere", () => {
    const metadata = linkingTo("/2024/04/linked/", "https://other.example/2024/04/linked/");
    const itself = { ...linked, metadata };
    const ranked = ranking([
      itself,
      plain("earlier", "2024-03-01", { metadata }),
      plain("ad", "2024-05-01", { metadata, kind: "sponsored" }),
      plain("elsewhere", "2024-05-01", {
        metadata: linkingTo("https://other.example/2024/04/linked/"),
      }),
    ]);
    expect(ranked.map(({ links }) => links)).toEqual([0, 0, 0]);
  });
});

test("later pieces of its running story speak for an article, the first of them most", () => {
  const saga = (slug: string, day: string, more: Partial<Article> = {}): Article =>
    plain(slug, day, { story: "saga", ...more });
  const ranked = ranking([
    saga("one", "2024-05-01"),
    saga("two", "2024-05-02"),
    saga("ad", "2024-05-03", { kind: "sponsored" }),
    saga("three", "2024-05-03"),
  ]);
  expect(ranked.map(({ article, followUps }) => [article.slug, followUps])).toEqual([
    ["one", 2],
    ["two", 1],
    ["three", 0],
  ]);
});

test("of a long story no more pieces count than the rule says", () => {
  const pieces = Array.from({ length: 12 }, (_, index) =>
    plain(`part-${String(index).padStart(2, "0")}`, "2024-05-01", { story: "saga" }),
  ).map((piece, index) => ({ ...piece, instant: piece.instant + index }));
  const ranked = ranking(pieces);
  const capped = ranked.filter(({ followUps }) => followUps >= POPULAR_RULE.followUps);
  expect(capped.length).toBeGreaterThan(2);
  // Equal sums stand newest first.
  expect(slugs(capped)).toEqual(slugs(capped).toSorted().toReversed());
});

describe("counts", () => {
  const articles = [
    plain("new", "2024-05-09"),
    plain("read", "2024-05-01"),
    plain("half", "2024-05-01"),
  ];
  const counts = { "/2024/05/read/": 4000, "/2024/05/half/": 2000 };

  test("rank by how often articles were read", () => {
    const ranked = ranking(articles, { counts });
    expect(ranked.map(({ article, reads }) => [article.slug, reads])).toEqual([
      ["read", 4000],
      ["half", 2000],
      ["new", 0],
    ]);
  });

  test("say nothing by their size, only by their shares", () => {
    const tenth = { "/2024/05/read/": 400, "/2024/05/half/": 200 };
    expect(slugs(ranking(articles, { counts: tenth }))).toEqual(
      slugs(ranking(articles, { counts })),
    );
  });

  test("are left out where nobody counted", () => {
    expect(ranking(articles)[0]).not.toHaveProperty("reads");
  });
});

test("half of the points is left after the half-life, whatever the clock says", () => {
  const old = plain("old", "2024-04-01", { story: "saga" });
  const later = plain("later", "2024-04-01", { story: "saga", instant: old.instant + 1 });
  const at = (day: string): string[] => slugs(ranking([old, later, plain("newest", day)]));
  // 2 points, against 1 of the newest: halved once they are equal, and the newer comes first.
  expect(at("2024-04-30")[0]).toBe("old");
  expect(at("2024-05-01")[0]).toBe("newest");
});

test("one more article that links to none changes the order of no others", () => {
  const articles = Array.from({ length: 40 }, (_, index) =>
    plain(
      `piece-${index}`,
      `2024-0${1 + (index % 4)}-${String(1 + (index % 27)).padStart(2, "0")}`,
      {
        ...(index % 3 === 0 ? { story: "saga" } : {}),
        metadata: linkingTo(
          `/2024/01/piece-${(index * 7) % 40}/`,
          `/2024/02/piece-${(index * 5) % 40}/`,
        ),
      },
    ),
  );
  const before = slugs(ranking(articles));
  const after = slugs(ranking([...articles, plain("more", "2024-06-11")]));
  expect(after.filter((slug) => slug !== "more")).toEqual(before);
});

test("what editors pin stands first in their order, old or new, and nothing stands twice", () => {
  const articles = [plain("a", "2024-05-03"), plain("b", "2024-05-02"), plain("c", "2019-05-01")];
  const pins = ["/2019/05/c/", "/2024/05/b/", "/2024/05/unknown/"];
  const ranked = ranking(articles, { pins });
  expect(ranked.map(({ article, pinned }) => [article.slug, pinned])).toEqual([
    ["c", true],
    ["b", true],
    ["a", false],
  ]);
});

test("sponsored pieces are never popular, neither read nor pinned", () => {
  const ad = plain("ad", "2024-05-03", { kind: "sponsored" });
  const popular = { counts: { [ad.path]: 9000 }, pins: [ad.path] };
  expect(slugs(ranking([ad, plain("a", "2024-05-01")], popular))).toEqual(["a"]);
});

test("a large archive is ranked by its newest articles and what is pinned", () => {
  const articles = Array.from({ length: POPULAR_RULE.ranked + 200 }, (_, index) => {
    const piece = plain(`piece-${index}`, "2024-05-01");
    return { ...piece, instant: piece.instant - index };
  });
  const last = articles.at(-1);
  const ranked = ranking(articles, { pins: last === undefined ? [] : [last.path] });
  expect(ranked).toHaveLength(POPULAR_RULE.ranked + 1);
  expect(ranked[0]?.article.slug).toBe(last?.slug);
});
