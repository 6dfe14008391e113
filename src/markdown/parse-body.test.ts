import { describe, expect, test } from "vitest";
import type { BodyDiagnostic } from "./body.ts";
import type { BodyFormat } from "../domain/body.ts";
import { parseBody } from "./parse-body.ts";
import { textOf } from "./text.ts";

/** The problems of a source, each with the text it points at. */
function diagnostics(source: string, format: BodyFormat): string[] {
  const lines = source.split("\n");
  return parseBody(source, format).diagnostics.map((diagnostic) => {
    const pointed = lines[diagnostic.line - 1]?.slice(diagnostic.column - 1) ?? "";
    return `${diagnostic.line}:${diagnostic.column} ${diagnostic.code} ${pointed.slice(0, diagnostic.length ?? 1)}`;
  });
}

function only(source: string, format: BodyFormat): BodyDiagnostic {
  const found = parseBody(source, format).diagnostics;
  const [first] = found;
  if (found.length !== 1 || first === undefined) throw new Error(JSON.stringify(found, null, 2));
  return first;
}

describe("places", () => {
  test("are those of the whole file, front matter included", () => {
    expect(diagnostics("---\ntitle: A\n---\n\n{year}\n", "mdx")).toEqual([
      "5:1 mdx/expression {year}",
    ]);
  });

  test("stay true after a byte order mark, CRLF and characters outside the basic plane", () => {
    expect(diagnostics("\uFEFF---\r\ntitle: A\r\n---\r\n\r\nA 😀 {year}\r\n", "mdx")).toEqual([
      "5:6 mdx/expression {year}",
    ]);
  });

  test("of raw HTML in Markdown are those of the tag", () => {
    expect(diagnostics("😀 text\n\nsome <video src='/a.mp4'></video>\n", "md")).toEqual([
      "3:6 html/element-removed <video src='/a.mp4'></video>",
    ]);
  });
});

describe("faults of MDX", () => {
  test("are all found in one go", () => {
    const source = [
      "a <https://example.org> b",
      "",
      "<!-- note {x} -->",
      "",
      "a { b",
      "",
      "{a b}",
      "",
      "1 <= 2",
      "",
      "<b>open",
      "",
      "</i>",
      "",
      "<Foo a=b />",
      "",
      "mail <me@example.org>",
    ].join("\n");
    expect(diagnostics(source, "mdx")).toEqual([
      "1:3 mdx/autolink <https://example.org>",
      "3:1 mdx/comment <!-- note {x} -->",
      "5:3 mdx/brace { b",
      "7:1 mdx/brace {a b}",
      "9:3 mdx/angle <=",
      "11:1 mdx/tag-unclosed <b>open",
      "13:1 mdx/tag-unopened </i>",
      "15:1 mdx/tag-malformed <Foo",
      "17:6 mdx/autolink <me@example.org>",
    ]);
  });

  test("name the mending that fits", () => {
    expect(only("<!-- a -->", "mdx").fix).toBe("Write `{/* a */}`.");
    expect(only("<https://a.example/b>", "mdx").fix).toBe(
      "Write `[a.example/b](https://a.example/b)`.",
    );
    expect(only("<me@a.example>", "mdx").fix).toBe("Write `[me@a.example](mailto:me@a.example)`.");
    expect(only("a { b", "mdx").fix).toBe("Write `\\{ b`.");
    expect(only("1 <= 2", "mdx").fix).toBe("Write `\\<=`.");
  });

  test("do not make the other half of a tag a fault of its own", () => {
    expect(diagnostics("> <b>\n\n</b>\n", "mdx")).toHaveLength(1);
    expect(diagnostics("<b>a</i> c</b>", "mdx")).toEqual(["1:5 mdx/tag-crossed </i>"]);
    expect(diagnostics("<Foo a=b>\n\ntext\n\n</Foo>\n", "mdx")).toEqual([
      "1:1 mdx/tag-malformed <Foo",
    ]);
  });

  test("end after fifty, and say so", () => {
    const found = parseBody("a <= b\n\n".repeat(80), "mdx").diagnostics;
    expect(found).toHaveLength(51);
    expect(found.at(-1)?.code).toBe("body/more-faults");
  });

  test("are not seen in code", () => {
    expect(diagnostics("`{a b}` and `<!--`\n\n```js\nif (a) { <b\n```\n", "mdx")).toEqual([]);
  });
});

