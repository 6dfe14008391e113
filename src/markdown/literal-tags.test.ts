import { describe, expect, test } from "vitest";
import { growth } from "../../tests/tools/counted-steps.ts";
import { parseBody } from "./parse-body.ts";
import { feedHtml, pageHtml, plainText } from "./render-body.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";

function page(source: string): string {
  return pageHtml(parseBody(source, "md"), testTargets());
}

function text(source: string): string {
  return plainText(parseBody(source, "md"));
}

/** What is told of a source, each with the code and the text that it points at. */
function told(source: string): string[] {
  const lines = source.split("\n");
  return parseBody(source, "md").diagnostics.map(
    ({ line, column, length = 1, code, severity }) =>
      `${severity} ${code} ${line}:${column} ${lines[line - 1]?.slice(column - 1, column - 1 + length) ?? ""}`,
  );
}

/** Elements that took what follows with them, out of sight or into something else. */
const SWALLOWING = [
  "applet",
  "audio",
  "button",
  "canvas",
  "datalist",
  "frameset",
  "head",
  "html",
  "iframe",
  "math",
  "meter",
  "noembed",
  "noframes",
  "noscript",
  "object",
  "option",
  "output",
  "plaintext",
  "progress",
  "script",
  "select",
  "slot",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
  "video",
  "xmp",
];

describe("a tag that is never closed takes at most itself:", () => {
  test.each(SWALLOWING)("<%s> in a sentence", (name) => {
    const source = `A <${name}> is *one* of many.\n\n## Second part\n\n- a list\n\nThe end.`;
    expect(text(source)).toBe(`A <${name}> is one of many. Second part a list The end.`);
    expect(page(source)).toContain(`<p>A &#x3C;${name}> is <em>one</em> of many.</p>`);
    expect(told(source)).toEqual([`warning html/as-text 1:3 <${name}>`]);
  });

  test.each(SWALLOWING)("<%s> on a line of its own", (name) => {
    const source = `Before.\n\n<${name}>\nHello *there*.\n\n## Second part\n\nThe end.`;
    expect(text(source)).toContain("Second part The end.");
    expect(text(source)).toContain("Hello");
  });

  test.each([
    "object",
    "iframe",
    "video",
    "template",
    "svg",
    "select",
    "title",
    "details",
    "div",
    "b",
  ])("<%s> with attributes", (name) => {
    const source = `A <${name} id="a" data-x="/x.mp4"> is *one*.\n\n## Second part\n\n<${name} id="b" src="/x.mp4">\n\nThe end.`;
    expect(page(source)).toContain("<em>one</em>");
    expect(page(source)).toContain('<h2 id="second-part">Second part</h2>');
    expect(page(source)).toMatch(/<p>The end.<\/p>/);
  });

  test.each(["blockquote", "ul", "table", "strong", "h1", "code", "pre", "center", "a", "ins"])(
    "<%s>, which articles may hold",
    (name) => {
      const source = `The <${name}> element.\n\nThe *end*.`;
      expect(page(source)).toBe(`<p>The &#x3C;${name}> element.</p>\n<p>The <em>end</em>.</p>`);
      expect(told(source)).toEqual([`warning html/as-text 1:5 <${name}>`]);
    },
  );

  test("in a heading, a list, a quotation, a table", () => {
    const source =
      "## The <title>\n\n- a <object> b\n- c\n\n> d <select>\n> e\n\n| f <svg> | g |\n|--|--|\n| h | <math> |\n\ni";
    expect(text(source)).toBe("The <title> a <object> b c d <select> e f <svg> g h <math> i");
    expect(told(source)).toHaveLength(5);
  });

  test("in quotations and lists whose lines begin with marks, at its place", () => {
    const source = "> <object>\n> Hello *there*.\n>\n> - <div>\n>   <template>\n>   more\n\nend";
    expect(text(source)).toBe("<object> Hello there. <template> more end");
    expect(told(source)).toEqual([
      "warning html/as-text 1:3 <object>",
      "warning html/as-text 5:5 <template>",
    ]);
  });

  test("a comment, an instruction, a section of data, or a tag that does not end", () => {
    for (const opening of [
      "<!-- a",
      "<?php a",
      "<![CDATA[ a",
      '<div title="a',
      "<script",
      "<textarea a",
    ]) {
      const source = `${opening}\n\nThe *end*.`;
      expect(page(source)).toBe(
        `<p>${opening.replaceAll("<", "&#x3C;")}</p>\n<p>The <em>end</em>.</p>`,
      );
      expect(told(source)).toHaveLength(1);
    }
  });

  test("an open `<details>` ends with its block", () => {
    const source = "<details><summary>More</summary>\n\nThe *end*.";
    expect(page(source)).toBe(
      "<details><summary>More</summary></details>\n<p>The <em>end</em>.</p>",
    );
    expect(told(source)).toEqual(["warning html/unclosed 1:1 <details>"]);
  });

  test("how much would have gone is told, and what to write", () => {
    expect(parseBody("A Java <object> is an instance.\n\nThe end.", "md").diagnostics).toEqual([
      {
        line: 1,
        column: 8,
        length: 8,
        code: "html/as-text",
        severity: "warning",
        message:
          "`<object>` is never closed; as HTML it would hide the 5 words after it. It is shown as text.",
        fix: "Put it into backticks, `` `<object>` ``, or write `\\<object>`. If it is meant as HTML, write `</object>` where it ends.",
      },
    ]);
  });

  test("what is to be written prints the same, without a warning", () => {
    const source = "A \\<object> and a `<title>`.";
    expect(text(source)).toBe("A <object> and a <title>.");
    expect(told(source)).toEqual([]);
  });
});

