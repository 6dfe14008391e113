import { describe, expect, test } from "vitest";
import { growth } from "../../tests/tools/counted-steps.ts";
import { parseBody } from "./parse-body.ts";
import { pageHtml, plainText } from "./render-body.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";

describe.each(["md", "mdx"] as const)("emphasis in .%s", (format) => {
  const page = (source: string): string => pageHtml(parseBody(source, format), testTargets());

  test.each([
    ["这是**“重要的事”**所以继续。", "这是<strong>“重要的事”</strong>所以继续。"],
    ["他说**港口开放。**然后离开。", "他说<strong>港口开放。</strong>然后离开。"],
    ["これは**「大事なこと」**です。", "これは<strong>「大事なこと」</strong>です。"],
    ["문서는 **마크다운(Markdown)**을 쓴다.", "문서는 <strong>마크다운(Markdown)</strong>을 쓴다."],
    ["日本語**「強調」**日本語", "日本語<strong>「強調」</strong>日本語"],
    ["是*《书名》*的", "是<em>《书名》</em>的"],
    ["是~~“错”~~对", "是<del>“错”</del>对"],
    ["是***“很”***对", "是<em><strong>“很”</strong></em>对"],
    ["他说**開く。**and left", "他说<strong>開く。</strong>and left"],
    [
      "见**[书](/x)**和**`码`**吧",
      '见<strong><a href="/x">书</a></strong>和<strong><code translate="no">码</code></strong>吧',
    ],
    [
      "**A**（**B**）是**“丙”**吗",
      "<strong>A</strong>（<strong>B</strong>）是<strong>“丙”</strong>吗",
    ],
    ['说"**是**"吗', '说"<strong>是</strong>"吗'],
    ["𠮷**“野”**家", "𠮷<strong>“野”</strong>家"],
    ["**안녕!**하세요 **“인용”**은", "<strong>안녕!</strong>하세요 <strong>“인용”</strong>은"],
  ])("beside wide punctuation: %s", (source, html) => {
    expect(page(source)).toBe(`<p>${html}</p>`);
  });

  test("in other scripts is what CommonMark says", () => {
    for (const [source, html] of [
      ["a**“b”**c", "a**“b”**c"],
      ["a**(b)**c", "a**(b)**c"],
      ["2**3 and 4**5", "2<strong>3 and 4</strong>5"],
      ["中 * 文 * 字", "中 * 文 * 字"],
      ["是\\**“x”*", "是*<em>“x”</em>"],
    ])
      expect(page(source ?? "")).toBe(`<p>${html ?? ""}</p>`);
  });

  test("neither ends behind a blank nor begins before one", () => {
    for (const source of ["见 *（一）和 *（二）。", "见（一）* 和（二）* 。"])
      expect(page(source)).toBe(`<p>${source}</p>`);
  });

  test("leaves code, addresses and titles alone", () => {
    expect(page("`是**“码”**是` [书](/是**“x”**是 '是**“题”**是') 是**“b”**是")).toBe(
      '<p><code translate="no">是**“码”**是</code> ' +
        '<a href="/%E6%98%AF**%E2%80%9Cx%E2%80%9D**%E6%98%AF" title="是**“题”**是">书</a> 是<strong>“b”</strong>是</p>',
    );
  });

  test("leaves every place true", () => {
    const { metadata } = parseBody("是**“b”**是 [c](/c)\n\n是**“d”**是 **“e”**是 [f](/f)", format);
    expect(metadata.links).toEqual([
      { href: "/c", line: 1, column: 15, length: 2 },
      { href: "/f", line: 3, column: 24, length: 2 },
    ]);
  });
});

test("a comment of .mdx between wide letters is a comment", () => {
  const { diagnostics, tree } = parseBody("是{/*“注”*/}是**“b”**是", "mdx");
  expect(diagnostics).toEqual([]);
  expect(pageHtml({ tree }, testTargets())).toBe("<p>是是<strong>“b”</strong>是</p>");
});

describe.each(["md", "mdx"] as const)("a line break of the source in .%s", (format) => {
  const page = (source: string): string => pageHtml(parseBody(source, format), testTargets());

  test.each([
    ["between wide letters", "港口在三月\n重新开放。", "港口在三月重新开放。"],
    ["behind wide punctuation", "开放，\n渔船", "开放，渔船"],
    ["before wide punctuation", "开放\n（渔船）", "开放（渔船）"],
    [
      "of Japanese",
      "港は三月に\nまたひらく\nカタカナー\nです",
      "港は三月にまたひらくカタカナーです",
    ],
    [
      "beside emphasis",
      "**港口**\n开放*渔船*\n*可以*",
      "<strong>港口</strong>开放<em>渔船</em><em>可以</em>",
    ],
    ["within emphasis", "**港\n口**", "<strong>港口</strong>"],
    ["beside a link", "[港口](/a)\n开放", '<a href="/a">港口</a>开放'],
    ["behind a quote of no width of its own", "他说“好”\n然后", "他说“好”然后"],
    ["before such a quote", "他说\n“好”", "他说“好”"],
    ["with blanks around it", "港口 \n  开放", "港口开放"],
    ["in a quotation", "> 港口\n> 开放", null],
  ])("prints no blank %s", (_where, source, html) => {
    if (html === null) expect(page(source)).toContain("<p>港口开放</p>");
    else expect(page(source)).toBe(`<p>${html}</p>`);
    expect(plainText(parseBody(source, format))).not.toContain(" ");
  });

  test.each([
    ["words of Korean", "항구가\n열린다"],
    ["Latin words", "the port\nopens"],
    ["a Latin word and a wide letter", "port\n开放"],
    ["Latin words in quotes and a wide letter", "“port”\n开放"],
    ["a number and a wide letter", "2026\n年"],
    ["signs that are wide but of no script", "ferry 🚢\n🚢 ferry"],
  ])("stays between %s", (_what, source) => {
    expect(page(source)).toBe(`<p>${source}</p>`);
  });

  test("stays in code, and where it is a hard break", () => {
    expect(page("```\n港口\n开放\n```")).toContain("港口\n开放");
    expect(page("港口\\\n开放")).toBe("<p>港口<br>\n开放</p>");
    expect(page("`港口`\n开放")).toBe('<p><code translate="no">港口</code>开放</p>');
  });

  test("prints no blank in the text of a picture or in a heading either", () => {
    expect(page("![港口\n开放](a.png)")).toBe("<p>港口开放</p>");
    expect(parseBody("港口\n开放\n---", format).metadata.headings[0]?.text).toBe("港口开放");
  });
});

test("a line break in the attribute of a component prints no blank between wide letters", () => {
  const { tree } = parseBody(
    '<Figure src="a.png" alt="港口\n  开放" caption="port\n  open" />',
    "mdx",
  );
  expect(tree.children[0]).toMatchObject({ values: { alt: "港口开放", caption: "port open" } });
});

test.each<[what: string, text: (size: number) => string]>([
  ["runs of emphasis", (size) => "是**“b”**是\n".repeat(size)],
  ["lines", (size) => "港口在三月\n".repeat(size)],
  ["quotes without an end", (size) => `港${"”".repeat(size)}\n口`],
])("%s of wide text take steps in proportion to their number", (_, text) => {
  expect(growth((size) => void parseBody(text(size), "md"))).toBeLessThan(2.5);
});
