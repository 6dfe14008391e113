import { expect, test } from "vitest";
import { converted, convertedText } from "../../../tests/fixtures/converted-html.ts";
import { markedHtml } from "./marked-html.ts";

test.each([
  [
    "a pull quote",
    markedHtml("stet-pullquote", { by: "b", role: "c" }, "<p>a</p>"),
    '<PullQuote by="b" role="c">\n\na\n\n</PullQuote>',
  ],
  [
    "a callout",
    markedHtml("stet-callout", { kind: "tip", title: 'b "c"' }, "a"),
    `<Callout kind="tip" title='b "c"'>\n\na\n\n</Callout>`,
  ],
  [
    "an aside",
    markedHtml("stet-aside", { title: "b" }, "<p>a</p>"),
    '<Aside title="b">\n\na\n\n</Aside>',
  ],
  [
    "code",
    markedHtml("stet-code", { language: "js" }, "a &lt; {b}\n\n  c"),
    "```js\na < {b}\n\n  c\n```",
  ],
  [
    "code with a title",
    markedHtml("stet-code", { title: "a.js" }, "b"),
    '<Code title="a.js">\n\n```\nb\n```\n\n</Code>',
  ],
  ["verse", markedHtml("stet-verse", {}, "a\n<b>b</b>\n\nc"), "a\\\n**b**\n\nc"],
  [
    "a figure",
    markedHtml("stet-figure", {
      "file-key": "k.jpg",
      alt: "A",
      caption: "b & c",
      credit: "d",
      wide: "yes",
    }),
    '<Figure src="./k.jpg" alt="A" caption="b & c" credit="d" wide />',
  ],
  [
    "a figure with a caption of HTML",
    markedHtml("stet-figure", { "file-key": "k.jpg", alt: "A" }, "b <em>c</em>"),
    '<Figure src="./k.jpg" alt="A" caption="b c" />',
  ],
  [
    "a gallery",
    markedHtml(
      "stet-gallery",
      { title: "t", caption: "c", credit: "d" },
      '<img data-stet-file="1.jpg" alt="A"><img data-stet-file="2.jpg" alt="B">',
    ),
    '<Gallery title="t" caption="c" credit="d">\n\n<Figure src="./1.jpg" alt="A" />\n\n<Figure src="./2.jpg" alt="B" />\n\n</Gallery>',
  ],
  [
    "a recording",
    markedHtml(
      "stet-player",
      { kind: "audio", "file-key": "s.mp3", title: "t", caption: "c" },
      "<p>a</p>",
    ),
    '<Audio src="/files/s.mp3" title="t" caption="c">\n\na\n\n</Audio>',
  ],
  ["a file", markedHtml("stet-file", { "file-key": "a.pdf" }, "a"), "[a](/files/a.pdf)"],
  ["a mark of more", `<p>a</p>${markedHtml("stet-break", { kind: "more" })}<p>b</p>`, "a\n\nb"],
])("%s", (_, html, text) => {
  const { before, after, text: made, notes } = converted(html);
  expect(made.trimEnd()).toBe(text);
  expect(after).toEqual(before);
  expect(notes).toEqual([]);
});

test("a post is a file of its own", () => {
  const { text, posts, before, after } = converted(
    markedHtml(
      "stet-post",
      { url: "https://x.com/a/status/12", author: "Ann", handle: "@a", date: "2020-01-31" },
      "<p>b<br>c</p><p>d</p>",
    ),
  );
  expect(text).toBe('<SocialPost post="x-ann-12" />\n');
  expect(posts).toEqual([
    {
      slug: "x-ann-12",
      text: "b\nc\n\nd",
      author: "Ann",
      handle: "@a",
      network: "X",
      date: "2020-01-31",
      url: "https://x.com/a/status/12",
    },
  ]);
  expect(after).toEqual(before);
});

test("a post in the form of its network is one too", () => {
  const { text, posts } = converted(
    '<blockquote class="twitter-tweet"><p>b</p>&mdash; Ann (@a) <a href="https://twitter.com/a/status/12">May 5, 2020</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
  );
  expect(text).toBe('<SocialPost post="x-ann-12" />\n');
  expect(posts[0]).toMatchObject({ text: "b", author: "Ann", handle: "@a", date: "2020-05-05" });
});

test("a post whose words are not known is a link", () => {
  const { text, posts, notes } = converted(
    markedHtml("stet-post", { url: "https://x.com/a/status/12" }),
  );
  expect(text).toBe("[https://x.com/a/status/12](https://x.com/a/status/12)\n");
  expect(posts).toEqual([]);
  expect(notes[0]?.kind).toBe("changed");
});

test("what Stet does not have is kept and noted", () => {
  const { text, notes } = converted(
    `<p>a</p>${markedHtml("stet-unknown", { name: "[poll]" }, "<p>b</p>")}${markedHtml("stet-note", { kind: "lost", what: "c" })}${markedHtml("stet-break", { kind: "page" })}`,
  );
  expect(text).toBe("a\n\nb\n");
  expect(notes).toEqual([
    { kind: "look", what: "[poll] is nothing that Stet has; its text is kept" },
    { kind: "lost", what: "c" },
    { kind: "changed", what: "A page break: the text is on one page now" },
  ]);
});

test("components within components are plain blocks", () => {
  expect(
    convertedText(
      '<stet-callout><stet-pullquote data-by="b">a</stet-pullquote><h2>c</h2></stet-callout>',
    ),
  ).toBe('<Callout kind="note">\n\n> a\n>\n> b\n\n**c**\n\n</Callout>');
});