describe("words in angle brackets are text:", () => {
  test.each([
    "Use <name> and <path>.",
    "A List<String> of Map<K>.",
    "Box<A>, Opt<B>, Opt<P> is it.",
    "if a <b and c> d",
    "Write <your name> and <your-file>.",
    "The </body> tag, and </b>, and </nothing>.",
    "Between <head> and </head> tags.",
    "Between <script> and </script> tags.",
    "A <td> cell, a <li> item, an <option> too.",
    "The <hr> tag draws a rule.",
    "The <p> element.",
    "The <img> and <input> and <source> elements.",
    "A <std::string> at <localhost:3000>.",
    "Say <?php echo 1; ?> or <![CDATA[ x ]]> or <!DOCTYPE html> here.",
    'An <?xml version="1.0"?> line.',
  ])("%s", (source) => {
    expect(text(source)).toBe(source);
    expect(new Set(told(source).map((one) => one.split(" ")[1]))).toEqual(
      new Set(["html/as-text"]),
    );
  });

  test("components of .mdx, with the way to use them", () => {
    const { diagnostics } = parseBody('<Figure src="./a.png" alt="A" />', "md");
    expect(text('<Figure src="./a.png" alt="A" />')).toBe('<Figure src="./a.png" alt="A" />');
    expect(diagnostics.map(({ fix }) => fix)).toEqual([
      'Rename the file so that it ends in `.mdx`; if it is meant as text, put it into backticks, `` `<Figure src="./a.png" alt="A" />` ``.',
    ]);
  });
});

