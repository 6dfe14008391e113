import { expect, test } from "vitest";
import { bodyContext } from "../../../tests/fixtures/body-context.ts";
import { converted, convertedText } from "../../../tests/fixtures/converted-html.ts";
import { convertHtml } from "./convert-html.ts";

test.each([
  ["another site", "https://a.example/b?c=d#e", "https://a.example/b?c=d#e"],
  ["an address without a scheme", "//a.example/", "https://a.example/"],
  ["a page that has moved", "/2018/other/#part", "/new/2018/other/"],
  ["a relative address", "../other/", "/new/2019/other/"],
  ["a file of the archive", "/files/a.pdf", "/files/a.pdf"],
  ["an address of mail", "mailto:a@b.example", "mailto:a@b.example"],
  ["a telephone", "tel:+1", "tel:+1"],
  ["a slash that is missing", "http:/a.example/", "http://a.example/"],
  ["a query", "https://a.example/?a=1&amp;b=*&amp;copy", "https://a.example/?a=1&b=*&copy"],
  ["what looks like an entity", "https://a.example/?a&amp;copy;", "https://a.example/?a&amp;copy;"],
  ["a bracket alone", "https://a.example/(b", "https://a.example/\\(b"],
  ["signs that Markdown reads", "https://a.example/(b)_{c}", "https://a.example/(b)_%7Bc%7D"],
])("a link to %s", (_, href, written) => {
  const { text, before, after, notes } = converted(`<p><a href="${href}">a</a></p>`);
  expect(text.trimEnd()).toBe(`[a](${written})`);
  expect(after).toEqual(before);
  expect(notes).toEqual([]);
});

test.each(["javascript:alert(1)", "data:text/html,x", "http://", "foo:bar"])(
  "the text of a link to %s is kept",
  (href) => {
    const { text, notes } = converted(`<p><a href="${href}">a</a> b</p>`);
    expect(text).toBe("a b\n");
    expect(notes).toHaveLength(1);
    expect(notes[0]?.kind).toBe("lost");
  },
);

test("links without words are left out", () => {
  const { text, notes, before } = converted(
    '<p>a<a href="/x/"> </a>b <a href="#">c</a> <a>d</a></p>',
  );
  expect(text).toBe("a b c d\n");
  expect(notes).toEqual([]);
  expect(before.links).toBe(0);
});

test("links to headings of the same text lead to their new ids", () => {
  const { text, after, before, notes } = converted(
    '<p><a href="#old">a</a> <a href="https://old.example/2019/post/#named">b</a></p><h2 id="old">New words</h2><h2><a name="named"></a>Other</h2>',
  );
  expect(text).toBe("[a](#new-words) [b](#other)\n\n## New words\n\n## Other\n");
  expect(after).toEqual(before);
  expect(notes).toEqual([]);
});

test("links to other places of the same text keep them", () => {
  expect(
    convertedText(
      '<p><a href="#a">x</a> <a href="#b">y</a></p><p id="a">p</p><ul id="b"><li>l</li></ul>',
    ),
  ).toBe('[x](#a) [y](#b)\n\n<span id="a" />p\n\n- <span id="b" />l');
});

test("a link to a place that the text does not have is text", () => {
  const { text, notes } = converted('<p><a href="#none">a</a> b</p>');
  expect(text).toBe("a b\n");
  expect(notes).toEqual([
    { kind: "lost", what: "A link to a place that the text does not have: #none" },
  ]);
});

test("files that the text shows or links to are listed", () => {
  const { files } = converted(
    '<a href="/files/a.pdf">a</a><img src="/files/b.jpg"><video src="/files/c.mp4">',
  );
  expect(files).toEqual(["a.pdf", "b.jpg", "c.mp4"]);
});

test("a bare address of the old site at which there will be nothing is no link", () => {
  const context = {
    ...bodyContext(),
    link: (url: URL) => (url.hostname === "old.example" ? null : undefined),
  };
  const html =
    "<p>See https://old.example/gone/. Or https://else.example/x (https://old.example/a)</p>";
  expect(convertHtml(html, context).text.trim()).toBe(
    "See `https://old.example/gone/`. Or https://else.example/x (`https://old.example/a`)",
  );
});
