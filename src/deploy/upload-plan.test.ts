import { describe, expect, test } from "vitest";
import { filesToSend, planUpload } from "./upload-plan.ts";
import type { BundleFile } from "./upload-plan.ts";

/** Files of a bundle by path, each with a text that stands for its digest. */
function bundle(files: Record<string, string>): BundleFile[] {
  return Object.entries(files).map(([path, sha256]) => ({ path, bytes: sha256.length, sha256 }));
}

const NONE = new Set<string>();

describe("an upload", () => {
  test("sends what is new before what replaces something, and fronts and feeds last", () => {
    const before = bundle({
      "2026/03/a/index.html": "a1",
      "index.html": "i1",
      "pagefind/pagefind-entry.json": "e1",
      "rss.xml": "r1",
      "sitemap.xml": "s",
      "tags/quay/rss.xml": "t1",
    });
    const after = bundle({
      "2026/03/a/index.html": "a2",
      "2026/04/b/index.html": "b",
      "atom.xml": "f",
      "authors/new/rss.xml": "n",
      "feed.json": "j",
      "feeds/archive/2026/03.xml": "f3",
      "index.html": "i2",
      "media/b.0123456789abcdef-480.webp": "p",
      "pagefind/fragment/b.pf_fragment": "f",
      "pagefind/pagefind-entry.json": "e2",
      "rss.xml": "r2",
      "sitemap.xml": "s",
      "sitemaps/2026-04.xml": "s4",
      "tags/quay/rss.xml": "t1",
    });
    const plan = planUpload(before, after, NONE);
    const paths = Object.entries(plan.send).map(([phase, files]) => [
      phase,
      files.map(({ path }) => path),
    ]);
    expect(Object.fromEntries(paths)).toEqual({
      "new parts": [
        "feeds/archive/2026/03.xml",
        "media/b.0123456789abcdef-480.webp",
        "pagefind/fragment/b.pf_fragment",
      ],
      "new pages": ["2026/04/b/index.html"],
      changed: ["2026/03/a/index.html", "pagefind/pagefind-entry.json"],
      "fronts and feeds": [
        "atom.xml",
        "authors/new/rss.xml",
        "feed.json",
        "index.html",
        "rss.xml",
        "sitemaps/2026-04.xml",
      ],
    });
    expect(filesToSend(plan)).toHaveLength(12);
    expect([plan.remove, plan.unchanged]).toEqual([[], 2]);
  });

  test("removes what only the old bundle has", () => {
    const plan = planUpload(bundle({ b: "1", a: "1", c: "1" }), bundle({ c: "1" }), NONE);
    expect([filesToSend(plan), plan.remove, plan.unchanged]).toEqual([[], ["a", "b"], 1]);
  });

  test("sends everything where nothing is public yet", () => {
    const plan = planUpload([], bundle({ "a.css": "1", "index.html": "2" }), NONE);
    expect(filesToSend(plan).map(({ path }) => path)).toEqual(["a.css", "index.html"]);
  });

  test("trusts nothing that is in doubt: sends what it still has, removes what it has not", () => {
    const doubtful = new Set(["reverted.html", "withdrawn.html"]);
    const files = bundle({ "kept.html": "1", "reverted.html": "1" });
    const plan = planUpload(files, files, doubtful);
    expect(plan.send.changed.map(({ path }) => path)).toEqual(["reverted.html"]);
    expect([plan.remove, plan.unchanged]).toEqual([["withdrawn.html"], 1]);
  });
});
