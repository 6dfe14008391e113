import { describe, expect, test } from "vitest";
import { growth } from "../../tests/tools/counted-steps.ts";
import { canNameFiles, referenceReader } from "./bundle-references.ts";

const HOME = "https://paper.example/news/";
const named = (path: string, text: string): string[] =>
  referenceReader(HOME)(path, Buffer.from(text));
const ofPage = (html: string): string[] => named("2026/03/story/index.html", html);

describe("a page names", () => {
  test.each<[string, string[]]>([
    [`<link rel="stylesheet" href="/news/a.css">`, ["a.css"]],
    [`<link rel="alternate STYLESHEET" href="/news/a.css">`, ["a.css"]],
    [
      `<link rel="icon" href="/news/a.svg"><link rel=apple-touch-icon href=/news/b.png>`,
      ["a.svg", "b.png"],
    ],
    [`<link rel="manifest" href="/news/a.webmanifest">`, ["a.webmanifest"]],
    [`<link rel="preload" as="font" href="/news/a.woff2">`, ["a.woff2"]],
    [
      `<link rel="preload" as="image" imagesrcset="/news/a.png 1x, /news/b.png 2x">`,
      ["a.png", "b.png"],
    ],
    [`<link rel="modulepreload" href="/news/a.js">`, ["a.js"]],
    [`<link rel="alternate" type="application/rss+xml" href="/news/rss.xml">`, ["rss.xml"]],
    [`<link rel="alternate" type="application/atom+xml" href="/news/atom.xml">`, ["atom.xml"]],
    [`<link rel="alternate" type="application/feed+json" href="/news/feed.json">`, ["feed.json"]],
    [`<a href="/news/feeds.opml" type="text/x-opml">`, ["feeds.opml"]],
    [`<script src="/news/a.js" type="module"></script>`, ["a.js"]],
    [`<img src="/news/a.png" srcset="/news/a.png 400w, /news/b.png 800w">`, ["a.png", "b.png"]],
    [
      `<source srcset="/news/a,b.webp, /news/c.webp 2x,/news/d.webp"><source src="/news/e.webm">`,
      ["a,b.webp", "c.webp", "d.webp", "e.webm"],
    ],
    [`<img srcset="/news/a.png calc(1, 2), /news/b.png">`, ["a.png", "b.png"]],
    [`<img srcset=" , /news/à.png\n1x,,">`, ["à.png"]],
    [`<video src="/news/a.webm" poster="/news/b.jpg"></video>`, ["a.webm", "b.jpg"]],
    [`<audio src="/news/a.ogg"></audio>`, ["a.ogg"]],
    [
      `<track src="/news/a.vtt"><embed src="/news/b.svg"><object data="/news/c.pdf">`,
      ["a.vtt", "b.svg", "c.pdf"],
    ],
    [`<input type="image" src="/news/a.png">`, ["a.png"]],
    [`<svg><image href="/news/a.png"/><use xlink:href="/news/b.svg#c"/></svg>`, ["a.png", "b.svg"]],
    [`<meta property="og:image" content="https://paper.example/news/a.jpg">`, ["a.jpg"]],
    [`<meta name="twitter:image" content="https://paper.example/news/a.jpg">`, ["a.jpg"]],
    [`<p style="background: url('/news/a.png')">`, ["a.png"]],
    [`<style>p { background: url(/news/a.png) }</style>`, ["a.png"]],
    [`<noscript><img src="/news/a.png"></noscript>`, ["a.png"]],
    [`<template><img src="/news/a.png"></template>`, ["a.png"]],
  ])("%s", (html, paths) => {
    expect(ofPage(html)).toEqual(paths);
  });
});

