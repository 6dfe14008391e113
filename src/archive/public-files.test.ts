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
])("public/%s would take the place of something of the press's", (path) => {
  expect(publicFileFindings([`public/${path}`], PAGES)).toMatchObject([
    { code: "path/collision", file: `public/${path}` },
  ]);
});

test.each(["robots.txt", "about/team.jpg", "2024/05/story/data.csv", "mediakit.pdf", "index.htm"])(
  "public/%s is in nobody's way",
  (path) => {
    expect(publicFileFindings([`public/${path}`], PAGES)).toEqual([]);
  },
);

test("files that differ in case alone are told of each other", () => {
  const [found] = publicFileFindings(["public/Logo.svg", "public/logo.svg"], PAGES);
  expect(found).toMatchObject({ code: "path/collision", file: "public/logo.svg" });
  expect(found?.message).toContain("public/Logo.svg");
});
