import { expect, test } from "vitest";
import { storedFiles } from "./stored-bundle.ts";
import type { BundleFile } from "./upload-plan.ts";

const file = (path: string, more: Partial<BundleFile> = {}): BundleFile => ({
  path,
  bytes: 1,
  sha256: `of ${path}`,
  ...more,
});
const BUNDLE = [
  file("a.webp"),
  file("data.csv.gz"),
  file("index.html"),
  file("index.html.br", { copyAs: "br" }),
  file("index.html.gz", { copyAs: "gzip" }),
  file("rss.xml"),
  file("rss.xml.br", { copyAs: "br" }),
];

test("packed copies stay behind, and a file of the publication's own that is named like one does not", () => {
  expect(storedFiles(BUNDLE, { copies: false }).map(({ path }) => path)).toEqual([
    "a.webp",
    "data.csv.gz",
    "index.html",
    "rss.xml",
  ]);
});

test("packed copies go along where they are wanted", () => {
  expect(storedFiles(BUNDLE, { copies: true })).toEqual(BUNDLE);
});

test("a file that has a copy is stored packed, with the digest of the plain one", () => {
  expect(storedFiles(BUNDLE, { copies: false, encoding: "gzip" })).toEqual([
    file("a.webp"),
    file("data.csv.gz"),
    file("index.html", { encoding: "gzip" }),
    file("rss.xml"),
  ]);
});