describe("a page names nothing by", () => {
  test.each([
    `<a href="/news/2026/">`,
    `<a href="/news/data.xml">`,
    `<link rel="canonical" href="/news/a/"><link rel="next" href="/news/b/">`,
    `<link rel="alternate" hreflang="fr" href="/news/a/">`,
    `<iframe src="/news/a/"></iframe><form action="/news/b">`,
    `<meta property="og:url" content="https://paper.example/news/a/">`,
    `<meta name="description" content="/news/a.png">`,
    `<!-- <img src="/news/a.png"> -->`,
    `<!--><!-- <img src="/news/a.png"> -- > -->`,
    `<!doctype html "<img src=/news/a.png">`,
    `<script>"<img src='/news/a.png'>"</script>`,
    `<script type="application/ld+json">{"image": "<img src='/news/a.png'>"}</script >`,
    `<STYLE>/* <img src="/news/a.png"> */</Style>`,
    `<textarea></textareas><img src="/news/a.png"></textarea>`,
    `<title><img src="/news/a.png"></title>`,
    `<script><img src="/news/a.png">`,
    `<p title="<img src='/news/a.png'>">`,
    `<p title='<img src="/news/a.png">'>`,
    `</p title="<img src='/news/a.png'>">`,
    `&lt;img src="/news/a.png">`,
    `< img src="/news/a.png">`,
    // A tag that the text ends within is none.
    `<img src="/news/a.png"`,
    `<img alt="a src="/news/a.png">`,
    `<img data-src="/news/a.png">`,
  ])("%s", (html) => {
    expect(ofPage(html)).toEqual([]);
  });
});

describe("a tag is read as browsers read it", () => {
  test.each<[string, string[]]>([
    [`<IMG SRC='/news/a.png'>`, ["a.png"]],
    [`<img/src=/news/a.png/>`, ["a.png/index.html"]],
    [`<img src = /news/a.png alt>`, ["a.png"]],
    [`<img\n\tsrc\n=\n"/news/a.png"\n>`, ["a.png"]],
    [`<img alt="a > b" src="/news/a.png">`, ["a.png"]],
    [`<img alt='"' src="/news/a.png">`, ["a.png"]],
    [`<img alt=it's src="/news/a.png">`, ["a.png"]],
    [`<img =" src="/news/a.png">`, ["a.png"]],
    [`<img alt="a"src="/news/a.png">`, ["a.png"]],
    [`<img src="/news/a.png" src="/news/b.png">`, ["a.png"]],
    [`<img src="/news/a&amp;b.png">`, ["a&b.png"]],
    [`<img src="/news/a&#38;b&#x27;c.png">`, ["a&b'c.png"]],
    [`<img src="/news/a&eacute;.png">`, []],
    [`<!---><img src="/news/a.png">`, ["a.png"]],
    [`<!-- a --!><img src="/news/a.png">`, ["a.png"]],
    [`<!a><img src="/news/a.png">`, ["a.png"]],
    [`</ b><?c><img src="/news/a.png">`, ["a.png"]],
    [`a < b <img src="/news/a.png">`, ["a.png"]],
    [`<script></SCRIPT><img src="/news/a.png">`, ["a.png"]],
    [`<script>"</scripts>"</SCRIPT x="><img src="/news/a.png">`, []],
    [`<svg><title/><style/><image href="/news/a.png"/></svg>`, ["a.png"]],
    [`<svg/><title><image href="/news/a.png"/></title>`, []],
    [`<svg></svg><title><img src="/news/a.png"></title><img src="/news/b.png">`, ["b.png"]],
  ])("%s", (html, paths) => {
    expect(ofPage(html)).toEqual(paths);
  });
});

describe("an address means", () => {
  test.each<[string, string[]]>([
    ["/news/a.png", ["a.png"]],
    ["https://paper.example/news/a.png", ["a.png"]],
    ["HTTPS://PAPER.EXAMPLE:443/news/a.png", ["a.png"]],
    ["//paper.example/news/a.png", ["a.png"]],
    ["a.png", ["2026/03/story/a.png"]],
    ["./a.png", ["2026/03/story/a.png"]],
    ["../../02/a.png", ["2026/02/a.png"]],
    ["/news/b/../a.png", ["a.png"]],
    ["/news/a.png?v=1#b", ["a.png"]],
    ["/news/a%20b%C3%A9.png", ["a bé.png"]],
    ["/news/é.png", ["é.png"]],
    ["/news/100%.png", ["100%.png"]],
    [" /news/a.png\n", ["a.png"]],
    ["/news/a/", ["a/index.html"]],
    ["/news/", ["index.html"]],
    ["", []],
    ["#a", []],
    ["data:image/png;base64,AAAA", []],
    ["blob:https://paper.example/news/a.png", []],
    ["javascript:a", []],
    ["http://paper.example/news/a.png", []],
    ["https://elsewhere.example/news/a.png", []],
    ["/a.png", []],
    ["/newsroom/a.png", []],
    ["../../../../a.png", []],
    ["https://[", []],
  ])("%j: %j", (address, paths) => {
    expect(ofPage(`<img src="${address}">`)).toEqual(paths);
  });

  test("what it means from the page's base, if that names one", () => {
    expect(ofPage(`<base href="/news/b/"><img src="a.png"><img src="/news/c.png">`)).toEqual([
      "b/a.png",
      "c.png",
    ]);
    expect(ofPage(`<base href="https://elsewhere.example/"><img src="/news/a.png">`)).toEqual([]);
  });

  test("the same to every page only where it does not begin at the page", () => {
    const read = referenceReader(HOME);
    const page = Buffer.from(`<img src="a.png"><img src="/news/b.png">`);
    expect(read("c/index.html", page)).toEqual(["c/a.png", "b.png"]);
    expect(read("d/index.html", page)).toEqual(["d/a.png", "b.png"]);
  });

  test("each file once", () => {
    expect(ofPage(`<img src="/news/a.png"><img src="/news/a.png#b">`)).toEqual(["a.png"]);
  });
});

