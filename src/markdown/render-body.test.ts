import { describe, expect, test } from "vitest";
import type { BodyTargets } from "./body.ts";
import type { BodyFormat } from "../domain/body.ts";
import { parseBody } from "./parse-body.ts";
import { commentHtml, feedHtml, pageHtml, pageHtmlWith, plainText } from "./render-body.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";

function page(
  source: string,
  changes: Partial<BodyTargets> = {},
  format: BodyFormat = "md",
): string {
  return pageHtml(parseBody(source, format), testTargets(changes));
}
function feed(
  source: string,
  changes: Partial<BodyTargets> = {},
  format: BodyFormat = "md",
): string {
  return feedHtml(parseBody(source, format), testTargets(changes));
}
const bee = { images: { "bee.png": { url: "/media/bee.png", width: 40, height: 30 } } };

test("a `cite` is an address like that of any link: below the base, absolute in feeds, none where it is dead", () => {
  const source =
    '<blockquote cite="/2026/a/">\n\nWords.\n\n</blockquote>\n\n<p><q cite="/gone/">Said</q> <ins cite="../b/">new</ins> <del cite="https://a.example/x">old</del></p>';
  expect(parseBody(source, "md").metadata.links.map(({ href, line }) => [href, line])).toEqual([
    ["/2026/a/", 1],
    ["/gone/", 7],
    ["../b/", 7],
    ["https://a.example/x", 7],
  ]);
  const links = { "/2026/a/": "/paper/2026/a/", "/gone/": null, "../b/": "/paper/2026/b/" };
  expect(page(source, { links }).match(/cite="[^"]*"/g)).toEqual([
    'cite="/paper/2026/a/"',
    'cite="/paper/2026/b/"',
    'cite="https://a.example/x"',
  ]);
  const inFeed = { "/2026/a/": "https://press.example/paper/2026/a/", "/gone/": null };
  const address = "https://press.example/paper/2026/c/";
  expect(feed(source, { links: inFeed, address }).match(/cite="[^"]*"/g)).toEqual([
    'cite="https://press.example/paper/2026/a/"',
    'cite="https://press.example/paper/2026/b/"',
    'cite="https://a.example/x"',
  ]);
});

