import { describe, expect, test } from "vitest";
import { growth } from "../../../tests/tools/counted-steps.ts";
import type { BodyFormat } from "../../domain/body.ts";
import { parseBody } from "../parse-body.ts";
import { plainText } from "../render-body.ts";

/** What is told of a source: the code, the place, and the text that is pointed at. */
function told(source: string, format: BodyFormat = "mdx"): string[] {
  const lines = source.split("\n");
  return parseBody(source, format).diagnostics.map(
    ({ code, line, column, length = 1 }) =>
      `${code} ${line}:${column} ${lines[line - 1]?.slice(column - 1, column - 1 + length) ?? ""}`,
  );
}

function fixOf(source: string, format: BodyFormat = "mdx"): string | undefined {
  return parseBody(source, format).diagnostics[0]?.fix;
}

describe.each(["md", "mdx"] as const)("what vanishes or prints raw in .%s is told:", (format) => {
  test.each([
    ["a note that is nowhere written", "One[^3].", ["footnote/undefined 1:4 [^3]"]],
    [
      "a note that no mark leads to",
      "One.\n\n[^9]: Unused.",
      ["footnote/unused 3:1 [^9]: Unused."],
    ],
    [
      "a note that is written twice",
      "One[^1].\n\n[^1]: A.\n\n[^1]: B.",
      ["footnote/twice 5:1 [^1]: B."],
    ],
    [
      "a note that only an unused note refers to, and that one",
      "One.\n\n[^a]: B[^b].\n\n[^b]: C.",
      ["footnote/unused 3:1 [^a]: B[^b]."],
    ],
    [
      "a cell too many",
      "| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |",
      ["table/extra-cell 3:9 | 3 | 4 |"],
    ],
    ["a bar that is text", "| a | b |\n|---|---|\n| x|y | 2 |", ["table/extra-cell 3:7 | 2 |"]],
    ["a table without its row of dashes", "| a | b |\n| 1 | 2 |", ["table/no-rule 1:1 | a | b |"]],
    [
      "a row of dashes that is too short",
      "| a | b |\n|---|\n| 1 | 2 |",
      ["table/no-rule 1:1 | a | b |"],
    ],
    ["a row of dashes that is too long", "a | b\n--|--|--\n1 | 2", ["table/no-rule 1:1 a | b"]],
    [
      "a table without bars at its sides and without dashes",
      "a | b | c\n1 | 2 | 3",
      ["table/no-rule 1:1 a | b | c"],
    ],
    [
      "a row of dashes behind an empty line",
      "| a | b |\n\n|---|---|\n| 1 | 2 |",
      ["table/no-rule 3:1 |---|---|"],
    ],
    [
      "a bar in the code of a head",
      "`a | b` | c\n--- | ---\n1 | 2",
      ["table/no-rule 1:1 `a | b` | c"],
    ],
    ["a list without blanks", "Said:\n-one\n-two", ["markdown/list 2:1 -one"]],
    ["a numbered list without blanks", "1.one\n2.two", ["markdown/list 1:1 1.one"]],
    ["more marks before than behind", "A **bold* word", ["markdown/unclosed 1:3 **bold*"]],
    ["more marks behind than before", "A *bold** word", ["markdown/unclosed 1:3 *bold**"]],
    [
      "low lines beside wide signs",
      "これは__「大事」__です。",
      ["markdown/unclosed 1:1 これは__「大事」__です"],
    ],
    [
      "a blank between words and address",
      "See [a] (https://a.example).",
      ["markdown/address 1:5 [a] (https://a.example)"],
    ],
    ["a picture torn apart", "![A b] (./a.png)", ["markdown/address 1:1 ![A b] (./a.png)"]],
    [
      "words and address in each other's place",
      "See (a)[https://a.example].",
      ["markdown/address 1:5 (a)[https://a.example]"],
    ],
    ["a heading without its blank", "##NoSpace", ["markdown/heading 1:1 ##NoSpace"]],
    [
      "a heading with a blank that is none",
      "##\u00A0Blank\n\n###\u3000空白",
      ["markdown/heading 1:1 ## Blank", "markdown/heading 3:1 ###　空白"],
    ],
    ["a star and an underline", "A *bold_ word", ["markdown/unclosed 1:3 *bold_"]],
    ["an underline and a star", "(_two words*)", ["markdown/unclosed 1:2 _two words*"]],
    ["bold that is not closed", "A **bold and *word", ["markdown/unclosed 1:3 **bold"]],
    ["bold with a blank in it", "A **bold **word", ["markdown/unclosed 1:3 **bold **word"]],
    [
      "bold that ends in a sign beside a letter",
      "A **bold:**word",
      ["markdown/unclosed 1:3 **bold:**word"],
    ],
    ["struck out and not closed", "A ~~word", ["markdown/unclosed 1:3 ~~word"]],
    ["code that is not closed", "A `word", ["markdown/unclosed 1:3 `word"]],
    [
      "a block of code that is not closed",
      "A.\n\n```js\nlet a\n\nB.",
      ["markdown/unclosed 3:1 ```"],
    ],
    [
      "a picture whose address has blanks",
      "![A b](./My Photo 1.jpg)",
      ["markdown/address 1:1 ![A b](./My Photo 1.jpg)"],
    ],
    [
      "a link whose address has blanks",
      "See [a](https://fi ve.example).",
      ["markdown/address 1:5 [a](https://fi ve.example)"],
    ],
    ["a title in the wrong quotation marks", "[a](/b “c”)", ["markdown/address 1:1 [a](/b “c”)"]],
    ["a link without an address", "See [a]().", ["link/empty 1:5 [a]()"]],
    ["an address without a host", "See [a](https://).", ["link/empty 1:5 [a](https://)"]],
    [
      "an address with one slash",
      "See [a](https:/b.example).",
      ["link/empty 1:5 [a](https:/b.example)"],
    ],
    ["mail to nobody", "See [a](mailto:).", ["link/empty 1:5 [a](mailto:)"]],
    [
      "a link without words",
      "See [](https://a.example).",
      ["link/empty 1:5 [](https://a.example)"],
    ],
    ["a reference to nothing", "See [text][nowhere].", ["markdown/reference 1:5 [text][nowhere]"]],
    ["a reference to its own name", "See [nowhere][].", ["markdown/reference 1:5 [nowhere][]"]],
    [
      "a reference around emphasis",
      "See [a *b* c][nowhere].",
      ["markdown/reference 1:5 [a *b* c][nowhere]"],
    ],
    [
      "a line that Markdown takes for an address",
      "[Update]: Closed.\n\nText.",
      ["markdown/reference 1:1 [Update]: Closed."],
    ],
    ["a definition", "Term\n: Definition", ["markdown/definition 2:1 : Definition"]],
    ["one behind an empty line", "Term\n\n: Definition", ["markdown/definition 3:1 : Definition"]],
    ["a list with bullets of its own", "Said:\n• a\n• b", ["markdown/list 2:1 • a"]],
    ["a dialogue", "— Yes?\n— No.\n— Yes.", ["markdown/list 1:1 — Yes?"]],
    [
      "an admonition of Docusaurus",
      ":::info Title\nNote\n:::",
      ["markdown/shortcode 1:1 :::info Title"],
    ],
    ["an admonition of MkDocs", '!!! note "Title"', ['markdown/shortcode 1:1 !!! note "Title"']],
    ["a sign by its name", "Yes :thumbsup:.", ["markdown/shortcode 1:5 :thumbsup:"]],
    ["raised signs of Pandoc", "5 km^2^", ["markdown/shortcode 1:5 ^2^"]],
    ["lowered signs of Pandoc", "CO~2~", ["markdown/shortcode 1:3 ~2~"]],
    ["an alert of GitHub", "> [!NOTE]\n> Words.", ["markdown/shortcode 1:3 [!NOTE]"]],
    [
      "a shortcode of WordPress",
      '[caption id="a"]x[/caption]',
      ['markdown/shortcode 1:1 [caption id="a"]x[/caption]'],
    ],
    ["a gallery of WordPress", "[gallery]", ["markdown/shortcode 1:1 [gallery]"]],
    ["one of a plugin", "[box]x[/box]", ["markdown/shortcode 1:1 [box]"]],
    [
      "a link of a wiki",
      "See [[Other page|there]].",
      ["markdown/shortcode 1:5 [[Other page|there]]"],
    ],
    ["a table of contents", "[TOC]", ["markdown/shortcode 1:1 [TOC]"]],
    ["marked words", "A ==word== here.", ["markdown/shortcode 1:3 ==word=="]],
    ["a footnote of Pandoc", "A^[Note.] b.", ["markdown/shortcode 1:2 ^[Note.]"]],
    ["a formula of TeX", "$$x + 1$$", ["markdown/shortcode 1:1 $$x + 1$$"]],
    ["one in a line", "Where $E = mc^2$ is", ["markdown/shortcode 1:7 $E = mc^2$"]],
  ])("%s", (_what, source, expected) => {
    expect(told(source, format)).toEqual(expected);
    const severities = parseBody(source, format).diagnostics.map(({ severity }) => severity);
    expect(new Set(severities)).toEqual(new Set(["warning"]));
  });

  test("in quotations, lists and cells, where it stands", () => {
    expect(told("> - A **b\n>   c [x][y]\n\n| a [^1] |\n|--|\n| `b |", format)).toEqual([
      "markdown/unclosed 1:7 **b",
      "markdown/reference 2:7 [x][y]",
      "footnote/undefined 4:5 [^1]",
      "markdown/unclosed 6:3 `b",
    ]);
  });

  test.each([
    "Escaped \\*\\* and \\`x, \\[a\\]\\[b], \\[^1], \\## and \\~~.",
    "Entities &#42;&#42;x and &lsqb;a][b].",
    "Code `**`, `[a][b]`, `==x==`, `[[x]]`, ``a`b``.",
    "    a | b\n\nText | more.",
    "Powers 2**3, paths src/**/*.ts, a ** b, stars *** here, a[i][j], f(x)[0](a b).",
    "A #hashtag, #metoo at five.\n\n#1 in the county",
    "Prices: 5 | 6\n7 | 8",
    '**bold** *em* ~~del~~ `code` [a](/b "c") ![d](<e f.png>)',
    "One[^1] and again[^1].\n\n[^1]: A.",
    "See [a][b], [c][], [d].\n\n[b]: /b\n[c]: /c\n[d]: <e f>",
    "[1]: https://a.example/unused\n\nText.",
    "| a | b |\n|---|---|\n| 1 |\n| 2 \\| 3 | 4 |",
    "Note: this\nthat: it",
    "Studies [1][2] say so [3].",
    "5 * 3, 5 *3, Price*, Leser*innen, the form *goed, *nix, _private, _id and *.txt.\n\n*Before tax",
    "Files *test_*, _*_, snake_case* and a*b_c.",
    "***Both***, **bold *in* it**, *a **b***, **Price***, \\***b** and *a*\\*.",
    "Name:__ Date:__ ____ and __dirname, FOO__BAR__BAZ.",
    "-5 degrees\n-6 degrees\n\n1.5 m\n2.5 m\n\n-x is an option",
    "Between 9~12 and 14~18, ~5~ and a^b, 5^th.",
    "From $5_000 to $6_000, US$5 and $6, 10:30:45, std::vector::x, a:b:c.",
    "[1] (see there), [a] (b), f(x)[0], (see)[1].",
    "Tel. 12 | Fax 13\nMail | Web",
    "He said [sic] and [video] and [1] [2] and (a) [b](/c).",
    "a == b and c == d, a===b, [[1, 2], [3]], {x}, $5 and $6, $$$.".replace(", {x}", ""),
    "## Heading\n\n### Two ##\n\n---\n\n***\n\n~~~\ncode\n~~~\n\n> ```\n> x\n> ```",
    "A dash\n– one line – and\n\n• alone\n\n— Yes?\\\n— No.",
    "A: b\n\n10:30:00",
    "[Terms](/terms) [^1]: no.\n\n[a](#) [mail](mailto:a@b.example)",
  ])("nothing is told of %j", (source) => {
    expect(told(source, format).filter((one) => !one.startsWith("footnote/undefined"))).toEqual([]);
  });
});