const RSS = (inner: string): string =>
  `<?xml version="1.0"?><!-- <logo>x</logo> --><rss version="2.0"><channel>${inner}</channel></rss>`;
const ATOM = (inner: string): string => `<feed xmlns="http://www.w3.org/2005/Atom">${inner}</feed>`;
const ESCAPED = "&lt;p&gt;&lt;img src=&quot;https://paper.example/news/a.png&quot;&gt;";

describe("another file names", () => {
  test.each<[string, string, string[]]>([
    ["rss.xml", RSS(`<image><url>https://paper.example/news/a.png</url></image>`), ["a.png"]],
    ["rss.xml", RSS(`<enclosure url="/news/a.mp3?b=1&amp;c=2"/>`), ["a.mp3"]],
    [
      "rss.xml",
      RSS(`<media:content url="/news/a.jpg"><media:thumbnail url="/news/b.jpg"/></media:content>`),
      ["a.jpg", "b.jpg"],
    ],
    [
      "rss.xml",
      RSS(`<atom:link rel="self" type="application/rss+xml" href="/news/rss.xml"/>`),
      ["rss.xml"],
    ],
    ["rss.xml", RSS(`<content:encoded>${ESCAPED}</content:encoded>`), ["a.png"]],
    [
      "rss.xml",
      RSS(`<content:encoded><![CDATA[<img src="/news/a.png">]]></content:encoded>`),
      ["a.png"],
    ],
    [
      "rss.xml",
      RSS(`<description>a <![CDATA[b <img]]><![CDATA[ src="/news/a.png">]]></description>`),
      ["a.png"],
    ],
    [
      "rss.xml",
      RSS(`<title>&lt;img src="/news/a.png"></title><link>https://paper.example/news/a/</link>`),
      [],
    ],
    [
      "rss.xml",
      RSS(
        `<!-- <enclosure url="/news/a.mp3"/> --><x><![CDATA[<enclosure url="/news/a.mp3"/>]]></x>`,
      ),
      [],
    ],
    ["a/atom.xml", ATOM(`<logo>/news/a.png</logo><icon> b.png </icon>`), ["a.png", "a/b.png"]],
    [
      "atom.xml",
      ATOM(
        `<link rel="enclosure" href="/news/a.mp3"/><link rel="alternate" type="text/html" href="/news/a/"/>`,
      ),
      ["a.mp3"],
    ],
    [
      "atom.xml",
      ATOM(`<link rel="prev-archive" type="application/atom+xml" href="/news/feeds/1.xml"/>`),
      ["feeds/1.xml"],
    ],
    [
      "atom.xml",
      ATOM(
        `<content type="html">${ESCAPED}</content><summary type="text">${ESCAPED.replace("a.png", "b.png")}</summary>`,
      ),
      ["a.png"],
    ],
    [
      "feeds.opml",
      `<opml version="2.0"><body><outline xmlUrl="/news/rss.xml" htmlUrl="/news/a/"/></body></opml>`,
      ["rss.xml"],
    ],
    [
      "sitemap.xml",
      `<sitemapindex><sitemap><loc>https://paper.example/news/a.xml</loc></sitemap></sitemapindex>`,
      ["a.xml"],
    ],
    [
      "a.xml",
      `<urlset><url><loc>/news/b/</loc><image:image><image:loc>/news/c.png</image:loc></image:image></url></urlset>`,
      ["c.png"],
    ],
    [
      "a.svg",
      `<svg><style>p{}</style><image href="b.png"/><use href="#c"/><feImage href="d.png"/></svg>`,
      ["b.png", "d.png"],
    ],
    ["data.xml", `<places><url>/news/a.png</url><image href="/news/b.png"/></places>`, []],
    ["data.xml", `<constructor><url>/news/a.png</url></constructor>`, []],
    ["data.xml", `<rss`, []],
    [
      "feed.json",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        icon: "/news/a.png",
        feed_url: "/news/feed.json",
        items: [
          { url: "/news/a/", image: "/news/b.png", attachments: [{ url: "/news/c.mp3" }] },
          { content_html: `<img src="/news/d.png">` },
          null,
        ],
      }),
      ["a.png", "feed.json", "b.png", "c.mp3", "d.png"],
    ],
    ["data.json", `{"icon": "/news/a.png"}`, []],
    ["feed.json", `{"version": "https://jsonfeed.org/version/1.1", "icon": "/news/a.png"`, []],
    [
      "manifest.webmanifest",
      JSON.stringify({
        start_url: "/news/",
        icons: [{ src: "/news/a.png" }],
        shortcuts: [{ url: "/news/b/", icons: [{ src: "c.png" }] }],
        screenshots: [{ src: "/news/d.png" }],
      }),
      ["a.png", "d.png", "c.png"],
    ],
    ["manifest.webmanifest", "[", []],
    ["a/style.css", `@import "b.css"; c { d: url(../e.woff2) }`, ["a/b.css", "e.woff2"]],
    ["a.txt", `<img src="/news/a.png">`, []],
    ["a.js", `import "./b.js"`, []],
  ])("%s: %s", (path, text, paths) => {
    expect(named(path, text)).toEqual(paths);
  });
});

