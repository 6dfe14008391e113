import { expect, test } from "vitest";
import { siteSchema } from "./site-schema.ts";
import { siteFrom } from "./site.ts";

const VALID = {
  name: "The Paper",
  url: "https://paper.example/news",
  description: "News.",
  language: "en",
  timezone: "Europe/London",
};

test("a sound file becomes a site with an origin and a base", () => {
  expect(siteFrom(siteSchema.parse(VALID))).toMatchObject({
    origin: "https://paper.example",
    base: "/news/",
    code: [],
  });
  expect(siteFrom(siteSchema.parse({ ...VALID, url: "https://paper.example" })).base).toBe("/");
});

test.each([
  ["https://paper.example/café", "/caf%C3%A9/"],
  ["https://paper.example/caf%c3%a9/", "/caf%C3%A9/"],
  ["https://paper.example/%6Eews/", "/news/"],
  ["https://paper.example/a b/100%25/", "/a%20b/100%25/"],
  ["https://paper.example/[1]/a(b);c,d/", "/%5B1%5D/a(b);c,d/"],
  ["https://paper.example/a/../b", "/b/"],
  ["https://paper.example/me@home/", "/me@home/"],
])("%s has the base %s, however it is written", (url, base) => {
  expect(siteFrom(siteSchema.parse({ ...VALID, url })).base).toBe(base);
});

test("players and hosts are switched on, and answers go to one place", () => {
  const giscus = {
    repo: "paper/talk",
    "repo-id": "R_1234",
    category: "Talk",
    "category-id": "DIC_1234",
  };
  const site = (more: object) => siteFrom(siteSchema.parse({ ...VALID, ...more }));
  expect(
    site({ embeds: { players: ["vimeo"], media: ["Media.Paper.example:8443"] } }).embeds,
  ).toEqual({
    players: ["vimeo"],
    media: ["media.paper.example:8443"],
  });
  expect(site({ comments: { letters: "ed@paper.example" } }).comments).toEqual({
    letters: "ed@paper.example",
  });
  expect(site({ comments: { giscus } }).comments).toEqual({
    giscus: {
      repo: "paper/talk",
      repoId: "R_1234",
      category: "Talk",
      categoryId: "DIC_1234",
      reactions: true,
      input: "top",
    },
  });
  expect(site({})).not.toHaveProperty("comments");
});

test.each([
  ["embeds", { players: ["dailymotion"] }],
  ["embeds", { media: ["https://media.example"] }],
  ["embeds", { media: ["*.media.example"] }],
  ["embeds", { media: ["media.example; script-src *"] }],
  ["embeds", { media: ["localhost"] }],
  ["comments", {}],
  ["comments", { letters: "the editor" }],
  ["comments", { giscus: { repo: "paper" } }],
  ["comments", "none"],
  ["name", " "],
  ["url", "paper.example"],
  ["url", "ftp://paper.example"],
  ["url", "https://paper.example/?a"],
  ["url", "https://paper.example/#a"],
  ["url", "https://ada@paper.example/"],
  ["url", "https://paper.example//"],
  ["url", "https://paper.example/a//b/"],
  ["url", "https://paper.example/%zz/"],
  ["url", "https://paper.example/caf%E9/"],
  ["url", "https://paper.example/a%00/"],
  ["url", "https://paper.example/a%0Ab/"],
  ["url", "https://paper.example/a%5Cb/"],
  ["url", "https://paper.example/a%2Fb/"],
  ["url", "https://paper.example/a%23b/"],
  ["url", "https://paper.example/@paper/"],
  ["url", "https://paper.example/?"],
  ["language", "english!"],
  ["timezone", "London"],
  ["code", "quiz.mdx"],
  ["image", " "],
  ["logo", ["./logo.svg"]],
  ["nmae", "x"],
])("%s: %j is refused", (key, value) => {
  expect(siteSchema.safeParse({ ...VALID, [key]: value }).success).toBe(false);
});
