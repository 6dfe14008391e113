import { expect, test } from "vitest";
import { converted } from "../../../tests/fixtures/converted-html.ts";

const KINDS: readonly (readonly [string, string])[] = [
  [
    "WordPress",
    '<p>a<sup data-fn="u1" class="fn"><a href="#u1" id="u1-link">1</a></sup>.</p><ol class="wp-block-footnotes"><li id="u1">b <a href="#u1-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>',
  ],
  [
    "kramdown",
    '<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup>.</p><div class="footnotes"><hr><ol><li id="fn:1"><p>b <a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li></ol></div>',
  ],
  [
    "Easy Footnotes",
    '<p>a<span id="easy-footnote-1-9"></span><span class="easy-footnote"><a href="#easy-footnote-bottom-1-9"><sup>1</sup></a></span>.</p><div class="easy-footnote-title"><h4>Notes</h4></div><ol><li><span id="easy-footnote-bottom-1-9"></span>b<a class="easy-footnote-to-top" href="#easy-footnote-1-9"></a></li></ol>',
  ],
  [
    "Ghost",
    '<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>.</p><hr class="footnotes-sep"><section class="footnotes"><ol><li id="fn1" class="footnote-item"><p>b <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>',
  ],
  [
    "Word",
    '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> b</p>',
  ],
  [
    "notes by hand",
    '<p>a<sup><a id="r1" href="#n1">*</a></sup>.</p><p id="n1"><a href="#r1">*</a> b</p>',
  ],
  ["notes without a way back", '<p>a<sup><a href="#fn1">1</a></sup>.</p><p id="fn1">1. b</p>'],
];

test.each(KINDS)("footnotes of %s", (_, html) => {
  const { text, before, after } = converted(html);
  expect(text).toBe("a[^1].\n\n[^1]: b\n");
  expect(before).toMatchObject({ footnotes: 1, words: 2, links: 0 });
  expect(after).toEqual({ ...before, headings: 0 });
});

test("notes are numbered by their first reference, which may come again", () => {
  const note = (id: string, text: string): string =>
    `<li id="fn:${id}">${text} <a href="#fnref:${id}">↩</a></li>`;
  const mark = (id: string): string => `<sup id="fnref:${id}"><a href="#fn:${id}">${id}</a></sup>`;
  const { text, after, before } = converted(
    `<p>x${mark("2")} y${mark("1")} z${mark("2")}</p><ol>${note("1", "one")}${note("2", "<p>two</p><p>more</p>")}</ol>`,
  );
  expect(text).toBe("x[^1] y[^2] z[^1]\n\n[^1]: two\n\n    more\n\n[^2]: one\n");
  expect(after).toEqual(before);
});

test("a list of notes keeps those that nothing refers to", () => {
  const { text } = converted(
    '<p>a<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><ol><li id="fn:1">b <a href="#fnref:1">↩</a></li><li>c</li></ol><p>d</p>',
  );
  expect(text).toBe("a[^1]\n\n1. c\n\nd\n\n[^1]: b\n");
});

test("a heading above the notes is left out, and noted", () => {
  const { text, notes } = converted(
    `<h2>Footnotes</h2>${KINDS[1]?.[1].replace("<p>", "<p>")}`.replace(
      /(<h2>.*<\/h2>)(<p>.*?<\/p>)/,
      "$2$1",
    ),
  );
  expect(text).toBe("a[^1].\n\n[^1]: b\n");
  expect(notes).toEqual([
    { kind: "changed", what: "The heading “Footnotes” above the footnotes: Stet writes its own" },
  ]);
});

test("links to parts of a text are no footnotes", () => {
  const { text, before } = converted('<p><a href="#a">1</a></p><h2 id="a">b</h2>');
  expect(text).toBe("[1](#b)\n\n## b\n");
  expect(before.footnotes).toBe(0);
});
