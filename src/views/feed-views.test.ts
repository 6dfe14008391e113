import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { archiveMaps } from "./archive-maps.ts";
import { feedSourceOf } from "./feed-item.ts";
import { feedLists, feedView } from "./feed-views.ts";
import { planRoutes } from "./route-plan.ts";

const categories = [
  { slug: "news", title: "News", order: 1 },
  { slug: "empty", title: "Empty", order: 2 },
];

test("a topic that is called as the section is named once, as the section is", () => {
  const article = anArticle({ day: "2024-01-01", slug: "a", tags: ["news", "Rome"] });
  for (const name of ["News", "news", "NEWS"]) {
    const tags = { rome: { slug: "rome", name: "Rome" }, news: { slug: "news", name } };
    const { categories: told } = feedSourceOf(article, aPublication([article], { tags }));
    expect(told).toEqual(["News", "Rome"]);
  }
});

test("Rule 3: a feed without an entry has changed when the publication began, and never in 1970", () => {
  const articles = ["2024-05-01", "2019-02-01"].map((day) => anArticle({ day, slug: day }));
  const since = (publication: ReturnType<typeof aPublication>): (number | undefined)[] => {
    const maps = archiveMaps(publication);
    return feedLists(maps).map((list) => feedView(list, "atom", maps).since);
  };
  const [all, news, empty] = since(aPublication(articles, { categories }));
  expect([all, news, empty]).toEqual([undefined, undefined, Date.UTC(2019, 1, 1)]);
  for (const instant of since(aPublication([], { categories })))
    expect(instant).toBe(Date.UTC(2000, 0, 1));
});

test("Rule 14: every article is in the main feed or on one page of the archive, and none in both", () => {
  const articles = Array.from({ length: 130 }, (_, at) =>
    anArticle({ day: at < 70 ? "2024-01-01" : `2024-02-${(at % 20) + 10}`, slug: `a${at}` }),
  );
  const publication = aPublication(articles);
  const maps = archiveMaps(publication);
  const [all] = feedLists(maps);
  if (all === undefined) throw new Error("There is no feed.");
  const pages = planRoutes(publication, "", 0).routes.feedArchive;
  const listed = [...all.items, ...pages.flatMap(({ view }) => view.entries)].map((item) =>
    "entry" in item ? item.entry.id : "article" in item ? item.article.id : "",
  );
  expect(listed.toSorted()).toEqual(articles.map(({ id }) => id).sort());
  expect(all.items.length).toBeGreaterThanOrEqual(20);
  expect(all.items.length).toBeLessThanOrEqual(50);
  expect(feedView(all, "rss", maps).older).toBe(pages.at(-1)?.view.self);
});