describe("the page", () => {
  test("shows pictures with their size, loaded late", () => {
    expect(page("![A bee](bee.png)", bee)).toBe(
      '<p><img src="/media/bee.png" alt="A bee" width="40" height="30" loading="lazy" decoding="async"></p>',
    );
  });

  test("names pictures that something shows through, for the style sheet, and feeds do not", () => {
    const open = { url: "/media/bee.png", width: 40, height: 30, transparent: true } as const;
    const images = { "bee.png": open };
    expect(page("![A bee](bee.png)", { images })).toContain('class="transparent"');
    expect(feed("![A bee](bee.png)", { images })).not.toContain("class");
  });

  test("asks no other host for a picture: a link or the text stands for it", () => {
    expect(
      page("![A bee](https://a.example/b.png) ![](//a.example/c.png) ![Gone](gone.png)"),
    ).toContain(
      '<p><a href="https://a.example/b.png" data-note="1">A bee</a> <a href="//a.example/c.png">//a.example/c.png</a> Gone</p>',
    );
    expect(page("![](gone.png)")).toBe("");
    expect(page("[![A bee](https://a.example/b.png)](/c)")).toBe('<p><a href="/c">A bee</a></p>');
  });

  test("follows what is known of links: new address, dead, unknown", () => {
    expect(
      page("[a](./a.md) [b](/b) [c](/c)", { links: { "./a.md": "/2026/a/", "/b": null } }),
    ).toBe('<p><a href="/2026/a/">a</a> b <a href="/c">c</a></p>');
  });

  test("names every table's region differently", () => {
    const table = "| a |\n| - |\n| b |\n";
    const html = page(`${table}\n${table}`);
    expect(html.match(/aria-label="[^"]*"/g)).toEqual([
      'aria-label="Table"',
      'aria-label="Table (2)"',
    ]);
  });

  test("aligns cells by class and lets tables scroll by keyboard", () => {
    const html = page("| a | b |\n|:-:|--:|\n| c | d |\n");
    expect(html).toContain('<section class="table" tabindex="0" aria-label="Table"><table>');
    expect(html).toContain('<td class="align-center">c</td>');
    expect(html).not.toContain("style");
  });

  test("has no head of a table that says nothing", () => {
    const source = "| | a | ![b](bee.png) |\n|--|:-:|--|\n| c | d | e |\n";
    expect(page(source, bee)).toMatch(
      /<td><\/td>\s*<th class="align-center" scope="col">a<\/th>\s*<th scope="col"><img [^>]*><\/th>/,
    );
    expect(feed(source, bee)).toMatch(/<td><\/td>\s*<th scope="col">a<\/th>/);
    const sides = "<table><tr><th></th><td>a</td></tr><tr><th>b</th><td>c</td></tr></table>";
    expect(page(sides)).toMatch(/<td><\/td>[^]*<th scope="row">b<\/th>/);
    expect(page("| a |\n|--|\n| b |\n")).not.toContain("scope");
  });

  test("colours code whose language it knows, and leaves other code alone", () => {
    expect(page("```js\nlet a = 1;\n```")).toContain('<span class="hljs-keyword">let</span>');
    expect(page("```nolanguage\n<b>\n```")).toBe(
      '<pre tabindex="0"><code class="language-nolanguage" translate="no">&#x3C;b>\n</code></pre>',
    );
  });

  test.each([
    ["powershell", "Get-Item $path", "hljs-built_in"],
    ["ps1", "Get-Item $path", "hljs-built_in"],
    ["PowerShell", "# all", "hljs-comment"],
    ["dockerfile", "FROM scratch", "hljs-keyword"],
    ["haskell", "module Main where", "hljs-keyword"],
    ["elixir", 'IO.puts "a"', "hljs-string"],
    ["latex", "\\section{A}", "hljs-keyword"],
  ])("colours %s, which few use, too", (language, source, name) => {
    expect(page(`\`\`\`${language}\n${source}\n\`\`\`\n`)).toContain(`class="${name}"`);
  });

  test("colours no code that is data, and no more than a text of code has", () => {
    const code = (source: string): string => page(`\`\`\`js\n${source}\n\`\`\`\n`);
    const lines = (count: number): string =>
      Array.from({ length: count }, () => "let a;").join("\n");
    // With the end of its last line, 20,000 characters, and one more.
    expect(code(`${lines(2857)};`)).toContain("hljs");
    expect(code(`${lines(2857)};;`)).not.toContain("hljs");
    expect(code(`let ${"a".repeat(996)}`)).toContain("hljs");
    expect(code(`let ${"a".repeat(997)}`)).not.toContain("hljs");
    const fence = `\`\`\`js\n${lines(2857)};\n\`\`\`\n`;
    const coloured = page(fence.repeat(8))
      .split(/(?=<pre)/)
      .filter((part) => part.includes("hljs"));
    expect(coloured).toHaveLength(5);
  });

  test("keeps code, names of keys and what machines print from being translated", () => {
    const source =
      "`a` <kbd>Ctrl</kbd> <samp>b <code>c</code></samp> <tt>d</tt>\n\n```js\nlet e;\n```\n";
    const comment = commentHtml(parseBody(source, "md"), testTargets());
    for (const html of [page(source), feed(source), comment]) {
      const marked = [...html.matchAll(/<(\w+)[^>]* translate="no">/g)].map(([, name]) => name);
      expect(marked).toEqual(["code", "kbd", "samp", "code", "code"]);
    }
    // A poem is one too.
    expect(page("<pre>a\nb</pre>")).not.toContain("translate");
  });

  test("lets code be scrolled by keyboard, whatever wrote it", () => {
    for (const source of [
      "<pre>a\nb</pre>",
      "<pre><code>a</code></pre>",
      "<listing>a</listing>",
      "    a\n",
    ])
      expect(page(source)).toMatch(/<pre tabindex="0">/);
    expect(feed("<pre>a</pre>")).not.toContain("tabindex");
  });

  test("has footnotes in the words of the publication", () => {
    const html = page("A.[^x] B.[^x]\n\n[^x]: C.\n", {
      words: {
        ...testTargets().words,
        footnotes: "Fußnoten",
        footnoteBack: "Zurück zu {number}",
        table: "Tabelle",
      },
    });
    expect(html).toContain('<sup><a href="#fn-x" id="fnref-x" class="footnote">1</a></sup>');
    expect(html).toContain('<section class="footnotes" aria-labelledby="footnotes">');
    expect(html).toContain('<h2 id="footnotes" class="footnotes-heading">Fußnoten</h2>');
    expect(html).toContain('aria-label="Zurück zu 1">↩</a>');
    expect(html).toContain('aria-label="Zurück zu 1 (2)">↩<sup>2</sup></a>');
  });

  test("shows tasks as signs, not as controls nobody can use", () => {
    expect(page("- [x] a\n- [ ] b\n")).toBe(
      '<ul class="task-list">\n<li><span class="task">☑</span> a</li>\n<li><span class="task">☐</span> b</li>\n</ul>',
    );
  });

  test("turns what would load something from elsewhere into a link", () => {
    expect(page('<iframe src="https://v.example/1" title="A film"></iframe>')).toContain(
      '<p><a href="https://v.example/1" data-note="1">A film</a></p>',
    );
    expect(page("<script>alert(1)</script>\n\na <!-- b --> c")).toBe("<p>a  c</p>");
  });

  test("has no part without its whole", () => {
    expect(page("<figcaption>a <b>b</b></figcaption>\n\n<li value=2><p>c</p></li>\n")).toBe(
      "<p>a <b>b</b></p>\n<div><p>c</p></div>",
    );
    const whole =
      "<figure><p>a</p><figcaption>b</figcaption></figure>\n" +
      "<dl><div><dt>c</dt><dd>d</dd></div></dl>\n<details><summary>e</summary>f</details>";
    expect(page(whole.replaceAll("\n", "\n\n"))).toBe(whole);
    expect(page("<details>a<figure><summary>b</summary></figure></details>")).toBe(
      "<details>a<figure><p>b</p></figure></details>",
    );
  });

  test("is the same however often it is made", () => {
    const body = parseBody("A.[^1] ![A bee](bee.png)\n\n```js\nlet a\n```\n\n[^1]: B.\n", "md");
    const first = pageHtml(body, testTargets(bee));
    feedHtml(body, testTargets(bee));
    expect(pageHtml(body, testTargets(bee))).toBe(first);
  });
});

