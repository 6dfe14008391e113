import { expect, test } from "vitest";
import { readOldAddress } from "./old-address.ts";

test.each([
  ["/2019/old-name/", "/2019/old-name/"],
  ["/2019/old-name", "/2019/old-name/"],
  ["/story.php", "/story.php/"],
  ["/story.html", "/story.html"],
  ["/story.html/", "/story.html/"],
  ["/a/index.html", "/a/"],
  ["/%e4%b8%ad/", "/中/"],
  ["/cafe%CC%81/", "/café/"],
])("%s is printed at %s", (written, path) => {
  expect(readOldAddress(written)).toEqual({ path });
});

test.each([
  "old-name",
  "https://paper.example/a/",
  "//elsewhere.example/a/",
  "/?p=12",
  "/a/#b",
  "/a/../b/",
  "/a/%2e%2e/b/",
  "/a//b/",
  "/a%2Fb/",
  "/a%00/",
  "/%zz/",
  "/a\\b/",
  "/",
  "/index.html",
  `/${"x".repeat(201)}/`,
  `/${"中".repeat(70)}/`,
])("%s cannot be printed", (written) => {
  expect(readOldAddress(written)).toHaveProperty("fault");
});
