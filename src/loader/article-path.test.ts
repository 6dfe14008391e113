import { withContentFolder } from "../domain/content-path.ts";
import { describe, expect, test } from "vitest";
import { articlePath, slugOf } from "./article-path.ts";

describe("an article's address is made of its folder and its name", () => {
  test.each([
    ["articles/2023/12/slug.mdx", "/2023/12/slug/"],
    ["articles/2023/01/web-2.0.md", "/2023/01/web-2.0/"],
    ["articles/2023/01/東京.md", "/2023/01/東京/"],
    ["articles/2023/01/cafe\u0301.md", "/2023/01/café/"],
  ])("%s", (file, path) => {
    expect(articlePath(file)).toMatchObject({ parts: { path }, diagnostics: [] });
  });
});

test.each([
  ["articles/slug.mdx", "path/not-in-month"],
  ["articles/2023/13/slug.mdx", "path/not-in-month"],
  ["articles/2023/1/slug.mdx", "path/not-in-month"],
  ["articles/2023/12/more/slug.mdx", "path/not-in-month"],
  ["articles/2023/12/Slug.mdx", "path/bad-name"],
  ["articles/2023/12/a b.mdx", "path/bad-name"],
  ["articles/2023/12/a--b.mdx", "path/bad-name"],
  [`articles/2023/12/${"a".repeat(201)}.mdx`, "path/bad-name"],
  ["articles/2023/12/con.md", "path/bad-name"],
  ["articles/2023/12/aux.1.md", "path/bad-name"],
  ["articles/2023/12/index.html.md", "path/reserved"],
])("%s has no address", (file, code) => {
  const { parts, diagnostics } = articlePath(file);
  expect(parts).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code, file }]);
});

test("a bad name is offered a good one", () => {
  const [found] = articlePath("articles/2023/12/C# at 40%.md").diagnostics;
  expect(withContentFolder(found?.fix ?? "", "content/")).toBe(
    "Rename it to `content/articles/2023/12/c-sharp-at-40.md`.",
  );
});

test("a faulty slug is given with its faults", () => {
  expect(slugOf("categories/2025.yaml", true)).toMatchObject({
    slug: "2025",
    diagnostics: [{ code: "path/reserved" }],
  });
  expect(slugOf("pages/cdn-cgi.md", true).diagnostics).toMatchObject([{ code: "path/reserved" }]);
  expect(slugOf("tags/cdn-cgi.yaml", false).diagnostics).toEqual([]);
  expect(slugOf("authors/con.yaml", false).diagnostics).toMatchObject([{ code: "path/bad-name" }]);
  expect(slugOf("authors/2025.yaml", false)).toEqual({ slug: "2025", diagnostics: [] });
  expect(slugOf("pages/legal/terms.md", true).diagnostics).toMatchObject([
    { code: "path/bad-name" },
  ]);
});
