import { expect, test } from "vitest";
import { atomOf } from "../feeds/atom.ts";
import type { Feed } from "../feeds/feed.ts";
import { jsonFeedOf } from "../feeds/json-feed.ts";
import { rssOf } from "../feeds/rss.ts";
import { topicOf } from "../deploy/websub.ts";

const entry = {
  id: "00000000-0000-5000-8000-000000000000",
  title: '<link rel="hub" href="https://evil.example/"/>',
  link: "https://paper.example/a/",
  summary: "",
  published: 0,
  updated: 0,
  authors: [],
  categories: [],
  html: '<link rel="self" href="https://evil.example/">',
  shortHtml: "",
};

function feed(hub?: string): Feed {
  return {
    title: "The Paper",
    description: "A paper.",
    language: "en",
    home: "https://paper.example/",
    self: "https://paper.example/feed?a=1&b=2",
    author: { name: "The Paper", url: "https://paper.example/" },
    older: "https://paper.example/feeds/archive/2024/01.xml",
    entries: [entry],
    ...(hub === undefined ? {} : { hub }),
  };
}

test.each([
  ["RSS", rssOf],
  ["Atom", atomOf],
  ["JSON Feed", jsonFeedOf],
] as const)("Rule 13: %s says where it lies and which hub is to be told", async (_, write) => {
  expect(topicOf(await write(feed("https://hub.example/?x=1&y=2")))).toEqual({
    self: "https://paper.example/feed?a=1&b=2",
    hub: "https://hub.example/?x=1&y=2",
  });
  expect(topicOf(await write(feed()))).toBeUndefined();
});
