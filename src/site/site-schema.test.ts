import { expect, test } from "vitest";
import { siteSchema } from "./site-schema.ts";
import { siteFrom } from "./site.ts";

const SOUND = {
  name: "The Paper",
  url: "https://paper.example/news",
  description: "News.",
  language: "en",
  timezone: "Europe/London",
};

test("a sound file becomes a site with an origin and a base", () => {
  expect(siteFrom(siteSchema.parse(SOUND))).toMatchObject({
    origin: "https://paper.example",
    base: "/news/",
    code: [],
  });
  expect(siteFrom(siteSchema.parse({ ...SOUND, url: "https://paper.example" })).base).toBe("/");
});

test("players and hosts are switched on, and answers go to one place", () => {
  const giscus = {
    repo: "paper/talk",
    "repo-id": "R_1234",
    category: "Talk",
    "category-id": "DIC_1234",
  };
  const site = (more: object) => siteFrom(siteSchema.parse({ ...SOUND, ...more }));
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
  ["language", "english!"],
  ["timezone", "London"],
  ["code", "quiz.mdx"],
  ["image", " "],
  ["logo", ["./logo.svg"]],
  ["nmae", "x"],
])("%s: %j is refused", (key, value) => {
  expect(siteSchema.safeParse({ ...SOUND, [key]: value }).success).toBe(false);
});