describe("programs in MDX", () => {
  test("are errors and leave nothing behind", () => {
    const source =
      "import a from 'b'\n\nA {process.env.TOKEN} b {' '} {} c\n\nexport const d = 1\n";
    expect(diagnostics(source, "mdx")).toEqual([
      "1:1 mdx/import import a from 'b'",
      "3:3 mdx/expression {process.env.TOKEN}",
      "3:25 mdx/expression {' '}",
      "3:31 mdx/expression {}",
      "5:1 mdx/export export const d = 1",
    ]);
    expect(parseBody(source, "mdx").metadata.excerpt).not.toContain("TOKEN");
  });

  test("comments are dropped without a word", () => {
    const body = parseBody("A {/* one */} b.\n\n{/* two\n\nparagraphs */}\n", "mdx");
    expect(body.diagnostics).toEqual([]);
    expect(body.metadata.excerpt).toBe("A b.");
  });
});

describe("components", () => {
  test("take literal attributes of every kind they declare", () => {
    const source =
      '<Figure src="a.png" alt={"A bee"} caption={`On a leaf`} credit=\'Me &amp; you\' wide />\n';
    const body = parseBody(source, "mdx");
    expect(body.diagnostics).toEqual([]);
    expect(body.tree.children[0]).toMatchObject({
      type: "component",
      values: { src: "a.png", alt: "A bee", caption: "On a leaf", credit: "Me & you", wide: true },
    });
    expect(body.metadata.images).toEqual([{ src: "a.png", line: 1, column: 14, length: 5 }]);
  });

  test("have each wrong attribute reported where it stands", () => {
    const source = '<Figure\n  src="a.png"\n  captoin="x"\n  wide={1 + 2}\n  {...rest}\n/>\n';
    expect(diagnostics(source, "mdx")).toEqual([
      "1:1 component/attribute-missing <Figure",
      '3:3 component/attribute-unknown captoin="x"',
      "4:3 component/attribute-value wide={1 + 2}",
      "5:3 mdx/spread {...rest}",
    ]);
    expect(parseBody(source, "mdx").diagnostics[1]?.fix).toBe('Write `caption="x"`.');
  });

  test("are read inside quotations, mark by mark", () => {
    const body = parseBody('> <Figure src="a.png"\n>   alt="two\n>   lines" />\n', "mdx");
    expect(body.diagnostics).toEqual([]);
    expect(JSON.stringify(body.tree)).toContain('"alt":"two lines"');
  });

  test("of unknown name are errors with the nearest name", () => {
    expect(only("<PulQuote>a</PulQuote>\n", "mdx")).toMatchObject({
      code: "component/unknown",
      fix: "Write `<PullQuote>`, and `</PullQuote>` for `</PulQuote>`.",
    });
  });

  test("do not stand in running text", () => {
    expect(diagnostics('a <Figure src="a" alt="b" /> c\n', "mdx")).toEqual([
      '1:3 component/misplaced <Figure src="a" alt="b" />',
    ]);
  });

  test("hold what they are made to hold", () => {
    expect(diagnostics("<KeyPoints>\n\ntext\n\n</KeyPoints>\n", "mdx")).toEqual([
      "1:1 component/children <KeyPoints>",
    ]);
    expect(diagnostics("<PullQuote></PullQuote>\n", "mdx")).toEqual([
      "1:1 component/children <PullQuote>",
    ]);
    expect(diagnostics('<Figure src="a" alt="b">c</Figure>\n', "mdx")).toEqual([
      '1:1 component/children <Figure src="a" alt="b">',
    ]);
  });
});

