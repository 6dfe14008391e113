import { describe, expect, test } from "vitest";
import { parseFile, formatFile } from "./file-format.ts";
import type { FileShape } from "./file-shape.ts";
import { withoutEmpty } from "./value-forms.ts";

const SHAPE: FileShape = {
  kind: "text",
  ending: "mdx",
  keys: ["id", "title", "description", "author", "date", "updated", "tags", "image", "draft"],
  forms: { author: "names", date: "date", updated: "updates", corrections: "dated", pin: "flag" },
  defaults: { draft: false, comments: true, kind: "news" },
  fixed: ["id"],
  timezone: "America/New_York",
};

const ARTICLE = `---
# Written by the desk, do not reorder.
title:    "Rust: a story"   # the headline
description: >-
  A standfirst that is folded
  over two lines.
author: news-desk
date: 2026-03-31
unknown: { keep: [1, 0x1F], this: 'way' }

# Why it was changed.
corrections:
- date: 2026-04-01T09:30:00-04:00
  note: 'It is “5”, not “6”.'   # by phone
- {date: 2026-04-02, note: Name}
tags: [ Crawling,  "2026" ]
image:
    src: ./a.svg # beside
    alt: "A closed gate: no way"
# The end.
---


Words with a <Box title="a">*box*</Box>.   

\`\`\`text
* a
\`\`\`
`;

function edited(text: string, changes: object, shape = SHAPE): string {
  return formatFile({ ...parseFile(text, shape), ...changes }, shape);
}

function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

test("a file that nothing was changed in stays as it is, byte by byte", () => {
  expect(edited(ARTICLE, {})).toBe(ARTICLE);
  expect(edited(ARTICLE, { draft: false, comments: true, kind: "news" })).toBe(ARTICLE);
});

test("what the editor fills in for empty fields is no change", () => {
  const filled = { kicker: "", story: null, updated: [], seo: { title: "", description: "" } };
  expect(edited(ARTICLE, { ...filled, pin: "", order: undefined })).toBe(ARTICLE);
});

test.each([
  [
    "the headline, in its quotation marks, before its comment",
    { title: "Rust, a story" },
    ['-title:    "Rust: a story"   # the headline', '+title:    "Rust, a story"   # the headline'],
  ],
  [
    "a text that was folded",
    { description: "One: two" },
    [
      "-description: >-",
      "-  A standfirst that is folded",
      "-  over two lines.",
      '+description: "One: two"',
    ],
  ],
  [
    "a text that gets several lines",
    { title: "One\n\ntwo" },
    ['-title:    "Rust: a story"   # the headline', "+title: |-", "+  One", "+  two"],
  ],
  [
    "a second author",
    { author: ["news-desk", "ada"] },
    ["-author: news-desk", "+author: [news-desk, ada]"],
  ],
  ["a tag", { tags: ["Crawling"] }, ['-tags: [ Crawling,  "2026" ]', "+tags: [Crawling]"]],
  ["no more tags", { tags: [] }, ['-tags: [ Crawling,  "2026" ]']],
  [
    "an alternative text",
    { image: { src: "./a.svg", alt: "A gate" } },
    ['-    alt: "A closed gate: no way"', '+    alt: "A gate"'],
  ],
  [
    "a credit",
    { image: { src: "./a.svg", alt: "A closed gate: no way", credit: "Ada" } },
    ["+    credit: Ada"],
  ],
  [
    "no more picture",
    { image: null },
    ["-image:", "-    src: ./a.svg # beside", '-    alt: "A closed gate: no way"'],
  ],
  ["the mark of a draft", { draft: true }, ["+draft: true"]],
  ["a new key of the schema", { pin: "true" }, ["+pin: true"]],
  [
    "one more correction",
    {
      corrections: [
        { date: "2026-04-01T09:30:00-04:00", note: "It is “5”, not “6”." },
        { date: "2026-04-02T00:00:00-04:00", note: "Name" },
        { date: "2026-04-03T10:00:00-04:00", note: "Again" },
      ],
    },
    ["+- date: 2026-04-03T10:00:00-04:00", "+  note: Again"],
  ],
  [
    "another day",
    { date: "2026-04-01T00:00:00-04:00" },
    ["-date: 2026-03-31", "+date: 2026-04-01"],
  ],
  [
    "a time",
    { date: "2026-03-31T09:30:00-04:00" },
    ["-date: 2026-03-31", "+date: 2026-03-31T09:30:00-04:00"],
  ],
  [
    "an update",
    { updated: [{ date: "2026-05-01T00:00:00-04:00", note: "" }] },
    ["+updated: 2026-05-01"],
  ],
])("%s changes nothing else", (_name, changes, lines) => {
  const after = edited(ARTICLE, changes);
  expect(changedLines(ARTICLE, after)).toEqual(lines);
  const read = parseFile(after, SHAPE);
  for (const [key, value] of Object.entries(changes))
    expect(withoutEmpty(read[key])).toEqual(withoutEmpty(value));
});

