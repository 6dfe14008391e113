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

test.each([
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