describe("HTML", () => {
  test("outside the allowed list is an error in MDX, at its place", () => {
    expect(diagnostics('<div class="a">\n\ntext\n\n</div>\n\n<script>b</script>\n', "mdx")).toEqual(
      ['1:6 html/attribute-removed class="a"', "7:1 html/element-removed <script>b</script>"],
    );
  });

  test("outside the allowed list is a warning in Markdown; mere looks go without a word", () => {
    const source =
      '<div class="a" style="b" align="c">d</div>\n\n<script>e</script>\n\n<b onclick="f">g</b>\n';
    const { diagnostics: found } = parseBody(source, "md");
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning html/element-removed",
      "warning html/attribute-removed",
    ]);
  });

  test.each(["md", "mdx"] as const)("addresses that run code are errors in .%s", (format) => {
    for (const source of [
      "[a](javascript:alert)",
      "[a](JaVaScRiPt:alert)",
      "[a](&#106;avascript:alert)",
      "![a](data:image/svg+xml,x)",
      '<a href="java&#10;script:alert">b</a>',
      '<a href=" vbscript:alert">b</a>',
    ]) {
      expect(only(source, format)).toMatchObject({ code: "link/script", severity: "error" });
    }
  });

  test("anchors keep their names as ids, the first of each", () => {
    const body = parseBody('<a name="one"></a>\n\n<p id="one">a</p>\n\n## One\n', "md");
    expect(body.metadata.ids).toEqual(["one", "one-1"]);
    expect(body.diagnostics.map(({ code }) => code)).toEqual(["html/id-removed"]);
  });
});

describe("metadata", () => {
  test("tell words, headings, links, pictures and an excerpt", () => {
    const source =
      "---\ntitle: T\n---\n\nWe counted 3,400 well-known sites.[^1]\n\n## The *count*\n\n[A link](/a?b=c&d) ![A bee](bee.png)\n\n[^1]: In May.\n";
    expect(parseBody(source, "md").metadata).toEqual({
      words: 11,
      headings: [{ depth: 2, id: "the-count", text: "The count" }],
      ids: ["fnref-1", "the-count", "footnotes", "fn-1"],
      links: [{ href: "/a?b=c&d", line: 9, column: 10, length: 8 }],
      images: [{ src: "bee.png", line: 9, column: 29, length: 7 }],
      components: [],
      excerpt: "We counted 3,400 well-known sites. A link",
    });
  });

  test("repeat no id: headings of equal words are numbered", () => {
    expect(parseBody("## A\n\n## A\n\n## 日本\n\n## ?\n", "md").metadata.ids).toEqual([
      "a",
      "a-1",
      "日本",
      "section",
    ]);
  });

  test("name headings by their words, whatever sign stands before them", () => {
    const headings = [
      "🚀 Launch 🚀",
      "⚠️ Launch",
      "1️⃣ First",
      "❤️",
      "👩‍💻",
      "— dash",
      "2024 in review",
    ];
    const { ids } = parseBody(headings.map((words) => `## ${words}\n`).join("\n"), "md").metadata;
    expect(ids).toEqual([
      "launch-",
      "launch",
      "1-first",
      "section",
      "section-1",
      "dash",
      "2024-in-review",
    ]);
  });

  test("repeat no id that is written out or that the page has around them", () => {
    const source = '## Page main\n\n<p id="twice">a</p>\n\n## Twice\n\n<p id="page-story">b</p>\n';
    const { metadata, diagnostics: found } = parseBody(source, "md");
    expect(metadata.ids).toEqual(["page-main-1", "twice", "twice-1"]);
    expect(found.map(({ code }) => code)).toEqual(["html/id-removed"]);
  });

  test("count headings of the first level as second, and say so", () => {
    const body = parseBody("# A\n\n## B\n", "md");
    expect(body.metadata.headings.map(({ depth }) => depth)).toEqual([2, 3]);
    expect(body.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning body/heading-level",
    ]);
  });
});