describe("in .md,", () => {
  test.each([
    ["Hugo", '{{< figure src="/a.png" >}}', "`![WRITE WHAT THE PICTURE SHOWS HERE](/a.png)`"],
    ["Hugo", "{{% note %}}", "`> `"],
    ["Hugo", '{{< Figure src="/a.png" >}}', "`![WRITE WHAT THE PICTURE SHOWS HERE](/a.png)`"],
    ["Jekyll (Liquid)", "{% highlight ruby %}", "`` ```ruby ``"],
    ["Jekyll (Liquid)", "{%- include a.html -%}", "`` `{%- include a.html -%}` ``"],
    ["Jekyll (Liquid)", "{% post_url 2020-01-01-a %}", "`[words](./other.md)`"],
    ["a template", "{{ page.title }}", "Write its value"],
    ["Docusaurus", ":::warning", "`> `"],
    ["WordPress", '[youtube id="x"]', "`[WRITE THE TITLE HERE]("],
    ["Pandoc", "![a](/b.png){width=50%}", "Remove `{width=50%}`."],
    ["Pandoc", "Words. {.small}", "Remove `{.small}`."],
  ])("markup of %s is told by name: %s", (program, source, remedy) => {
    const [diagnostic, ...others] = parseBody(source, "md").diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({ code: "markdown/shortcode", severity: "warning" });
    expect(diagnostic?.message).toContain(`is markup of ${program}`);
    expect(diagnostic?.fix).toContain(remedy);
    expect(plainText(parseBody(source, "md"))).toBe(source.replace("![a](/b.png)", ""));
  });

  test.each([
    ['A <a href="/b>c</a> d.', '1:3 <a href="/b>'],
    ['A <span class="b" c.', "1:3 <span"],
    ["A <img src=b.png c", "1:3 <img"],
    ["A <!-- b", "1:3 <!-- b"],
    ["- A <!-- b\n- c", "1:5 <!-- b"],
    ["A<o:p></o:p> b", "1:2 <o:p"],
  ])("a tag that is none is told: %s", (source, location) => {
    expect(told(source, "md")).toEqual([`html/as-text ${location}`]);
  });

  test.each(["a <b and c", "if a <b = c", "x <y:z", "\\<!-- a", "`<a href=x`", "<!-- a -->"])(
    "nothing is told of %j",
    (source) => {
      expect(told(source, "md")).toEqual([]);
    },
  );

  test("a tag that is text is told once", () => {
    expect(told('<div>\n<a href="x\n</div>', "md")).toEqual(["html/as-text 2:1 <a"]);
    expect(told("<!-- a\n\nb", "md")).toEqual(["html/as-text 1:1 <!-- a"]);
  });

  test("notes are found behind what is text and only looks like HTML", () => {
    expect(told("[^1]: A.\n\n<!-- b\nc[^1]", "md")).toEqual(["html/as-text 3:1 <!-- b"]);
  });

  test("Markdown in a block of HTML is told, and how to have it read", () => {
    expect(told("<div>\n**bold** and `code`\n</div>", "md")).toEqual([
      "markdown/unclosed 2:1 **bold**",
      "markdown/unclosed 2:14 `code`",
    ]);
    expect(fixOf("<div>\n**bold**\n</div>", "md")).toBe(
      "Write `<strong>bold</strong>`, or put an empty line before and after the text.",
    );
  });
});

