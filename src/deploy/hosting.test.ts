import { expect, test } from "vitest";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import { cacheControl } from "./caching.ts";
import { classHeaders, fileClasses, fileHeaders, hostingOf } from "./hosting.ts";

test.each([
  ["rss.xml", "public, max-age=1800", "cross-origin"],
  ["news/atom.xml", "public, max-age=1800", "cross-origin"],
  ["feeds/archive/2026/10-1.xml", "public, max-age=1800", "cross-origin"],
  ["media/lock.0123456789abcdef-800.webp", "public, max-age=31536000, immutable", "cross-origin"],
  ["_astro/article.qPQ1FYab.js", "public, max-age=31536000, immutable", "same-origin"],
  ["2026/03/Lock.JPG", "no-cache", "cross-origin"],
  ["tide.mp4", "no-cache", "cross-origin"],
  ["index.html", "no-cache", "same-origin"],
  ["pagefind/pagefind.js", "no-cache", "same-origin"],
  ["sitemap.xml", "no-cache", "same-origin"],
])("%s may be kept for %s and shown by %s", (path, caching, policy) => {
  expect(fileHeaders(path, hostingOf(aPublication([])))).toMatchObject({
    "cache-control": caching,
    "cross-origin-resource-policy": policy,
    "x-content-type-options": "nosniff",
  });
  expect(cacheControl(path)).toBe(caching);
});

test("files of no class have nothing but their age", () => {
  expect(classHeaders("about/index.html", fileClasses(undefined))).toEqual({
    "cache-control": "no-cache",
  });
});

test("addresses of a publication below a path are those that readers ask for", () => {
  const publication = aPublication([]);
  const hosting = hostingOf({
    site: { ...publication.site, origin: "https://paper.example", base: "/caf%C3%A9/" },
    moved: [
      { from: "/old/", to: "/2026/03/a b/#c d" },
      { from: "/2019/away.php", to: "https://elsewhere.example/?a=1&b=é" },
    ],
    queries: [{ name: "p", to: "/p/" }],
    takedowns: [{ path: "/2018/gone.htm", day: "2026-01-01" }] as never,
  });
  expect(hosting).toMatchObject({
    origin: "https://paper.example",
    base: "/café/",
    redirects: [
      { from: "/café/2019/away.php", to: "https://elsewhere.example/?a=1&b=%C3%A9" },
      { from: "/café/old/", to: "/caf%C3%A9/2026/03/a%20b/#c%20d" },
    ],
    queries: [{ name: "p", to: "/caf%C3%A9/p/" }],
    gone: ["/café/2018/gone.htm"],
  });
});
