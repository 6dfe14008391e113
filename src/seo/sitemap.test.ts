import { expect, test } from "vitest";
import { sitemapIndexXml, sitemapXml } from "./sitemap.ts";

test("a sitemap escapes its addresses and leaves out dates that are not known", () => {
  const text = sitemapXml([
    { address: "https://paper.example/a?b=1&c='2'", changed: "2024-01-01T00:00:00+01:00" },
    { address: "https://paper.example/b/" },
  ]);
  expect(text).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>https://paper.example/a?b=1&amp;c=&apos;2&apos;</loc><lastmod>2024-01-01T00:00:00+01:00</lastmod></url>
    <url><loc>https://paper.example/b/</loc></url>
    </urlset>
    "
  `);
});

test("an index of sitemaps names them as sitemaps", () => {
  expect(sitemapIndexXml([{ address: "https://paper.example/s.xml" }])).toContain(
    "<sitemap><loc>https://paper.example/s.xml</loc></sitemap>",
  );
});