describe("in .mdx,", () => {
  test.each([
    ['{{< figure src="/a.png" >}}', "`![WRITE WHAT THE PICTURE SHOWS HERE](/a.png)`"],
    ["{{% note %}}", '`<Callout kind="note">`'],
    ["{% highlight ruby %}", "`` ```ruby ``"],
    ["{{ page.title }}", "Write its value"],
    ["{{ title }}", "Write its value"],
    ["Text.\n{: .small}", "Remove `{: .small}`."],
    ["## Old heading {#old-id}", '`<h2 id="old-id">Old heading</h2>`'],
  ])("what braces were meant as is told: %s", (source, remedy) => {
    const { diagnostics } = parseBody(source, "mdx");
    expect(diagnostics.map(({ code }) => code.replace("expression", "brace"))).toEqual([
      "mdx/brace",
    ]);
    expect(diagnostics[0]?.fix).toContain(remedy);
  });

  test("what else is wrong is told beside a fault of the file", () => {
    expect(told("One.\n\n[^9]: A.\n\n{{< figure >}}\n\nA [b][c].", "mdx")).toEqual([
      "footnote/unused 3:1 [^9]: A.",
      "mdx/brace 5:1 {{< figure >}}",
      "markdown/reference 7:3 [b][c]",
    ]);
  });

  test("a heading can have its id in HTML, as it is told", () => {
    const { metadata, diagnostics } = parseBody('<h2 id="old-id">Old heading</h2>', "mdx");
    expect(diagnostics).toEqual([]);
    expect(metadata.headings).toEqual([{ depth: 2, id: "old-id", text: "Old heading" }]);
  });

  test("Markdown and HTML in the attributes of components are told, each piece", () => {
    const source =
      '<Figure src="./a.png" alt="**A** b" caption="A *fine* [link](/x) & <b>more</b>" credit="a_b_c, 5 * 3 * 2" />';
    expect(told(source)).toEqual([
      "component/plain-text 1:28 **A**",
      "component/plain-text 1:48 *fine*",
      "component/plain-text 1:55 [link](/x)",
      "component/plain-text 1:68 <b>more</b>",
    ]);
    expect(parseBody(source, "mdx").diagnostics.map(({ fix }) => fix)).toEqual([
      "Write `A` in its place.",
      "Write `fine` in its place.",
      "Write `link` in its place.",
      "Write `more` in its place.",
    ]);
  });
});

