import { expect, test } from "vitest";
import { parse } from "yaml";
import { commentsFile } from "./comments-file.ts";

const DATE = "2012-03-04T05:06:07Z";

test("comments are Markdown, with replies below what they reply to", () => {
  const { text, leftOut } = commentsFile([
    {
      id: "7",
      author: "Ada\nL.",
      url: "https://ada.example/",
      date: DATE,
      text: "One.\n\nTwo,\nthree: <em>four</em> {5} <b>*6*</b>",
    },
    {
      id: "8",
      parent: "7",
      author: "",
      url: "javascript:x",
      date: DATE,
      text: "<p>Yes: <a href='https://b.example/'>b</a></p>",
    },
    { id: "9", parent: "404", author: "Eve", date: DATE, text: "Alone" },
    { id: "10", author: "Nobody", date: DATE, text: " <!-- --> " },
  ]);
  expect(leftOut).toEqual([{ id: "10", why: "it has no text" }]);
  expect(text).toMatchInlineSnapshot(`
    "comments:
      - id: 7
        author: Ada L.
        url: https://ada.example/
        date: 2012-03-04T05:06:07Z
        text: |
          One.

          Two,\\
          three: *four* {5} **\\*6\\***
      - id: 8
        parent: 7
        author: Anonymous
        date: 2012-03-04T05:06:07Z
        text: |
          Yes: [b](https://b.example/)
      - id: 9
        author: Eve
        date: 2012-03-04T05:06:07Z
        text: |
          Alone
    "
  `);
});

test("there is no file where there are no comments", () => {
  expect(commentsFile([])).toEqual({ leftOut: [] });
});

const written = (text: string, id = "1") => {
  const file = commentsFile([{ id, author: "Ada", date: DATE, text }]);
  return (parse(file.text ?? "") as { comments: { text: string }[] }).comments[0]?.text.trim();
};

test.each([
  ["<a href='javascript:alert(1)'>one</a> two", "one two"],
  ["<a href='vbscript:x'>one</a>", "one"],
  ["<a href='data:text/html,x'>one</a>", "one"],
  ["<a href='foo:bar'>one</a> <a href=''>two</a>", "one two"],
  ["<a href='/pier/'>one</a>", "[one](/pier/)"],
  ["<a href='mailto:a@b.example'>one</a>", "[one](mailto:a@b.example)"],
  ["<img src='https://a.example/b.png' alt='A boat'>", "[A boat](https://a.example/b.png)"],
  ["<img src='x' alt='A boat' onerror='alert(1)'>", "A boat"],
  ["<img src='x'> one", "one"],
  ["one <script>two()</script><style>p{}</style>", "one"],
])("the comment %s is %s", (html, text) => {
  expect(written(html)).toBe(text);
});

test("a comment of elements in elements is flattened", () => {
  expect(written(`${"<div>".repeat(5000)}deep`)).toContain("deep");
});

test("a long comment is whole", () => {
  expect(written("y".repeat(60_000))).toHaveLength(60_000);
});

test("each comment has an id of its own, and no replies go in a circle", () => {
  const of = (id: string, parent?: string) => ({
    id,
    ...(parent === undefined ? {} : { parent }),
    author: "Ada",
    date: DATE,
    text: "Hm.",
  });
  const { text } = commentsFile([
    of("5", "6"),
    of("6", "5"),
    of("7", "7"),
    of("7", "5"),
    of(""),
    of("a b"),
  ]);
  const { comments } = parse(text ?? "") as { comments: { id: unknown; parent?: unknown }[] };
  expect(comments.map(({ id, parent }) => [id, parent])).toEqual([
    [5, 6],
    [6, undefined],
    [7, undefined],
    ["7-2", 5],
    ["comment", undefined],
    ["a-b", undefined],
  ]);
});
