import { expect, test } from "vitest";
import { fileEnding, PUBLISHABLE_TYPES, publishableType } from "./publishable-types.ts";

test.each([
  ["a/press kit.PDF", "application/pdf"],
  ["clip.webm", "video/webm"],
  ["a.b/logo.Svg", "image/svg+xml; charset=utf-8"],
])("%s may be published as %s", (path, type) => {
  expect(publishableType(path)).toBe(type);
});

test.each([
  "page.html",
  "page.xhtml",
  "app.js",
  "app.mjs",
  "app.wasm",
  "style.css",
  "feed.xml",
  "site.webmanifest",
  "drawing.svgz",
  "_headers",
  "CNAME",
  "pdf",
  ".pdf",
  "a.pdf/b",
  "a.pdf.",
  "a.constructor",
  "",
])("%s is not among the types that anyone may publish", (path) => {
  expect(publishableType(path)).toBeUndefined();
});

test("no type is one that browsers run, read as markup or as a style sheet", () => {
  for (const [ending, type] of Object.entries(PUBLISHABLE_TYPES)) {
    if (ending !== "svg")
      expect(type).not.toMatch(/html|xml(?!formats)|javascript|ecmascript|wasm|css/);
  }
});

test.each([
  ["a/b.tar.GZ", "gz"],
  ["a.b/c", ""],
  [".hidden", ""],
])("the ending of %s is %j", (path, ending) => {
  expect(fileEnding(path)).toBe(ending);
});