test.each([
  ["See [text][nowhere].", "See [text](https://a.example)."],
  ["##NoSpace", "## NoSpace"],
  ["![A b](./My Photo 1.jpg)", "![A b](<./My Photo 1.jpg>)"],
  ["[a](/b “c”)", '[a](/b "c")'],
  ["[a](tel:+44 20 1)", "[a](tel:+44201)"],
  ["• a\n• b", "- a\n- b"],
  ["— a\n— b", "— a\\\n— b"],
  ["Term\n: Definition", "<dl><dt>Term</dt><dd>Definition</dd></dl>"],
  ["| a | b |\n| 1 | 2 |", "| a | b |\n| --- | --- |\n| 1 | 2 |"],
  ["See [text][nowhere].", "See \\[text][nowhere]."],
  ["[a] (/b)", "[a](/b)"],
  ["[a](https://b.example/c> d)", "[a](https://b.example/c%3E%20d)"],
  ["A **bold* b", "A **bold** b"],
  ["-a\n-b", "- a\n- b"],
  ["`a | b` | c\n--- | ---\n1 | 2", "`a \\| b` | c\n--- | ---\n1 | 2"],
  ["これは__「大事」__です。", "これは**「大事」**です。"],
  ["CO~2~", "CO<sub>2</sub>"],
  ["a | b | c\n1 | 2 | 3", "a | b | c\\\n1 | 2 | 3"],
  ["-a\n-b", "-a\\\n-b"],
  ["One[^3].", "One[^3].\n\n[^3]: …"],
  ["One[^3].", "One\\[^3]."],
  ["A **bold", "A \\*\\*bold"],
  ["[Update]: Closed.", "\\[Update]: Closed."],
])("what is told to be written instead of %j is sound: %j", (source, mended) => {
  expect(told(source)).toHaveLength(1);
  expect(told(mended)).toEqual([]);
});

