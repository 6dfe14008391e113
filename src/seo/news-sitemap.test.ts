import { expect, test } from "vitest";
import { newsLanguage, newsSitemapXml } from "./news-sitemap.ts";
import { robotsTxt } from "./robots-txt.ts";

const front = "https://paper.example/o'clock/";
const publication = { name: "O'Brien & Sons", language: "en-GB", front };

test("Rule 27: a news sitemap names publication, language, date and title", () => {
  const entry = {
    address: "https://paper.example/a/",
    title: "Fish & <b>chips</b>",
    published: "2024-05-01T09:00:00+02:00",
  };
  expect(newsSitemapXml([entry], publication)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://paper.example/a/</loc><news:news><news:publication><news:name>O'Brien &amp; Sons</news:name><news:language>en</news:language></news:publication><news:publication_date>2024-05-01T09:00:00+02:00</news:publication_date><news:title>Fish &amp; &lt;b&gt;chips&lt;/b&gt;</news:title></news:news></url>
    </urlset>
    "
  `);
});

test("Rule 27: a news sitemap without news has the front page as a page, since its schema asks for an address", () => {
  expect(newsSitemapXml([], publication)).toContain(
    'sitemap-news/0.9">\n<url><loc>https://paper.example/o&apos;clock/</loc></url>\n</urlset>',
  );
});

test.each([
  ["en-GB", "en"],
  ["pt-BR", "pt"],
  ["zh", "zh-cn"],
  ["zh-HK", "zh-tw"],
])("Rule 27: %s is told as %s", (tag, told) => {
  expect(newsLanguage(tag)).toBe(told);
});

test("robots.txt shows the way to the sitemaps", () => {
  expect(robotsTxt(["https://paper.example/sitemap.xml"])).toMatchInlineSnapshot(`
    "User-agent: *
    Allow: /

    Sitemap: https://paper.example/sitemap.xml
    "
  `);
});
