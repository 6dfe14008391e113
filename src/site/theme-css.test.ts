import { expect, test } from "vitest";
import { contrast } from "./contrast.ts";
import { accentSchema, themeFrom } from "./theme.ts";
import { themeCss } from "./theme-css.ts";

const site = { base: "/paper/", theme: themeFrom() };

test("the press's own look with the accents of two sections", () => {
  const accent = accentSchema(site.theme.paper).parse("#2f6b3a");
  const categories = [{ slug: "seo", accent }, { slug: "social" }];
  expect(themeCss({ site, categories })).toMatchInlineSnapshot(`
    "@layer tokens {
    :root {
    --paper: light-dark(#fdfcf9, #171513);
    --ink: light-dark(#1a1816, #ece8e1);
    --quiet: light-dark(#494744, #b3afa9);
    --rule: light-dark(#cac9c6, #3b3936);
    --accent: light-dark(#a3231f, #f29a86);
    }
    [data-section="seo"] { --accent: light-dark(#2f6b3a, #71af7a); }
    }
    "
  `);
});

test("type of the publication is fetched below its base and moves nothing when it comes", () => {
  const theme = themeFrom({}, { serif: "/type/my text.woff2", sans: "system" });
  const css = themeCss({ site: { ...site, theme }, categories: [] });
  expect(css).toContain('url("/paper/type/my%20text.woff2")');
  expect(css).toContain("font-display: optional");
  expect(css).toContain('--serif: "own serif", ');
  expect(css).toContain("--sans: system-ui");
});

test("captions can be read on every paper", () => {
  for (const paper of ["#fdfcf9", "#fff1e5", "#ffffff", "#e8e2d0"]) {
    const css = themeCss({ site: { ...site, theme: themeFrom({ paper }) }, categories: [] });
    const [, quiet = ""] = /--quiet: light-dark\((#\w+)/.exec(css) ?? [];
    expect(contrast(quiet, paper)).toBeGreaterThanOrEqual(7);
  }
});

test("what a publication brings of its own is added, and nothing of it where it brings nothing", () => {
  const plain = themeCss({ site, categories: [] });
  const ad = { html: "", width: 300, height: 250 };
  const newsletter = { action: "https://a.example/", field: "email", hidden: {}, title: "Letter" };
  const parts = { css: "p {\n  color: red;\n}\n", ads: { "front-top": ad }, newsletter };
  const css = themeCss({ site, categories: [], parts });
  expect(css).toMatch(
    /^@import "\/src\/styles\/parts\/ads.css";\n@import "\/src\/styles\/parts\/newsletter.css";\n@layer tokens/,
  );
  expect(css).toContain(
    ".ad-front-top { --ad-width: 300px; --ad-height: 250px; --ad-ratio: 300 / 250; }",
  );
  expect(css).toMatch(/\n@layer publication \{\np \{\n {2}color: red;\n\}\n\}\n$/);
  expect(themeCss({ site, categories: [], parts: {} })).toBe(plain);
});
