import { describe, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { addresses } from "../urls/hrefs.ts";
import type { Article } from "../domain/article.ts";
import { archiveMaps } from "./archive-maps.ts";
import { feedLists, feedView } from "./feed-views.ts";
import { feedsView, opmlView } from "./feeds-view.ts";

const first = anArticle({
  day: "2024-01-01",
  slug: "first",
  tags: ["zebra", "Ähre"],
  story: "saga",
});
const second = anArticle({ day: "2024-02-01", slug: "second", tags: ["arch", "zebra"] });

function shown(articles: Article[], language = "en") {
  const publication = aPublication(articles, {
    stories: { saga: { slug: "saga", title: "The saga", dates: [] } },
  });
  const maps = archiveMaps({ ...publication, site: { ...publication.site, language } });
  const lists = feedLists(maps);
  return { maps, lists, page: feedsView(lists, maps), opml: opmlView(lists, maps) };
}

describe("the page of all feeds", () => {
  test("Rule 24: has every feed once, under what it is about, by name", () => {
    const { page, lists } = shown([first, second]);
    expect(
      page.groups.map(({ heading, lists: ofGroup }) => [
        heading,
        ofGroup.map((one) => one.page.text),
      ]),
    ).toEqual([
      ["The whole paper", ["The Paper"]],
      ["Sections", ["News"]],
      ["Running stories", ["The saga"]],
      ["Authors", ["The desk"]],
      ["Topics", ["ähre", "arch", "zebra"]],
      ["Corrections", ["Corrections"]],
    ]);
    const linked = page.groups.flatMap((group) => group.lists.flatMap(({ feeds }) => feeds));
    const existing = lists.flatMap(({ path, formats }) =>
      formats.map((format) => encodeURI(addresses.feed(path, format))),
    );
    expect(linked.map(({ href }) => href)).toEqual(existing);
  });

  test("does not change with one more article that brings nothing new to follow", () => {
    const third = anArticle({ day: "2024-03-01", slug: "third", tags: ["arch"], story: "saga" });
    const [before, after] = [shown([first, second]), shown([first, second, third])];
    expect(after.page).toEqual(before.page);
    expect(after.opml).toEqual(before.opml);
  });
});

test("Rule 24: the file for programs has everything once, in its main form", () => {
  const { opml, lists } = shown([first, second]);
  expect(opml.groups.flatMap(({ feeds }) => feeds.map(({ feed }) => feed))).toEqual(
    lists.map(({ path, formats }) =>
      encodeURI(`https://paper.example${addresses.feed(path, formats[0])}`),
    ),
  );
});

test("Rule 8: the forms of a feed are made of the same entries, but headlines have no texts", () => {
  const { maps, lists } = shown([first, second]);
  const [all] = lists;
  if (all === undefined) throw new Error("There is no feed.");
  const [rss, atom, json, headlines] = all.formats.map((format) => feedView(all, format, maps));
  expect(atom?.entries).toBe(rss?.entries);
  expect(json?.entries).toBe(rss?.entries);
  expect(headlines?.title).toBe("The Paper, headlines");
  expect(headlines?.entries).toMatchObject([
    { entry: { title: "Title of second", html: "" } },
    { entry: { title: "Title of first", html: "" } },
  ]);
  expect(new Set([rss, atom, json, headlines].map((view) => view?.self)).size).toBe(4);
});

test("titles have the colon of the language", () => {
  const { opml, lists } = shown([first], "fr");
  expect(opml.title).toBe("The Paper\u00A0: Flux");
  expect(lists.map(({ title }) => title)).toContain("The Paper\u00A0: The saga");
});
