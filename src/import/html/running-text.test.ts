import "../../markdown/components/registry.ts";
import { parseBody } from "../../markdown/parse-body.ts";
import { textOf } from "../../markdown/text.ts";
import { describe, expect, test } from "vitest";
import { converted, convertedText } from "../../../tests/fixtures/converted-html.ts";

/** Running text of the old system, and what becomes of it. */
const CASES: readonly (readonly [string, string, string])[] = [
  [
    "bold and italic words",
    "<b>a</b> <i>b</i> <strong>c</strong> <em>d</em>",
    "**a** *b* **c** *d*",
  ],
  ["blanks within emphasis", "<b>word </b>next <i> a</i>b", "**word** next *a*b"],
  ["emphasis within a word", "un<b>believ</b>able", "un**believ**able"],
  ["emphasis that ends in punctuation before a letter", "<b>a.</b>b", "<strong>a.</strong>b"],
  ["emphasis of Chinese beside punctuation", "这是<b>“重要”</b>所以", "这是**“重要”**所以"],
  ["emphasis beside emphasis", "<b>a</b><i>b</i>", "__a__*b*"],
  ["emphasis within emphasis", "<b><i>a</i> b</b>", "**_a_ b**"],
  ["emphasis twice", "<b>a <strong>b</strong></b>", "**a b**"],
  ["neighbours of one kind", "<b>a</b><b>b</b>", "**ab**"],
  ["emphasis without words", "a<b> </b>b<i></i>", "a b"],
  ["emphasis over several blocks", "<b><p>a</p><p>b</p></b>", "**a**\n\n**b**"],
  [
    "emphasis by style",
    '<span style="font-weight: 700">a</span> <span style="font-style:italic">b</span>',
    "**a** *b*",
  ],
  ["bold that is not bold by style", '<b style="font-weight:normal"><p>a</p></b>', "a"],
  ["a raised word by style", 'x<span style="vertical-align:super">2</span>', "x<sup>2</sup>"],
  ["deleted words", "<s>a</s> <strike>b</strike> <del>c</del>", "~~a~~ ~~b~~ ~~c~~"],
  [
    "what Markdown has no sign for",
    "H<sub>2</sub>O <mark>m</mark> <u>u</u> <kbd>k</kbd> <q>q</q> <small>s</small> <ins>i</ins> <cite>c</cite>",
    "H<sub>2</sub>O <mark>m</mark> <u>u</u> <kbd>k</kbd> <q>q</q> <small>s</small> <ins>i</ins> <cite>c</cite>",
  ],
  [
    "an abbreviation with its words",
    '<abbr title="a &quot;b&quot; | {c}">x</abbr> y',
    "<abbr title='a \"b\" &#x7C; &#x7B;c&#x7D;'>x</abbr> y",
  ],
  [
    "elements alone in a paragraph",
    "<p><sub>a</sub><sup>b</sup></p>",
    "<p><sub>a</sub><sup>b</sup></p>",
  ],
  [
    "a date",
    'on <time datetime="2020-01-31">Friday</time>',
    'on <time datetime="2020-01-31">Friday</time>',
  ],
  ["ruby", "x <ruby>漢<rt>kan</rt></ruby>", "x <ruby>漢<rt>kan</rt></ruby>"],
  ["a formula", "x <math><mi>a</mi><mo>&lt;</mo></math>", "x <math><mi>a</mi><mo>\\<</mo></math>"],
  ["code", "<code>a`b</code> <tt> c </tt>", "``a`b`` `c`"],
  [
    "code in a link, and a link in code",
    '<a href="https://a.example/"><code>a</code></a> <code><a href="https://a.example/">b</a></code>',
    "[`a`](https://a.example/) [`b`](https://a.example/)",
  ],
  ["a line break", "a<br>b", "a\\\nb"],
  ["line breaks in a row", "a<br><br>b<br>", "a\n\nb"],
  [
    "a soft hyphen and a blank that keeps words together",
    "soft&shy;hyphen 2&nbsp;000",
    "soft\u00adhyphen 2\u00a0000",
  ],
  ["control characters", "a&#1;b\u0002c", "abc"],
  ["braces and angle brackets", "{a} &lt;b&gt; {{c}}", "\\{a} \\<b> \\{\\{c}}"],
  [
    "marks of Markdown",
    "*a* _b_ `c` [d](e) ~~f~~ snake_case",
    "\\*a\\* \\_b\\_ \\`c\\` \\[d]\\(e) \\~\\~f\\~\\~ snake_case",
  ],
  ["entities as text", "&amp;copy; &amp;amp;", "\\&copy; \\&amp;"],
  [
    "bare addresses",
    "see https://a.example/b_c and me@a.example",
    "see https://a.example/b_c and me@a.example",
  ],
  ["a bare address with marks", "https://a.example/_b_/", "https\\://a.example/\\_b\\_/"],
  [
    "fonts and other looks",
    '<font color="red">a</font><big>b</big><span class="x">c</span>',
    "abc",
  ],
  ["what looks like a placeholder", "WRITE THE TITLE HERE", "WRITE&#x20;THE TITLE HERE"],
];

describe("running text", () => {
  test.each(CASES)("%s", (_, html, text) => {
    const { before, after, text: made, notes } = converted(html);
    expect(made.trimEnd()).toBe(text);
    expect(after).toEqual(before);
    expect(notes).toEqual([]);
  });

  test.each([
    "# a",
    "1. a",
    "2) a",
    "- a",
    "+ a",
    "* a",
    "> a",
    "import a from b",
    "export a",
    "--- a",
    "| a | b |",
    "    a",
    "[^1]: a",
    "```",
    "===",
  ])("a paragraph that begins like another block stays one: %s", (words) => {
    const { text, notes } = converted(`<p>x</p><p>${words.replace(">", "&gt;")}</p>`);
    const { tree } = parseBody(text, "mdx");
    const names = tree.children.flatMap((one) => (one.type === "element" ? [one.tagName] : []));
    expect(names).toEqual(["p", "p"]);
    expect(textOf(tree)).toBe(`x ${words.trim()}`);
    expect(notes).toEqual([]);
  });

  test("a line that begins with import is text", () => {
    expect(convertedText("<p>import x from y</p><p>export x</p>")).toBe(
      "&#x69;mport x from y\n\n&#x65;xport x",
    );
  });
});