test("a link that leads nowhere leaves its text", () => {
  expect(parseBody("[a]() [b](https://) [c](https:/d.example)", "md").metadata.links).toEqual([]);
  expect(plainText(parseBody("[a]() [b](https://)", "md"))).toBe("a b");
});

test("nothing of this is looked for where the same source was checked before", () => {
  expect(parseBody("A **bold [x][y]\n\n[^1]: Z.", "md", { isChecked: true }).diagnostics).toEqual(
    [],
  );
});

test.each<[what: string, text: (size: number) => string]>([
  ["brackets", (size) => "[a](".repeat(size)],
  ["references", (size) => "[a][".repeat(size)],
  ["shortcodes", (size) => "{{ a ".repeat(size)],
  ["names in brackets", (size) => "[a] ".repeat(size)],
  ["links of wikis", (size) => `[[${"a".repeat(size)}`],
  ["marks", (size) => "a ** b`c ~~d\n".repeat(size)],
  ["bars", (size) => "| a ".repeat(size) + "\n| b ".repeat(size)],
  ["lines of definitions", (size) => "a\n: b\n".repeat(size)],
  ["a long line and a colon", (size) => `${"a ".repeat(size)}\n:b`],
  ["notes", (size) => "[^a]: b\n\n".repeat(size)],
  ["equals signs", (size) => "==a".repeat(size)],
  ["dollars", (size) => "$$a".repeat(size)],
  ["single dollars", (size) => `$${" a_".repeat(90)}`.repeat(size)],
  ["signs by name", (size) => ":a".repeat(size)],
  ["torn links", (size) => "[a] (/".repeat(size)],
  ["tags without an end in a text", (size) => '<a b="'.repeat(size)],
  ["uneven marks", (size) => "**a* ".repeat(size)],
  ["items", (size) => "-a\n*b\n".repeat(size)],
])("%s take steps in proportion to their number", (_, text) => {
  expect(growth((size) => void parseBody(text(size), "md"))).toBeLessThan(2.5);
});
