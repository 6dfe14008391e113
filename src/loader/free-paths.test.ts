import { expect, test } from "vitest";
import type { ContentFiles } from "./content-lists.ts";
import { freePaths } from "./free-paths.ts";

function among(...paths: readonly string[]): ReturnType<typeof freePaths> {
  const assets = new Map(paths.map((file) => [file, { file }]));
  return freePaths({ assets } as unknown as ContentFiles);
}

test.each([
  ["articles/2026/03/a.md", [], "articles/2026/03/a.md"],
  ["articles/2026/03/a.md", ["articles/2026/03/a.mdx"], "articles/2026/03/a-2.md"],
  [
    "articles/2026/03/a.md",
    ["articles/2026/03/A.md", "articles/2026/03/a-2.mdx"],
    "articles/2026/03/a-3.md",
  ],
  ["pages/town.md", ["categories/town.yaml"], "pages/town-2.md"],
  ["authors/town.yaml", ["categories/town.yaml"], "authors/town.yaml"],
  ["public/a-b", ["public/a-b/one.txt"], "public/a-b-2"],
  ["public/.well-known", ["public/.well-known/x"], "public/.well-known-2"],
])("for %s, where %j lies, the free path is %s", (path, taken, free) => {
  expect(among(...taken)(path, "elsewhere.md")).toBe(free);
});

test("a path that was given is taken", () => {
  const free = among();
  expect(["a.md", "a.mdx", "a.md"].map((path) => free(path, "b.md"))).toEqual([
    "a.md",
    "a-2.mdx",
    "a-3.md",
  ]);
});

test("who moves leaves the path that it has, but not what another has too", () => {
  expect(among("authors/Ada.yaml")("authors/ada.yaml", "authors/Ada.yaml")).toBe(
    "authors/ada.yaml",
  );
  expect(among("a.md", "a.mdx")("a.md", "a.md")).toBe("a-2.md");
});
