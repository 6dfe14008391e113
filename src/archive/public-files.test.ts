import { expect, test } from "vitest";
import { publicFileFindings } from "./public-files.ts";

const PAGES = ["/", "/about/", "/2024/05/story/", "/rss.xml"];

test.each([
  "index.html",
  "INDEX.html",
  "about/index.html",
  "About/Index.HTML",
  "about",
  "2024",
  "2024/05",
  "rss.xml",
  "404.html",
  "stet-manifest.jsonl",
  "_astro/page.css",
  "media/a.jpg",
  "Pagefind/x.js",
  "Robots.txt",
  "robots.txt/a.txt",
  "Favicon.svg",
])("public/%s would take the place of something of the press's", (path) => {
  expect(publicFileFindings([`public/${path}`], PAGES)).toMatchObject([
    { code: "path/collision", file: `public/${path}` },
  ]);
});

test.each([
  "robots.txt",
  "favicon.svg",
  "favicon.ico",
  "about/team.jpg",
  "2024/05/story/data.csv",
  "mediakit.pdf",
  "index.htm",
])("public/%s is in nobody's way", (path) => {
  expect(publicFileFindings([`public/${path}`], PAGES)).toEqual([]);
});

test("a file in the place of a list that comes with an article held back is told today", () => {
  expect(publicFileFindings(["public/tags/new/index.html"], PAGES, ["/tags/new/"])).toMatchObject([
    { code: "path/collision" },
  ]);
});

test("files that differ in case alone are told of each other", () => {
  const [found] = publicFileFindings(["public/Logo.svg", "public/logo.svg"], PAGES);
  expect(found).toMatchObject({ code: "path/collision", file: "public/logo.svg" });
  expect(found?.message).toContain("public/Logo.svg");
});
