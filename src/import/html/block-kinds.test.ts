import { describe, expect, test } from "vitest";
import { converted, convertedText } from "../../../tests/fixtures/converted-html.ts";

/** Blocks of the old system, and what becomes of them. */
const CASES: readonly (readonly [string, string, string])[] = [
  ["paragraphs", "<p>a</p>\n<p>b</p>", "a\n\nb"],
  ["text outside blocks, beside blocks", "a<div>b</div>c<p>d</p>e", "a\n\nb\n\nc\n\nd\n\ne"],
  ["blocks without meaning", "<section><center>a</center><article>b</article></section>", "a\n\nb"],
  ["paragraphs without words", "<p>a</p><p>&nbsp;</p><p></p><div><br></div>", "a"],
  ["headings below a title", "<h1>a</h1><h3>b</h3><h2>c</h2>", "## a\n\n#### b\n\n### c"],
  ["headings without a title", "<h2>a</h2><h3>b</h3>", "## a\n\n### b"],
  [
    "a bold heading with a line break and a link",
    '<h2><strong>a<br>b</strong></h2><h3>c <a href="https://a.example/">d</a></h3>',
    "## a b\n\n### c [d](https://a.example/)",
  ],
  ["a heading without words", "<h2> </h2><p>a</p>", "a"],
  ["a list", "<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"],
  ["a list within a list", "<ul><li>a<ol><li>b</li></ol></li></ul>", "- a\n  1. b"],
  ["a list directly within a list", "<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"],
  ["items of several paragraphs", "<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b"],
  ["a list that begins later", '<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"],
  [
    "a list of letters",
    '<ol type="a"><li>b</li></ol>',
    '<ol type="a">\n\n<li>\n\nb\n\n</li>\n\n</ol>',
  ],
  [
    "a list with a number of its own",
    '<ol><li value="7">b</li></ol>',
    '<ol>\n\n<li value="7">\n\nb\n\n</li>\n\n</ol>',
  ],
  [
    "tasks",
    "<ul><li><input type=checkbox checked> a</li><li><input type=checkbox> b</li></ul>",
    "- [x] a\n- [ ] b",
  ],
  [
    "a quotation",
    "<blockquote><p>a</p><p>b <cite>c</cite></p></blockquote>",
    "> a\n>\n> b <cite>c</cite>",
  ],
  [
    "a quotation with its source",
    '<blockquote cite="https://a.example/">a</blockquote>',
    '<blockquote cite="https://a.example/">\n\na\n\n</blockquote>',
  ],
  [
    "code with its language",
    '<pre><code class="language-js">let a = {\n  b\n}</code></pre>',
    "```js\nlet a = {\n  b\n}\n```",
  ],
  ["code of a highlighter", '<pre class="brush: php; gutter: true">a</pre>', "```php\na\n```"],
  ["code with fences in it", "<pre>```\na\n```</pre>", "````\n```\na\n```\n````"],
  ["a rule", "<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"],
  ["a rule at the beginning", "<hr><p>b</p>", "---\n\nb"],
  [
    "terms",
    "<dl><dt>a</dt><dd>b</dd><dd><p>c</p><p>d</p></dd></dl>",
    "<dl>\n\n<dt>a</dt>\n\n<dd>b</dd>\n\n<dd>\n\nc\n\nd\n\n</dd>\n\n</dl>",
  ],
  [
    "details",
    "<details><summary>a <b>b</b></summary><p>c</p></details>",
    "<details>\n\n<summary>a **b**</summary>\n\nc\n\n</details>",
  ],
  [
    "another language",
    '<p lang="he" dir="rtl">א</p><p lang="he" dir="rtl">ב</p>',
    '<div lang="he" dir="rtl">\n\nא\n\nב\n\n</div>',
  ],
  ["the publication's own language", '<p lang="en-US" dir="ltr">a</p>', "a"],
  [
    "a link around blocks",
    '<a href="https://a.example/"><h2>a</h2></a>',
    "## [a](https://a.example/)",
  ],
  ["comments", "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->", "a"],
  ["an aside", "<aside><p>a</p></aside>", "<Aside>\n\na\n\n</Aside>"],
  ["headings of low levels", "<h4>a</h4><h5>b</h5><h6>c</h6>", "#### a\n\n##### b\n\n###### c"],
  ["text to the end of old HTML", "<plaintext>a\n <b>", "```\na\n <b>\n```"],
  ["a list of old HTML", "<dir><li>a</dir><menu><li>b</menu>", "- a\n\n* b"],
  [
    "code of old HTML",
    "<listing>a {\n b</listing><xmp><i>c</xmp>",
    "```\na {\n b\n```\n\n```\n<i>c\n```",
  ],
];

describe("blocks", () => {
  test.each(CASES)("%s", (_, html, text) => {
    const { before, after, text: made, notes } = converted(html);
    expect(made.trimEnd()).toBe(text);
    expect(after).toEqual(before);
    expect(notes).toEqual([]);
  });

  test("no words of neighbouring blocks are glued", () => {
    expect(convertedText("<span>a<div>b</div></span><i>c<p>d</p>e</i>")).toBe(
      "a\n\nb\n\n*c*\n\n*d*\n\n*e*",
    );
  });

  test("the heading of an aside is its title", () => {
    const { text, notes } = converted("<aside><h3>a</h3><p>b</p><h4>c</h4></aside>");
    expect(text).toBe('<Aside title="a">\n\nb\n\n**c**\n\n</Aside>\n');
    expect(notes.map(({ kind }) => kind)).toEqual(["changed", "changed"]);
  });
});
