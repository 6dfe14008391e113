import { describe, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { archiveMaps } from "./archive-maps.ts";
import { positionAfter, relatedTo } from "./related.ts";

const old = anArticle({ day: "2024-01-01", slug: "old", tags: ["rss"] });
const older = anArticle({ day: "2023-01-01", slug: "older", tags: ["rss", "atom"] });
const other = anArticle({ day: "2024-02-01", slug: "other" });
const one = anArticle({ day: "2024-03-01", slug: "one", tags: ["RSS", "atom"], story: "feeds" });
const sibling = anArticle({ day: "2024-02-20", slug: "sibling", tags: ["rss"], story: "feeds" });
const newer = anArticle({ day: "2024-04-01", slug: "newer", tags: ["rss", "atom"] });

describe("related pieces", () => {
  test("put shared tags before recency, and the category last", () => {
    const maps = archiveMaps(aPublication([old, older, other, one]));
    expect(relatedTo(one, maps).map(({ slug }) => slug)).toEqual(["older", "old", "other"]);
  });

  test("look backwards only, so that a newer article changes no older page", () => {
    const before = relatedTo(one, archiveMaps(aPublication([old, older, one])));
    const after = relatedTo(one, archiveMaps(aPublication([old, older, one, newer])));
    expect(after).toEqual(before);
  });

  test("leave out the article itself and its running story", () => {
    const maps = archiveMaps(aPublication([one, sibling]));
    expect(relatedTo(one, maps)).toEqual([]);
  });
});

test("the position after an article is found among articles of one second", () => {
  const list = ["c", "b", "a"].map((id) => anArticle({ day: "2024-01-01", slug: id, id }));
  expect(list.map((article) => positionAfter(list, article))).toEqual([1, 2, 3]);
});