describe("attribute lists of kramdown", () => {
  test("are taken out of Markdown, and their id is kept", () => {
    const body = parseBody(
      "## A heading {#here .big}\n\nText.\n{: .small}\n\n![a](b.png){:.left} c {kept}\n",
      "md",
    );
    expect(body.metadata.ids).toEqual(["here"]);
    expect(body.metadata.excerpt).toBe("Text. c {kept}");
    expect(body.diagnostics.every(({ code }) => code === "body/attribute-list")).toBe(true);
    expect(body.diagnostics).toHaveLength(3);
  });

  test("are told where they stand, and that the id of a heading is kept", () => {
    const source = "## Old heading {#old-id}\n\nText.\n{: .small}\n\n[a](#old-id){: .b} c\n";
    expect(diagnostics(source, "md")).toEqual([
      "1:1 body/attribute-list ## Old heading {#old-id}",
      "4:1 body/attribute-list {: .small}",
      "6:13 body/attribute-list {: .b}",
    ]);
    expect(parseBody(source, "md").diagnostics[0]).toMatchObject({
      message:
        "`{#old-id}` is an attribute list for another program (kramdown). It is not shown; its id, `old-id`, is kept.",
      fix: 'Write `<h2 id="old-id">Old heading</h2>` if links lead to `#old-id`; otherwise remove `{#old-id}`.',
    });
  });

  test.each(["## A heading \\{#a}", "*A*\\{: .b}", "Text \\{: .b}"])(
    "are text where their brace is written to be seen: %s",
    (source) => {
      expect(diagnostics(source, "md")).toEqual([]);
      expect(parseBody(source, "md").metadata).toMatchObject(
        source.startsWith("#")
          ? { headings: [{ text: "A heading {#a}" }] }
          : { excerpt: source.replaceAll(/[*\\]/g, "") },
      );
    },
  );

  test.each([
    'The **BEGIN {FS=","}** part.',
    "Write the template {name=world}",
    "A cell {x}",
    "The set {#a}",
    'The map {:name "Bob"}',
    "_a {b=c}_ and **d {.e}**",
    "[a](/b){c=d} ![e](f.png){width=50%}",
    "{name=world}",
  ])("are nothing else in braces: %s", (source) => {
    const plain = source.replaceAll(/\*\*|_|!?\[|\]\([^)]*\)/g, "");
    expect(parseBody(source, "md").metadata.excerpt).toBe(plain.replace("e{", "{"));
    const cell = parseBody(`| a |\n|--|\n| ${source} |`, "md");
    expect(cell.diagnostics.filter(({ code }) => code === "body/attribute-list")).toEqual([]);
  });

  test.each([
    "{: .a #b c=\"d e\" f='g'}",
    "{:toc}",
    "{:.a.b}",
    "{::nomarkdown}",
    "{:/}",
    "{:target=_blank}",
  ])("have this form: %s", (list) => {
    const body = parseBody(`Text.\n${list}`, "md");
    expect(body.metadata.excerpt).toBe("Text.");
  });
});

describe("hostile input", () => {
  test("tags crossed beyond what can be placed are still read", () => {
    const body = parseBody(
      "</<b></b>[^1]: x\n\n<PullQuote><p></div><> </div>\n\n[^1]: x\n[^1]</b><!--<svg>> [^1]```[^1]<svg><td>",
      "md",
    );
    expect(body.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("a backslash at the end of an import does not end the process", () => {
    expect(parseBody("import a\\", "mdx").diagnostics.map(({ code }) => code)).toEqual([
      "mdx/import",
    ]);
  });

  test.each([300, 5000, 19_000])(
    "%s tags inside one another are one and the same problem, wherever the stack ends",
    (levels) => {
      expect(only("<div>".repeat(levels), "md").code).toBe("body/too-complex");
    },
  );

  const deep = 50_000;
  test.each<[string, BodyFormat, string]>([
    ["too many letters", "md", "a".repeat(2_000_001)],
    ["quotations in quotations", "md", ">".repeat(200_000)],
    ["lists in lists", "md", "- ".repeat(deep)],
    ["open braces", "mdx", "a { b ".repeat(deep)],
    ["brackets in an expression", "mdx", `{${"[".repeat(deep)}${"]".repeat(deep)}}`],
    ["operators in an expression", "mdx", `{${"!".repeat(deep)}1}`],
    [
      "a table a thousand columns wide",
      "md",
      `${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${"|b\n".repeat(1000)}`,
    ],
    ["raw tags in raw tags", "md", "<b>".repeat(deep)],
    ["raw tags in raw tags, fewer", "md", "<div>".repeat(5000)],
  ])("%s are refused", (_name, format, source) => {
    const { diagnostics: found } = parseBody(source, format);
    expect(found.some(({ severity }) => severity === "error")).toBe(true);
  });
});

test("a text behind a hard break is read where there is raw HTML too", () => {
  const { diagnostics: found, tree } = parseBody("a\\\nb {c}\n\n<i>d</i>\n", "md");
  expect(found).toEqual([]);
  expect(textOf(tree)).toBe("a b {c} d");
});
