import { expect, test } from "vitest";
import { linkFaults } from "./link-faults.ts";

const HOME = new URL("https://x.example/paper/");

/** Faults of a bundle given by its texts, each as cause and place. */
function faults(files: Record<string, string>): string[] {
  const bundle = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  return linkFaults(bundle, HOME).map(
    ({ cause, where }) => `${cause.replace(/^link /, "")} | ${where}`,
  );
}

/** A page with this in its body. */
function page(body: string, head = ""): string {
  return `<!DOCTYPE html><html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`;
}

test("addresses that lead to a file, to a fragment or away are passed over", () => {
  const body =
    '<a href="/paper/">a</a><a href="a/?q=1#%C3%A9">b</a><a href="#top">c</a><a href="https://y.example/none">d</a>' +
    '<a href="mailto:a@x.example">e</a><img alt="" src="p%20q.png" srcset="p%20q.png 1x, /paper/p%20q.png 2x">';
  const head =
    '<link rel="canonical" href="https://x.example/paper/"><meta property="og:image" content="https://x.example/paper/p%20q.png">' +
    '<script type="application/ld+json">{"@id":"https://x.example/paper/#x","@context":"https://schema.org"}</script>';
  const a = page('<h2 id="é">x</h2><a href="../#top">up</a>');
  expect(faults({ "index.html": page(body, head), "a/index.html": a, "p q.png": "" })).toEqual([]);
});

test.each([
  ['<a href="/paper/none/">', "leads nowhere: a href"],
  ['<a href="none/">', "leads nowhere: a href"],
  ['<a href="/a/">', "outside the base: a href"],
  ['<a href="/paper/a">', "without its closing slash: a href"],
  ['<a href="a/#none">', "no such fragment: a href"],
  ['<a href="#none">', "no such fragment: a href"],
  ['<a href="https://x.example/paper/none/">', "leads nowhere: a href"],
  ['<a href="https://">', "is no address: a href"],
  ['<a href="/paper/%ff/">', "is no address: a href"],
  ['<img src="none.png" alt="">', "leads nowhere: img src"],
  ['<img srcset="p.png 1x, none.png 2x" alt="">', "leads nowhere: img srcset"],
  ['<picture><source srcset="none.webp 2w"></picture>', "leads nowhere: source srcset"],
  ['<form action="/paper/none/"></form>', "leads nowhere: form action"],
  ['<noscript><a href="/paper/none/">a</a></noscript>', "leads nowhere: a href"],
  ['<template><a href="/paper/none/">a</a></template>', "leads nowhere: a href"],
  ['<svg><use xlink:href="#none"></use></svg>', "no such fragment: use xlinkhref"],
])("%s is found", (body, cause) => {
  const found = faults({ "index.html": page(body), "a/index.html": page(""), "p.png": "" });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`${cause} | index.html: `);
});

test.each([
  ['<link rel="stylesheet" href="/paper/none.css">', "link stylesheet href"],
  ['<link rel="alternate" href="/paper/none.xml">', "link alternate href"],
  ['<link rel="canonical" href="https://x.example/paper/none/">', "link canonical href"],
  ['<meta property="og:image" content="https://x.example/paper/none.jpg">', "og:image"],
  ['<meta http-equiv="refresh" content="0; url=/paper/none/">', "refresh"],
  [
    '<script type="application/ld+json">{"a":[{"url":"https://x.example/paper/none/"}]}</script>',
    "JSON-LD",
  ],
])("in the head %s is found", (head, by) => {
  const found = faults({ "index.html": page("", head) });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`leads nowhere: ${by} | index.html: `);
});

test("what feeds, sitemaps, robots.txt and styles name is looked up too", () => {
  const entry = '&lt;a href="https://x.example/paper/lost/?a=1&amp;amp;b=2"&gt;a&lt;/a&gt;';
  expect(
    faults({
      "rss.xml": `<rss><link>https://x.example/paper/gone/</link><enclosure url="https://x.example/paper/e.mp3"/><content:encoded>${entry}</content:encoded></rss>`,
      "sitemap.xml": "<urlset><loc>https://x.example/paper/none/</loc></urlset>",
      "robots.txt": "User-agent: *\nSitemap: https://x.example/paper/map.xml\n",
      "a.css": '@import "b.css"; a { background: url(c.png) }',
    }),
  ).toEqual([
    "leads nowhere: link | rss.xml: https://x.example/paper/gone/",
    "leads nowhere: enclosure url | rss.xml: https://x.example/paper/e.mp3",
    "leads nowhere: entry a href | rss.xml: https://x.example/paper/lost/?a=1&b=2",
    "leads nowhere: loc | sitemap.xml: https://x.example/paper/none/",
    "leads nowhere: robots.txt | robots.txt: https://x.example/paper/map.xml",
    "leads nowhere: css | a.css: b.css",
    "leads nowhere: css | a.css: c.png",
  ]);
});
