import { describe, expect, test } from "vitest";
import { parseBody } from "../parse-body.ts";
import { COMPONENTS } from "../components/registry.ts";
import { feedHtml, pageHtml } from "../render-body.ts";
import { EXAMPLE_POSTS, testTargets } from "../../../tests/fixtures/body-targets.ts";

const images = {
  "a.png": { url: "/media/a.png", width: 30, height: 20 },
  "b.png": { url: "/media/b.png", width: 30, height: 20 },
};

function page(source: string, format: "md" | "mdx" = "md"): string {
  return pageHtml(parseBody(source, format), testTargets({ images, posts: EXAMPLE_POSTS }));
}

describe("an id that could be taken for boilerplate stands on an empty element, and links lead there as before", () => {
  test.each([
    ["## Share prices", "h2", "share-prices"],
    ["### Comment on en est arrivé là", "h3", "comment-on-en-est-arrivé-là"],
    ["## Medienwandel: social media", "h2", "medienwandel-social-media"],
    ["## El modal", "h2", "el-modal"],
    ["## Of the author", "h2", "of-the-author"],
    ["## Ad revenue falls", "h2", "ad-revenue-falls"],
    ["## What is in an ad", "h2", "what-is-in-an-ad"],
    ["## Newsletter", "h2", "newsletter"],
    ["## Copyright", "h2", "copyright"],
  ])("%s", (source, tagName, id) => {
    expect(page(source)).toMatch(
      new RegExp(`^<${tagName}><span id="${id}"></span>[^<]+</${tagName}>$`),
    );
    expect(parseBody(source, "md").metadata.ids).toEqual([id]);
  });

  test("a heading with a harmless one keeps it, and so do headings that name what Defuddle knows", () => {
    expect(page("## Method")).toBe('<h2 id="method">Method</h2>');
    expect(page("## Search")).toBe('<h2 id="search">Search</h2>');
    expect(page("## Copyright law")).toBe('<h2 id="copyright-law">Copyright law</h2>');
  });

  test("elements that hold no text have it in the first that does, and pictures before them", () => {
    expect(
      page('<table id="share"><tr><td>a</td></tr></table>\n\n<dl id="media"><dt>b</dt></dl>'),
    ).toMatch(/<td><span id="share"><\/span>a<\/td>[^]*<dt><span id="media"><\/span>b<\/dt>/);
    expect(page('<ul id="main"><li>a</li></ul>')).toBe(
      '<ul><li><span id="main"></span>a</li></ul>',
    );
    expect(page('a\n\n<hr id="comments">\n\nb')).toContain('<span id="comments"></span><hr>');
    expect(page('<p id="recommended">a</p>')).toBe('<p><span id="recommended"></span>a</p>');
  });

  test("what is empty keeps it", () => {
    expect(page('<a id="share"></a>Text')).toBe('<p><a id="share"></a>Text</p>');
  });
});

describe("notes", () => {
  const source =
    "One[^1], two[^share], three[^share] and four[^2].\n\n[^1]: First.\n[^share]: Second.\n[^2]: Third.\n";

  test("that are called by a word of boilerplate have numbers, and the old ids lead to them", () => {
    const html = page(source);
    expect(html.match(/ href="#fn[^"]*"| id="fn[^"]*"/g)).toMatchInlineSnapshot(`
      [
        " href="#fn-1"",
        " id="fnref-1"",
        " href="#fn-5"",
        " id="fnref-5"",
        " id="fnref-share"",
        " href="#fn-5"",
        " id="fnref-5-2"",
        " id="fnref-share-2"",
        " href="#fn-2"",
        " id="fnref-2"",
        " id="fn-1"",
        " href="#fnref-1"",
        " id="fn-5"",
        " id="fn-share"",
        " href="#fnref-5"",
        " href="#fnref-5-2"",
        " id="fn-2"",
        " href="#fnref-2"",
      ]
    `);
  });

  test("lead to an element of their number that is not taken", () => {
    const ids = [...page(source).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, href] of page(source).matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(href);
  });

  test("that have other names keep them", () => {
    expect(page("A[^x].\n\n[^x]: B.\n")).toContain(
      '<sup><a href="#fn-x" id="fnref-x" class="footnote">1</a></sup>',
    );
  });
});

test("an update of a live blog whose name could be taken for boilerplate is found by it all the same", () => {
  const html = page(
    '<LiveUpdate time="2026-03-02T14:05:00Z" id="share-prices" title="Down">\n\nText.\n\n</LiveUpdate>',
    "mdx",
  );
  expect(html).toMatch(
    /^<article class="live-update" tabindex="-1"><span id="update-share-prices"><\/span>/,
  );
  expect(html).toContain('href="#update-share-prices"');
});

test("no component prints an aside, and an author’s `div` is a section where links in it would count against it", () => {
  const sources = COMPONENTS.map(({ example, inside }) =>
    inside === undefined ? example : `<${inside}>\n\n${example}\n\n</${inside}>`,
  );
  for (const source of sources) {
    const html = page(source, "mdx");
    expect(html).not.toMatch(/<(?:aside|footer)\b/);
  }
  expect(page('<div lang="de"><p><a href="/a">a</a></p></div>')).toBe(
    '<section lang="de" class="content-part"><p><a href="/a">a</a></p></section>',
  );
  expect(page("<div><p>a</p></div>")).toBe("<div><p>a</p></div>");
  expect(page('<div><a href="/a">a</a></div>')).toBe('<div><a href="/a">a</a></div>');
  expect(page('<dl><div><dt>a</dt><dd><a href="/b">b</a></dd></div></dl>')).toBe(
    '<dl><dt>a</dt><dd><a href="/b">b</a></dd></dl>',
  );
});

test("a table without heads is one of data, and one with heads stays as it is", () => {
  expect(page("<table><tr><td>a</td></tr></table>")).toContain("<table><colgroup></colgroup>");
  expect(page("| a |\n|--|\n| b |\n")).not.toContain("colgroup");
});

test("in a list of pictures each line is a paragraph", () => {
  expect(
    page("- ![](a.png) One\n- ![](b.png) Two\n").match(/<li><p class="item-line">/g),
  ).toHaveLength(2);
  expect(page("- ![](a.png) One\n- Two\n")).not.toContain("<p");
});

test("code does not carry the name of a language that boilerplate has", () => {
  expect(page("```rss\n<a>\n```")).not.toContain("language-");
  expect(page("```nolanguage\na\n```")).toContain('class="language-nolanguage"');
});

test("feeds have no ids to be mistaken", () => {
  expect(feedHtml(parseBody("## Share prices", "md"), testTargets())).toBe("<h2>Share prices</h2>");
});