describe("the feed", () => {
  test("has absolute addresses only", () => {
    expect(feed("[a](/b) [c](#d) [e](../f) ![A bee](bee.png)", bee)).toBe(
      '<p><a href="https://press.example/b">a</a> <a href="https://press.example/2026/11/story/#d">c</a> ' +
        '<a href="https://press.example/2026/11/f">e</a> ' +
        '<img src="https://press.example/media/bee.png" alt="A bee" width="40" height="30"></p>',
    );
  });

  test("has footnotes that can be read without their ids", () => {
    expect(feed("A.[^1]\n\n[^1]: B.\n")).toBe(
      '<p>A.<sup><a href="https://press.example/2026/11/story/#fn-1">1</a></sup></p>\n' +
        "<h2>Footnotes</h2>\n<ol>\n<li>\n<p>B.</p>\n</li>\n</ol>",
    );
  });

  test("has no ids, classes or other marks of the page", () => {
    const html = feed(
      "## A\n\n| a |\n|:-:|\n| b |\n\n```js\nlet a\n```\n\n- [x] c\n\n<details id=x><summary>d</summary>e</details>\n",
    );
    expect(html).not.toMatch(/ (?:id|class|style|role|tabindex|aria-\w+|data-\w+)=/);
    expect(html).not.toMatch(/<(?:details|div|span|section)/);
    expect(html).toContain("☑ c");
  });
});

describe("components", () => {
  const source =
    '<PullQuote by="Ada">\nQuote *it*\n</PullQuote>\n\n' +
    '<Figure src="bee.png" alt="A bee" caption="On a leaf" credit="Me" wide />\n\n' +
    '<Aside title="Method">\n\nWe asked.\n\n</Aside>\n\n<KeyPoints title="In short">\n- one\n- two\n</KeyPoints>\n';

  test("have a form for the page", () => {
    expect(page(source, bee, "mdx")).toMatchInlineSnapshot(`
      "<figure class="pull-quote in-margin"><blockquote><p>Quote <em>it</em></p></blockquote><figcaption><cite>Ada</cite></figcaption></figure>
      <figure class="figure wide"><img src="/media/bee.png" alt="A bee" width="40" height="30" loading="lazy" decoding="async"><figcaption>On a leaf <span class="credit">Me</span></figcaption></figure>
      <section class="background in-margin" role="note" aria-label="Method"><p class="background-title">Method</p><p>We asked.</p></section>
      <section class="key-points"><p class="key-points-title">In short</p><ul>
      <li>one</li>
      <li>two</li>
      </ul></section>"
    `);
  });

  test("have a form for feeds", () => {
    expect(feed(source, bee, "mdx")).toMatchInlineSnapshot(`
      "<blockquote><p>Quote <em>it</em></p><p>— <cite>Ada</cite></p></blockquote>
      <figure><img src="https://press.example/media/bee.png" alt="A bee" width="40" height="30"><figcaption>On a leaf <small>Me</small></figcaption></figure>
      <blockquote><p><strong>Method</strong></p><p>We asked.</p></blockquote>
      <p><strong>In short</strong></p><ul>
      <li>one</li>
      <li>two</li>
      </ul>"
    `);
  });

  test("have their text in the search record", () => {
    expect(plainText(parseBody(source, "mdx"))).toBe(
      "Quote it — Ada On a leaf Me Method We asked. In short one two",
    );
  });
});

describe("further HTML in the text of a page", () => {
  const source = "One.\n\n> Said.\n\n- An item\n\nTwo.\n\n## Then\n\nThree.\n";
  const withAd = (after: number): string =>
    pageHtmlWith(parseBody(source, "md"), testTargets({}), { after, html: "<aside>Ad</aside>" });

  test("stands after so many paragraphs of the text itself", () => {
    expect(withAd(1)).toMatch(/^<p>One.<\/p><aside>Ad<\/aside>\n<blockquote>/);
    expect(withAd(2)).toContain("<p>Two.</p><aside>Ad</aside>\n<h2");
  });

  test("stands nowhere where nothing follows, and changes nothing else", () => {
    expect(withAd(3)).toBe(page(source));
    expect(withAd(4)).toBe(page(source));
    expect(withAd(2).replace("<aside>Ad</aside>", "")).toBe(page(source));
  });
});