test("a body that was changed takes the place of the old one, and the front matter stays", () => {
  const body = "Other words.\n\n<Box>\n\n* a\n\n</Box>";
  const after = edited(ARTICLE, { body });
  expect(after).toBe(ARTICLE.slice(0, ARTICLE.indexOf("Words with")) + body);
});

test("the id of a file stays, and one that has none gets none", () => {
  expect(edited(ARTICLE, { id: "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11" })).toBe(ARTICLE);
});

test("a new file has its keys in the order of the schema, and none that says nothing", () => {
  const values = {
    draft: true,
    kind: "news",
    comments: true,
    kicker: "",
    image: { src: "", alt: "", caption: null },
    tags: [],
    title: "One: two",
    description: "A sentence.",
    author: ["ada"],
    date: "2026-03-31T09:30:00-04:00",
    id: "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11",
    body: "Words.\n",
  };
  expect(formatFile(values, SHAPE)).toMatchInlineSnapshot(`
    "---
    id: 3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11
    title: "One: two"
    description: A sentence.
    author: ada
    date: 2026-03-31T09:30:00-04:00
    draft: true
    ---

    Words.
    "
  `);
});

test("a data file is edited in the same way", () => {
  const shape: FileShape = { ...SHAPE, kind: "data", ending: "yaml", keys: ["name", "bio"] };
  const card = "# Ada\nname: Ada  # Palmer\nbio: |\n  One.\n\n  Two.\nrole: 'Editor'";
  expect(edited(card, {}, shape)).toBe(card);
  expect(edited(card, { name: "Grace", bio: "" }, shape)).toBe(
    "# Ada\nname: Grace  # Palmer\nrole: 'Editor'",
  );
});

test("a value between braces gets quotation marks where a comma would end it", () => {
  const shape: FileShape = { ...SHAPE, kind: "data", ending: "yaml", keys: ["dates"] };
  const story =
    "# Days\ndates:\n- { day: 2026-03-01, what: It opens. } # early\n- {day: 2026-03-02,what: It shuts}";
  const dates = (first: string) => [
    { day: "2026-03-01", what: first },
    { day: "2026-03-02", what: "It shuts" },
  ];
  expect(edited(story, { dates: dates("It opens, wide [sic]") }, shape)).toBe(
    story.replace("It opens.", '"It opens, wide [sic]"'),
  );
  expect(
    edited(
      story,
      { dates: [...dates("It opens."), { day: "2026-03-03", what: "It stays" }] },
      shape,
    ),
  ).toBe(`${story}\n- day: 2026-03-03\n  what: It stays`);
});

describe("a file is not opened", () => {
  test.each([
    [
      "with marks of a merge",
      ARTICLE.replace("Words", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\nWords"),
      "Two versions",
    ],
    ["with broken YAML", "---\ntitle: a: b\n---\nWords.", "not valid"],
    ["without front matter", "Words.", "does not begin"],
    ["that is no mapping", "---\n- a\n---\nWords.", "no keys"],
  ])("%s", (_name, text, sentence) => {
    expect(() => parseFile(text, SHAPE)).toThrow(sentence);
  });
});

test("where a value is written in a way that cannot be edited in place, the values are right all the same", () => {
  const text = "---\n{ title: One, author: ada }\n---\nWords.";
  const after = edited(text, { title: "Two, three" });
  expect(parseFile(after, SHAPE)).toMatchObject({ title: "Two, three", author: ["ada"] });
});