test("only files of some kinds can name others, and none that is longer than any page", () => {
  expect(
    ["a.html", "b/style.CSS", "rss.xml"].filter((path) => canNameFiles(path, 1000)),
  ).toHaveLength(3);
  expect(
    ["a.png", "html", "constructor", "a.js"].filter((path) => canNameFiles(path, 1000)),
  ).toEqual([]);
  expect(canNameFiles("a.html", 1e9)).toBe(false);
});

describe("what it takes grows with the length of a text alone", () => {
  test.each<[string, string, string]>([
    ["index.html", "<", ""],
    ["index.html", "<a", ""],
    ["index.html", "<!--", ""],
    ["index.html", "<!-- --", ""],
    ["index.html", "<script>", ""],
    ["index.html", "<style></", "style"],
    ["index.html", `<img alt="`, ""],
    ["index.html", `<img alt='" `, ""],
    ["index.html", "<img a=", ""],
    ["index.html", "<svg>", ""],
    ["index.html", "&", ""],
    ["index.html", `<img srcset="`, ""],
    ["index.html", ",", ""],
    ["index.html", "&amp", ""],
    ["index.html", "<img src=/news/a/..>", ""],
    ["a.css", "/*", ""],
    ["a.css", `url("`, ""],
    ["a.css", "url(", ""],
    ["a.css", "\\", ""],
    ["a.css", "@import", ""],
    ["a.css", "url(a)", ""],
    ["a.css", " ", ""],
    ["rss.xml", "<![CDATA[", ""],
    ["rss.xml", "<url>", ""],
    ["rss.xml", "<description>&lt;img", ""],
    ["rss.xml", "<description><![CDATA[]]>", ""],
    ["rss.xml", "<?", ""],
    ["feed.json", "[", ""],
  ])("%s with many of %s", (path, part, end) => {
    const beginning = { xml: "<rss>", css: "", html: "", json: "https://jsonfeed.org/version/1" }[
      path.split(".")[1] ?? ""
    ];
    const look = (size: number): void => {
      const text = (beginning ?? "") + part.repeat(size) + end;
      named(path, text);
      ofPage(`<img srcset="${text.replaceAll('"', "")}" style="${text.replaceAll('"', "")}">`);
    };
    expect(growth(look)).toBeLessThan(2.5);
  });
});
