import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { withContentFolder } from "../domain/content-path.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import { ReservedPaths } from "../urls/reserved-paths.ts";
import { PathOwners } from "./path-owners.ts";
import { redirectsOf } from "./redirects.ts";

/** The files at which an old address is told that two articles want, and what is said of it. */
function told(...articles: { slug: string; day: string }[]): string[] {
  const all = articles.map((one) => anArticle({ ...one, aliases: ["/old/"] }));
  const published = {
    origin: "https://press.example",
    base: "/",
    pages: new Map(all.map(({ path }) => [path, undefined])),
    unpublished: new Set<string>(),
    moved: new Map<string, string>(),
    takedowns: new Set<string>(),
    byFile: new Map<string, string>(),
  };
  const none = new Map<string, unknown>();
  const { diagnostics } = redirectsOf({
    entries: [],
    articles: all.map((article) => ({ article, places: {} })),
    published,
    taken: new ReservedPaths([]),
    nearest: new NearestPath(published.pages.keys()),
    owners: new PathOwners({
      published,
      unpublished: [],
      dataFiles: { authors: none, categories: none, stories: none, tags: none },
    }),
  });
  return diagnostics.map(({ file, message }) =>
    withContentFolder(`${file}: ${message}`, "content/"),
  );
}

test("an old address that a copy took along is told at the copy, and names the original", () => {
  const said =
    "articles/2026/03/ferry-copy.mdx: The old address /old/ is taken: it is listed twice as an old address, here and in content/articles/2026/03/ferry.mdx.";
  expect(
    told({ slug: "ferry-copy", day: "2026-03-01" }, { slug: "ferry", day: "2026-03-01" }),
  ).toEqual([said]);
});

test("of articles of several days, the older has the old address", () => {
  expect(told({ slug: "a", day: "2026-03-02" }, { slug: "the-ferry", day: "2026-03-01" })).toEqual([
    expect.stringMatching(
      /^articles\/2026\/03\/a\.mdx: .* in content\/articles\/2026\/03\/the-ferry\.mdx\.$/,
    ),
  ]);
});
