import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { publishedUrls } from "./published-urls.ts";
import { resolveLink } from "./resolve-link.ts";

const article = anArticle({ day: "2024-01-02", slug: "out", tags: ["Old"] });
const scheduled = anArticle({
  day: "2024-02-01",
  slug: "held",
  category: "secrets",
  tags: ["Old", "New tag"],
  story: "saga",
});
const published = publishedUrls({ ...aPublication([article]), unpublished: [scheduled] });

test.each([
  "/secrets/",
  "/secrets/rss.xml",
  "/stories/saga/",
  "/stories/saga/feed.json",
  "/tags/new-tag/",
  "/2024/02/",
  "/2024/02/held/",
])("a link to %s, which appears with an article held back, is not dead but early", (href) => {
  expect(resolveLink(href, article, published)).toEqual({ kind: "unpublished", path: href });
});

test.each(["/tags/old/", "/2024/"])("a list that exists already, %s, is linked at once", (href) => {
  expect(resolveLink(href, scheduled, published)).toEqual({ kind: "internal", path: href });
});

test("a list that no article belongs to is a dead link", () => {
  expect(resolveLink("/stories/sage/", article, published).kind).toBe("dead");
});

test.each(["/robots.txt", "/favicon.svg"])("a link to %s of the press's own is sound", (href) => {
  expect(resolveLink(href, article, published)).toEqual({ kind: "internal", path: href });
});
