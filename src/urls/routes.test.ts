import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { scheduledPaths } from "./scheduled-paths.ts";
import { pathsOf, ROUTE_NAMES, routeOf, routePath, routesOf } from "./route-lookup.ts";
import { isReservedName } from "./reserved-names.ts";

const PAGES = join(import.meta.dirname, "../pages");

/** Which routes the files of `src/pages/` render, by the path that Astro takes from their names. */
function renderedRoutes(): [path: string, name: string][] {
  return readdirSync(PAGES, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:astro|ts)$/.test(file))
    .map((file) => {
      const [, name = "none"] =
        /(?:staticPaths|fixedProps)\("(\w+)"\)/.exec(readFileSync(join(PAGES, file), "utf8")) ?? [];
      const page = file.replace(/(?:\/?index)?\.astro$/, "");
      const isFile = file.endsWith(".ts");
      if (isFile) return [`/${file.slice(0, -".ts".length)}`, name];
      return [page === "404" ? "/404.html" : page === "" ? "/" : `/${page}/`, name];
    });
}

test("every route has a file in src/pages that is called after its path, and no file is without a route", () => {
  const declared = ROUTE_NAMES.map((name): [string, string] => [routeOf(name).path, name]);
  expect(renderedRoutes().sort()).toEqual(declared.sort());
});

const articles = [
  anArticle({ day: "2024-01-02", slug: "second", tags: ["C++"], story: "flood" }),
  anArticle({ day: "2023-12-30", slug: "first" }),
];
const publication = aPublication(articles);

test("a path made for a page of a route is recognised as one of that route", () => {
  for (const name of ROUTE_NAMES) {
    for (const { path, params } of pathsOf(name, publication)) {
      const found = routesOf(path).filter((one) => one.name === name);
      expect(found, path).toEqual([{ name, params: { ...params } }]);
    }
  }
});

describe("a path belongs to the most particular route", () => {
  test.each([
    ["/", "front"],
    ["/2024/", "year"],
    ["/2024/05/", "month"],
    ["/2024/05/a-b/", "article"],
    ["/news/", "category"],
    ["/news/2024/05/", "categoryMonth"],
    ["/authors/", "authors"],
    ["/authors/desk/", "author"],
    ["/authors/desk/2024/", "authorPeriod"],
    ["/authors/desk/2024/05/", "authorPeriod"],
    ["/tags/a/2024/", "tagPeriod"],
    ["/corrections/2024/", "correctionsYear"],
    ["/search/", "search"],
    ["/404.html", "notFound"],
    ["/sitemap.xml", "sitemapIndex"],
    ["/sitemaps/2024-01.xml", "sitemap"],
    ["/feeds/archive/2024/05.xml", "feedArchive"],
    ["/news/rss.xml", "feed"],
    ["/feed.json", "jsonFeed"],
    ["/robots.txt", "robots"],
  ])("%s to %s", (path, name) => expect(routesOf(path)[0]?.name).toBe(name));
});

test("the first part of every path that is written out is reserved", () => {
  for (const name of ROUTE_NAMES) {
    const first = routeOf(name).path.split("/")[1] ?? "";
    if (first !== "" && !first.includes("[")) expect(isReservedName(first), first).toBe(true);
  }
});

test("an article that is held back brings its own address, its lists, and their feeds", () => {
  const [article] = articles;
  if (article === undefined) throw new Error("There is no article.");
  expect(scheduledPaths(article).filter((path) => path !== "/rss.xml")).toEqual(
    expect.arrayContaining([
      "/2024/01/second/",
      "/2024/01/",
      "/2024/",
      "/news/",
      "/news/2024/01/",
      "/news/rss.xml",
      "/authors/desk/",
      "/authors/desk/rss.xml",
      "/tags/c-plus-plus/",
      "/stories/flood/",
      "/stories/flood/feed.json",
    ]),
  );
});

test("a path is made from its parameters", () => {
  expect(routePath("authorPeriod", { author: "desk", period: "2024/05" })).toBe(
    "/authors/desk/2024/05/",
  );
});
