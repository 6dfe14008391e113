import { expect, test } from "vitest";
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
