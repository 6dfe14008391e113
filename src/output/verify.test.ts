import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import { formatManifest } from "./manifest.ts";
import { verifyBundle } from "./verify.ts";

let folder = "";
const write = (path: string, text: string | Buffer): void =>
  writeFileSync(join(folder, path), text);
const found = (): string[] =>
  verifyBundle(folder).problems.map(({ what, path }) => `${what} ${path}`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  mkdirSync(join(folder, "a"));
  const large = Buffer.alloc(2_500_000, "x");
  write("a/large", large);
  write("index.html", "hello");
  const entries = [
    { path: "a/large", bytes: large.length, sha256: digestOf(large) },
    { path: "index.html", bytes: 5, sha256: digestOf("hello") },
  ];
  write("stet-manifest.jsonl", formatManifest(entries));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("the check of a bundle", () => {
  test("finds nothing wrong with a whole one, and counts it", () => {
    expect(verifyBundle(folder)).toEqual({ files: 2, bytes: 2_500_005, problems: [] });
  });

  test("finds files that are missing, changed, or longer", () => {
    rmSync(join(folder, "a/large"));
    write("index.html", "hallo");
    expect(found()).toEqual(["missing a/large", "changed index.html"]);
    write("index.html", "hello!");
    expect(verifyBundle(folder).problems[1]?.detail).toBe(
      "It has 6 bytes, but the manifest says 5.",
    );
  });

  test("finds files that nobody listed, but for place-holders", () => {
    write("a/extra", "");
    write("a/.DS_Store", "");
    write(".gitkeep", "");
    expect(found()).toEqual(["unknown a/extra"]);
  });

  test("takes a link for another thing than a file, even if the bytes are the same", () => {
    write("a/hello", "hello");
    rmSync(join(folder, "index.html"));
    symlinkSync("a/hello", join(folder, "index.html"));
    symlinkSync("a", join(folder, "link"));
    expect(found()).toEqual(["unknown a/hello", "changed index.html", "unknown link"]);
  });

  test("finds the traces of a publication that did not end", () => {
    write("stet-journal.json", "{}");
    write("a/.stet-tmp-1", "");
    expect(found()).toEqual(["unfinished a/.stet-tmp-1", "unfinished stet-journal.json"]);
    rmSync(join(folder, "stet-manifest.jsonl"));
    expect(found()).toEqual([
      "manifest stet-manifest.jsonl",
      "unfinished a/.stet-tmp-1",
      "unfinished stet-journal.json",
    ]);
  });

  describe("with an address in its manifest", () => {
    const url = "https://paper.example/news/";
    const publishFiles = (files: Record<string, string>, home?: string): void => {
      for (const [path, text] of Object.entries(files)) write(path, text);
      const entries = Object.entries(files).map(([path, text]) => ({
        path,
        bytes: Buffer.byteLength(text),
        sha256: digestOf(text),
      }));
      write("stet-manifest.jsonl", formatManifest(entries, home));
    };
    const page = `<link rel="icon" href="/news/icon.svg"><img src="/news/a/b.png">`;
    const files = { "index.html": page, "about.html": page, "a.css": "@import 'b.css'" };

    test("finds the files that others name and it lacks, and says who names them", () => {
      rmSync(join(folder, "a/large"));
      publishFiles({ ...files, "icon.svg": "<svg/>" }, url);
      expect(verifyBundle(folder).problems).toEqual([
        {
          path: "a/b.png",
          what: "missing",
          detail: "The bundle has no such file; it is referred to by about.html and 1 other file.",
        },
        {
          path: "b.css",
          what: "missing",
          detail: "The bundle has no such file; it is referred to by a.css.",
        },
      ]);
    });

    test("tells of a file once, and not of what a changed one names", () => {
      rmSync(join(folder, "a/large"));
      publishFiles({ ...files, "b.css": "", "icon.svg": "<svg/>" }, url);
      write("a/b.png", "");
      rmSync(join(folder, "icon.svg"));
      write("b.css", "@import 'c.css'");
      expect(found()).toEqual(["unknown a/b.png", "changed b.css", "missing icon.svg"]);
    });

    test("and only then", () => {
      rmSync(join(folder, "a/large"));
      publishFiles(files);
      expect(found()).toEqual([]);
    });
  });

  test("rejects a folder without a manifest, a damaged one, and no folder at all", () => {
    write("stet-manifest.jsonl", "{}");
    expect(found()).toEqual(["manifest stet-manifest.jsonl"]);
    expect(verifyBundle(join(folder, "absent")).problems).toMatchObject([{ what: "manifest" }]);
  });
});
