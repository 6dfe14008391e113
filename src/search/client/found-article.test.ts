import { expect, test } from "vitest";
import { foundArticle } from "./found-article.ts";
import type { Run } from "./found-article.ts";
import { foundParts } from "./found-parts.ts";
import type { FoundRecord } from "../pagefind/engine.ts";

const RECORD: FoundRecord = {
  url: "/2026/03/pier/",
  meta: {
    title: "L’eau: the pier—opened",
    description: "What $100 buys.",
    byline: "Ada Quill",
    category: "Town",
    categorySlug: "town",
    kind: "news",
    day: "2026-03-12",
    date: "2026-03-12",
  },
  sections: [
    { text: "One (two) three." },
    {
      heading: { text: "The “figures”", id: "the-figures" },
      text: `${"far ".repeat(60)}“C++—now”, it said.`,
    },
  ],
  locations: [],
};

/** A record in which these words were found, wherever they stand. */
function withFound(...words: string[]): FoundRecord {
  const parts = foundParts(RECORD).flatMap((part) => part.words);
  const locations = parts
    .filter(({ word }) => words.includes(word))
    .map(({ position }) => position);
  return { ...RECORD, locations };
}

const shown = (runs: readonly Run[]): string =>
  runs.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

test("a headline and a standfirst are shown as they are written, with what was found marked", () => {
  const { title, text, section } = foundArticle(withFound("eau", "opened", "100"));
  expect(shown(title)).toBe("L’[eau]: the pier—[opened]");
  expect(shown(text)).toBe("What $[100] buys.");
  expect(section).toBeUndefined();
});

test("what stands between two words that were found is marked with them", () => {
  expect(shown(foundArticle(withFound("pier", "opened")).title)).toBe("L’eau: the [pier—opened]");
});

test("the excerpt begins some words before what was found, with the signs around its words", () => {
  const { text, section, href } = foundArticle(withFound("c", "now"));
  expect(shown(text)).toBe("… far far far far far far far far “[C]++—[now]”, it said.");
  expect(href).toBe("/2026/03/pier/#found=c+now");
  expect(section).toEqual({
    text: "The “figures”",
    href: "/2026/03/pier/#found=c+now&below=the-figures",
  });
});

test("the excerpt ends with its section: a heading is no part of a sentence", () => {
  const { text, section } = foundArticle(withFound("two"));
  expect(shown(text)).toBe("One ([two]) three.");
  expect(section).toBeUndefined();
});

test("of a heading that was found the text below it is shown, up to the end of a word", () => {
  const { text, section } = foundArticle(withFound("figures"));
  expect(shown(text)).toMatch(/^(far )+…$/);
  expect(shown(text).length).toBeLessThan(215);
  expect(section?.text).toBe("The “figures”");
});

test("data is found, and the standfirst is quoted in its place; the way leads to its heading", () => {
  const record: FoundRecord = {
    ...RECORD,
    sections: [
      { text: "Prose." },
      {
        heading: { text: "Figures", id: "figures" },
        text: "All of them.",
        data: "Kiel 1,200 Lübeck",
      },
    ],
  };
  const words = foundParts(record).flatMap((part) => part.words);
  const found = (...asked: string[]) => {
    const locations = words
      .filter(({ word }) => asked.includes(word))
      .map(({ position }) => position);
    return foundArticle({ ...record, locations });
  };
  const kiel = found("kiel");
  expect(shown(kiel.text)).toBe("What $100 buys.");
  expect(kiel.section?.href).toBe("/2026/03/pier/#found=kiel&below=figures");
  expect(shown(found("kiel", "all").text)).toBe("[All] of them.");
});
