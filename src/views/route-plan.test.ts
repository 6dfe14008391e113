import { describe, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { aImage } from "../../tests/fixtures/image-files.ts";
import type { Article } from "../domain/article.ts";
import type { MessageOverrides } from "../domain/publication.ts";
import { bundleFile } from "../urls/hrefs.ts";
import { planRoutes } from "./route-plan.ts";
import type { RoutePlan } from "./route-plan.ts";

const NOW = Date.UTC(2024, 5, 1);

function keysOf(plan: RoutePlan): Map<string, string | undefined> {
  const paths = Object.values(plan.routes).flat();
  return new Map(paths.map(({ path, key }) => [path, key]));
}

function changedPaths(before: Article[], after: Article[]): string[] {
  const old = keysOf(planRoutes(aPublication(before), "code", NOW));
  const fresh = keysOf(planRoutes(aPublication(after), "code", NOW));
  const all = new Set([...old.keys(), ...fresh.keys()]);
  return [...all].filter((path) => old.get(path) !== fresh.get(path)).sort();
}

const first = anArticle({ day: "2023-12-30", slug: "first", tags: ["C++"] });
const second = anArticle({ day: "2024-01-02", slug: "second" });

test("words of a publication are in the key of every page, and nothing is where it has none", () => {
  const publication = aPublication([first, second]);
  const keysWith = (words?: MessageOverrides) => {
    const site = { ...publication.site, ...(words === undefined ? {} : { words }) };
    return keysOf(planRoutes({ ...publication, site }, "code", NOW));
  };
  const [none, some, others] = [undefined, { by: "From" }, { by: "Of" }].map(keysWith);
  expect(none).toEqual(keysOf(planRoutes(publication, "code", NOW)));
  for (const [path, key] of none ?? [])
    expect([path, new Set([key, some?.get(path), others?.get(path)]).size]).toEqual([path, 3]);
});

describe("the plan", () => {
  test("has every address of the bundle", () => {
    const plan = planRoutes(aPublication([first, second]), "code", NOW);
    expect([...keysOf(plan).keys()].sort()).toMatchInlineSnapshot(`
      [
        "/",
        "/2023/",
        "/2023/12/",
        "/2023/12/first/",
        "/2024/",
        "/2024/01/",
        "/2024/01/second/",
        "/404.html",
        "/atom.xml",
        "/authors/",
        "/authors/desk/",
        "/authors/desk/rss.xml",
        "/corrections/",
        "/corrections/atom.xml",
        "/feed.json",
        "/feeds.opml",
        "/feeds/",
        "/headlines.xml",
        "/manifest.webmanifest",
        "/news/",
        "/news/2023/12/",
        "/news/2024/01/",
        "/news/atom.xml",
        "/news/feed.json",
        "/news/headlines.xml",
        "/news/rss.xml",
        "/popular/",
        "/robots.txt",
        "/rss.xml",
        "/search/",
        "/sitemap-news.xml",
        "/sitemap.xml",
        "/sitemaps/2023-12.xml",
        "/sitemaps/2024-01.xml",
        "/sitemaps/pages.xml",
        "/tags/",
        "/tags/c-plus-plus/",
        "/tags/c-plus-plus/rss.xml",
      ]
    `);
  });

  test("names no address twice", () => {
    const paths = Object.values(
      planRoutes(aPublication([first, second]), "code", NOW).routes,
    ).flat();
    expect(new Set(paths.map(({ path }) => path)).size).toBe(paths.length);
  });

  test("stands for an empty publication", () => {
    const paths = [...keysOf(planRoutes(aPublication([]), "code", NOW)).keys()];
    expect(paths).toContain("/");
    expect(paths).toContain("/news/");
    expect(paths).not.toContain("/authors/desk/");
  });

  test("has the same keys for the same publication", () => {
    expect(keysOf(planRoutes(aPublication([first]), "code", NOW))).toEqual(
      keysOf(planRoutes(aPublication([first]), "code", NOW)),
    );
  });

  test("has other keys everywhere when the code or the frame of the pages changes", () => {
    const plan = planRoutes(aPublication([first]), "code", NOW);
    const coded = planRoutes(aPublication([first]), "other code", NOW);
    const named = planRoutes(
      aPublication([first], { categories: [{ slug: "news", title: "Noted", order: 1 }] }),
      "code",
      NOW,
    );
    for (const other of [keysOf(coded), keysOf(named)]) {
      for (const [path, key] of keysOf(plan)) expect(other.get(path), path).not.toBe(key);
    }
  });

  test("gives code entries no key, so that they are always rendered", () => {
    const plan = planRoutes(aPublication([{ ...first, code: true }]), "code", NOW);
    expect(plan.routes.article).toEqual([]);
    expect(plan.routes.code.map(({ path, key }) => [path, key])).toEqual([
      ["/2023/12/first/", undefined],
    ]);
  });
});

describe("the ripple of one more article", () => {
  test("touches no article that stands", () => {
    const touched = changedPaths([first], [first, second]);
    expect(touched).not.toContain("/2023/12/first/");
    expect(touched).toContain("/2024/01/second/");
    expect(touched).toContain("/");
  });

  test("reaches the piece before it in a running story, and no other", () => {
    const story = ["2024-01-01", "2024-01-02", "2024-01-03"].map((day, index) =>
      anArticle({ day, slug: `piece-${index}`, story: "saga" }),
    );
    const touched = changedPaths(story.slice(0, 2), story);
    expect(touched).toContain("/2024/01/piece-1/");
    expect(touched).not.toContain("/2024/01/piece-0/");
  });

  test("adds at most one page of a year to a long list", () => {
    const many = Array.from({ length: 66 }, (_, index) => {
      const day = `20${String(10 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}-01`;
      return anArticle({ day, slug: `a${index}`, tags: ["long"] });
    });
    const next = anArticle({ day: "2016-01-01", slug: "next", tags: ["long"] });
    const touched = changedPaths(many, [...many, next]);
    expect(touched.filter((path) => path.startsWith("/tags/long/2"))).toHaveLength(1);
    // Eight of them are the forms of the feeds of the whole and of the section.
    expect(touched.length).toBeLessThan(32);
  });
});

test("an address with a closing slash is a folder's index", () => {
  expect(bundleFile("/a/b/")).toBe("a/b/index.html");
  expect(bundleFile("/")).toBe("index.html");
  expect(bundleFile("/rss.xml")).toBe("rss.xml");
});

describe("a lead picture that is replaced", () => {
  const image = { src: "./harbour.jpg", alt: "The harbour" };
  const illustrated = anArticle({ day: "2026-03-02", slug: "pictured", tags: ["boats"], image });
  const related = anArticle({ day: "2026-03-03", slug: "related", tags: ["boats"] });
  const planned = (digest: string) => {
    const file = { ...aImage(), digest };
    return planRoutes(
      aPublication([illustrated, related], { images: { [file.file]: file } }),
      "code",
      NOW,
    );
  };

  test("changes its article and the lists that show it, and no other article", () => {
    const [old, fresh] = ["old", "new"].map((digest) => keysOf(planned(digest)));
    const touched = [...(fresh ?? [])].filter(([path, key]) => old?.get(path) !== key);
    const paths = touched.map(([path]) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "/2026/03/",
        "/2026/03/pictured/",
        "/authors/desk/",
        "/news/2026/03/",
        "/tags/boats/",
      ]),
    );
    expect(paths).not.toContain("/2026/03/related/");
  });

  test("is in the views of lists as it stands there", () => {
    const { teasers } = planned("old").routes.tag[0]?.view ?? { teasers: [] };
    expect(teasers.map(({ image }) => image?.srcset?.replace(/\.[^.]*-/g, "-"))).toEqual([
      undefined,
      "/media/harbour-240.webp 240w, /media/harbour-480.webp 480w",
    ]);
  });
});
