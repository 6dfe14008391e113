import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { entryOf } from "./feed.ts";
import type { Feed } from "./feed.ts";
import { jsonFeedOf } from "./json-feed.ts";

const channel: Feed = {
  title: "The Paper",
  description: "A paper.",
  language: "en",
  home: "https://paper.example/",
  self: "https://paper.example/feed.json",
  author: { name: "The Paper", url: "https://paper.example/" },
  image: { url: "https://paper.example/mark.png", width: 144, height: 72 },
  icon: "https://paper.example/icon.png",
  hub: "https://hub.example/",
  entries: [],
};

const article = anArticle({
  day: "2024-01-01",
  slug: "a",
  title: "Fish \uD800 & chips \u0007",
  corrections: [{ instant: Date.UTC(2024, 2, 1), day: "2024-03-01", note: "n" }],
});

test("JSON Feed is this text", () => {
  const entry = entryOf(
    {
      article,
      link: "https://paper.example/2024/01/a/",
      authors: ["007", "Zoë"],
      categories: ["C++"],
      image: { url: "https://paper.example/a.jpg", width: 4, height: 3, alt: "A" },
    },
    "<p>\u0000Whole.</p>",
    "<p>Short.</p>",
  );
  const text = jsonFeedOf({ ...channel, entries: [entry] });
  expect(JSON.parse(text)).toMatchInlineSnapshot(`
    {
      "authors": [
        {
          "name": "The Paper",
          "url": "https://paper.example/",
        },
      ],
      "description": "A paper.",
      "feed_url": "https://paper.example/feed.json",
      "home_page_url": "https://paper.example/",
      "hubs": [
        {
          "type": "WebSub",
          "url": "https://hub.example/",
        },
      ],
      "icon": "https://paper.example/icon.png",
      "items": [
        {
          "authors": [
            {
              "name": "007",
            },
            {
              "name": "Zoë",
            },
          ],
          "content_html": "<p>Whole.</p>",
          "date_modified": "2024-03-01T00:00:00.000Z",
          "date_published": "2024-01-01T00:00:00.000Z",
          "id": "urn:uuid:00000000-0000-5000-8000-ca978112ca1b",
          "image": "https://paper.example/a.jpg",
          "summary": "Description of a",
          "tags": [
            "C++",
          ],
          "title": "Fish � & chips ",
          "url": "https://paper.example/2024/01/a/",
        },
      ],
      "language": "en",
      "title": "The Paper",
      "version": "https://jsonfeed.org/version/1.1",
    }
  `);
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toMatch(/\\ud800/i);
});

test("a feed without an entry has a list of none", () => {
  expect(JSON.parse(jsonFeedOf(channel))).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    items: [],
  });
});