describe("HTML is HTML still:", () => {
  test.each([
    ["a <b>b</b> c", "<p>a <b>b</b> c</p>"],
    ["a<br>b<BR/>c", "<p>a<br>b<br>c</p>"],
    ["Old.<p>Style.", "<p>Old.</p><p>Style.</p>"],
    ["<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"],
    ['<a name="x"></a>a', '<p><a id="x"></a>a</p>'],
    ['<a name="x"/>a', '<p><a id="x"></a>a</p>'],
    ['<span lang="fr">un</span>', '<p><span lang="fr">un</span></p>'],
    ["a <!-- b --> c", "<p>a  c</p>"],
    ["a <a href=/b>c</a>", '<p>a <a href="/b">c</a></p>'],
    [
      "a <a href=https://b.example/c title=d>e</a>",
      '<p>a <a href="https://b.example/c" title="d" data-note="1">e</a></p><ol class="link-notes" hidden><li data-href="https://b.example/c"></li></ol>',
    ],
    [
      "a `<a href=/b>` c\n\n    <a href=/b>",
      '<p>a <code translate="no">&#x3C;a href=/b></code> c</p>\n<pre tabindex="0"><code translate="no">&#x3C;a href=/b>\n</code></pre>',
    ],
    [
      "> <div>\n> <a href=/b/c>d</a></div>",
      '<blockquote>\n<div>\n<a href="/b/c">d</a></div>\n</blockquote>',
    ],
    ["a</p>\n\nb</div>", "<p>a</p>\n<p>b</p>"],
    ["<p>a<o:p></o:p></p>", "<p>a</p>"],
    ["<my-element>a</my-element>", "<p>a</p>"],
    ["<!DOCTYPE html>\n\na", "<p>a</p>"],
    ["<form>\n<label>a</label>\n</form>", "a"],
    ["<b>a\n\nb</b>", "<p><b>a</b></p><b>\n</b><p><b>b</b></p>"],
    ["<script>a < b; <c></script>\n\nd", "<p>d</p>"],
    ["<marquee>a\n\nb</marquee>", "<p>a</p>\n<p>b</p>"],
  ])("%s", (source, html) => {
    expect(page(source)).toBe(html);
    expect(told(source).filter((one) => one.includes("as-text"))).toEqual([]);
  });
});

test("a feed has the same text", () => {
  expect(feedHtml(parseBody("A <title> b.\n\nc", "md"), testTargets())).toBe(
    "<p>A &#x3C;title> b.</p>\n<p>c</p>",
  );
});

describe("nothing that was safe becomes unsafe:", () => {
  test.each([
    "<noembed><img src=x onerror=alert(1)></noembed>",
    "<xmp><script>alert(1)</script></xmp>",
    "<title><img src=x onerror=alert(1)></title>",
    "<textarea><script>alert(1)</script></textarea>",
    "<iframe><script>alert(1)</script></iframe>",
    "<template><script>alert(1)</script></template>",
    "<select><option><script>alert(1)</script></select>",
    "<svg><script>alert(1)</script><title><img src=x onerror=alert(1)></title></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>",
    "<math href=javascript:alert(1)><mi xlink:href=javascript:alert(1) onclick=alert(1)>x</mi></math>",
    "<script>alert(1)",
    "The <script> alert(1)",
    "<titl-><script>alert(1)</script></titl->",
    "<plaintext><img src=x onerror=alert(1)>",
    "<a href=javascript:alert(1)><title>x</a>",
    '<iframe src="javascript:alert(1)" />',
    "<svg/onload=alert(1)>",
    "<object data=javascript:alert(1)><param name=movie value=javascript:alert(1)>",
    "<\u2E00script>alert(1)</script> 1~2 <x>",
    "&lt;script&gt;alert(1)&lt;/script&gt; <name>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
  ])("%s", (source) => {
    for (const context of [source, `a ${source} b`, `> ${source}\n\n${source}`]) {
      const html = page(context);
      expect(html).not.toMatch(
        /<(?:script|style|iframe|template|svg|title|textarea|object|mglyph|annotation)/i,
      );
      expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style|xlink:href)\s*=/i);
      expect(html).not.toMatch(/<[^>]*=\s*["']?\s*javascript:/i);
    }
  });
});

test.each<[what: string, text: (size: number) => string]>([
  ["tags that are never closed", (size) => "<object> ".repeat(size)],
  ["comments that never end", (size) => "<!-- a\n\n".repeat(size)],
  ["tags without an end", (size) => "<div>" + '<a x="'.repeat(size)],
  ["programs without an end", (size) => "<div>" + "<script>".repeat(size)],
  ["tags that close themselves", (size) => "<div>" + "<a/>".repeat(size)],
  ["lines of tags in a quotation", (size) => `> <div>\n${"> <i x=1>\n".repeat(size)}`],
  ["words in brackets", (size) => "<name>\n\n".repeat(size)],
  ["less-than signs", (size) => `<div ${"<".repeat(size)}`],
])("%s take steps in proportion to their number", (_, text) => {
  expect(growth((size) => void parseBody(text(size), "md"))).toBeLessThan(2.5);
});
