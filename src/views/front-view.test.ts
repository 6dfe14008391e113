import { describe, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "../domain/article.ts";
import { archiveMaps } from "./archive-maps.ts";
import { frontView } from "./front-view.ts";
import { categoryFamily } from "./listing-view.ts";

const categories = [
  { slug: "news", title: "News", order: 1 },
  { slug: "trade", title: "Trade", order: 2 },
];

/** Articles of one month, the first the newest. */
function pieces(...changes: (Partial<Article> & { slug: string })[]): Article[] {
  return changes.map((change, index) =>
    anArticle({ day: `2024-01-${String(28 - index).padStart(2, "0")}`, ...change }),
  );
}

function front(articles: Article[], pinned: string[] = []) {
  return frontView(archiveMaps(aPublication(articles, { categories, pinned })));
}

function hrefs(teasers: readonly { href: string }[]): string[] {
  return teasers.map(({ href }) => href.split("/")[3] ?? "");
}

const plain = pieces(...["a", "b", "c", "d", "e", "f"].map((slug) => ({ slug })));

describe("the front page", () => {
  test("leads with the newest, has three beside it, and the rest in its section", () => {
    const { top, bands } = front(plain);
    expect(top.lead?.title).toBe("Title of a");
    expect(hrefs(top.seconds)).toEqual(["b", "c", "d"]);
    expect(
      bands.map(({ category, first, teasers }) => [category.text, hrefs([first, ...teasers])]),
    ).toEqual([["News", ["e", "f"]]]);
  });

  test("shows what is pinned first, and nothing twice", () => {
    const { top, bands } = front(plain, ["/2024/01/f/", "/2024/01/e/"]);
    expect(hrefs(top.lead === undefined ? [] : [top.lead])).toEqual(["e"]);
    expect(hrefs(top.seconds)).toEqual(["f", "a", "b"]);
    expect(hrefs(bands.flatMap(({ first, teasers }) => [first, ...teasers]))).toEqual(["c", "d"]);
  });

  test("has the lines of the lead's running story below the lead, and only there", () => {
    const { top, bands } = front(
      pieces(
        { slug: "a", story: "saga" },
        { slug: "b" },
        { slug: "ad", story: "saga", kind: "sponsored" },
        { slug: "c", story: "saga" },
        { slug: "d" },
      ),
    );
    expect(top.story?.href).toBe("/stories/saga/");
    expect(hrefs(top.story?.teasers ?? [])).toEqual(["c"]);
    expect(hrefs(top.seconds)).toEqual(["b", "d"]);
    expect(hrefs(bands.map(({ first }) => first))).toEqual(["ad"]);
  });

  test("does not lead with an advertisement unless it is pinned", () => {
    const articles = pieces({ slug: "ad", kind: "sponsored" }, { slug: "a" });
    expect(front(articles).top.lead?.title).toBe("Title of a");
    expect(front(articles, ["/2024/01/ad/"]).top.lead?.title).toBe("Title of ad");
    expect(hrefs(front(articles).bands.map(({ first }) => first))).toEqual(["ad"]);
  });

  test("gathers opinion from all sections before the bands", () => {
    const { opinions, bands } = front([
      ...plain,
      ...pieces(
        { slug: "o", kind: "opinion", day: "2024-01-02" },
        { slug: "p", kind: "opinion", category: "trade", day: "2024-01-01" },
      ),
    ]);
    expect(hrefs(opinions)).toEqual(["o", "p"]);
    expect(bands.map(({ category }) => category.text)).toEqual(["News"]);
  });

  test("ranks the popular that do not stand large, and no headline twice", () => {
    const articles = pieces(
      ...Array.from({ length: 31 }, (_, index) => ({
        slug: `p${index}`,
        category: index % 2 === 0 ? "news" : "trade",
        day: `2024-01-${String(31 - index).padStart(2, "0")}`,
      })),
    );
    const { top, bands, popular } = front(articles);
    expect(hrefs(bands.map(({ first }) => first))).toEqual(["p4", "p5"]);
    expect(hrefs(popular)).toEqual(["p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13"]);
    const shown = hrefs([
      ...(top.lead === undefined ? [] : [top.lead]),
      ...top.seconds,
      ...popular,
      ...bands.flatMap(({ first, teasers }) => [first, ...teasers]),
    ]);
    expect(shown).toHaveLength(22);
    expect(new Set(shown).size).toBe(shown.length);
  });

  test("has no list of the popular where it shows nearly everything anyway", () => {
    expect(front(plain).popular).toEqual([]);
  });

  test("stands for an empty publication", () => {
    const { top, bands, years } = front([]);
    expect([top.lead, bands, years]).toEqual([undefined, [], []]);
  });
});

describe("a section front", () => {
  test("lists after its top what the top does not show", () => {
    const maps = archiveMaps(aPublication(plain, { categories, pinned: ["/2024/01/e/"] }));
    const main = categoryFamily("news", maps).main();
    expect(hrefs(main.top.lead === undefined ? [] : [main.top.lead])).toEqual(["e"]);
    expect(hrefs(main.top.seconds)).toEqual(["a", "b"]);
    expect(hrefs(main.teasers)).toEqual(["c", "d", "f"]);
  });

  test("shows a picture only of a file that can be shown", () => {
    const [withImage] = pieces({ slug: "a", image: { src: "./a.jpg", alt: "A pier." } });
    const articles = withImage === undefined ? [] : [withImage];
    const lead = categoryFamily("news", archiveMaps(aPublication(articles, { categories }))).main()
      .top.lead;
    expect(lead).toBeDefined();
    expect(lead).not.toHaveProperty("image");
  });
});
