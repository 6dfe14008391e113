import { describe, expect, test } from "vitest";
import { MANIFEST_NAME } from "../../../src/output/bundle-path.ts";
import { digestOf } from "../../../src/cache/file-digest.ts";
import { formatManifest } from "../../../src/output/manifest.ts";
import { bundleChanges, isSame } from "./bundle-changes.ts";
import type { Bundle } from "./bundle-changes.ts";

function bundle(files: Record<string, string | Buffer>): Bundle {
  return new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
}

function withManifest(files: Bundle): Bundle {
  const entries = [...files].map(([path, file]) => ({
    path,
    bytes: file.length,
    sha256: digestOf(file),
  }));
  return new Map([...files, [MANIFEST_NAME, Buffer.from(formatManifest(entries))]]);
}

describe("the changes between two bundles", () => {
  test("are what was added, what was removed and what is not the same", () => {
    const before = bundle({ "index.html": "old", "gone.html": "g", "same.html": "s" });
    const after = bundle({ "index.html": "new", "added.html": "a", "same.html": "s" });
    const changes = bundleChanges(before, after);
    expect(changes).toEqual({
      added: ["added.html"],
      removed: ["gone.html"],
      changed: [
        {
          path: "index.html",
          sizes: { before: 3, after: 3 },
          texts: { before: "old", after: "new" },
        },
      ],
      inNamesOnly: [],
      same: 1,
    });
    expect(isSame(changes)).toBe(false);
  });

  test("are none where all bytes are the same", () => {
    const files = bundle({ "index.html": "i", "a.png": Buffer.from([0, 1]) });
    expect(isSame(bundleChanges(files, new Map(files)))).toBe(true);
  });

  test("of what is no text are its sizes alone", () => {
    const before = bundle({ "a.png": Buffer.from([0, 1]), "b.txt": Buffer.from([0xff]) });
    const after = bundle({ "a.png": Buffer.from([0, 1, 2]), "b.txt": "text now" });
    expect(bundleChanges(before, after).changed).toEqual([
      { path: "a.png", sizes: { before: 2, after: 3 } },
      { path: "b.txt", sizes: { before: 1, after: 8 } },
    ]);
  });

  test("tell a style sheet under its new name as changed, and pages apart that differ only by that name", () => {
    const before = bundle({
      "_astro/style.AAAAAAAA.css": "body{}",
      "_astro/chunk-AAAAAAAA.js": 'import"./style.AAAAAAAA.css"',
      "about/index.html": '<link href="/_astro/style.AAAAAAAA.css">',
      "index.html": '<link href="/_astro/style.AAAAAAAA.css"><h1>Old',
    });
    const after = bundle({
      "_astro/style.BBBBBBBB.css": "body{color:red}",
      "_astro/chunk-BBBBBBBB.js": 'import"./style.BBBBBBBB.css"',
      "about/index.html": '<link href="/_astro/style.BBBBBBBB.css">',
      "index.html": '<link href="/_astro/style.BBBBBBBB.css"><h1>New',
    });
    expect(bundleChanges(before, after)).toEqual({
      added: [],
      removed: [],
      changed: [
        {
          path: "_astro/style.BBBBBBBB.css",
          oldPath: "_astro/style.AAAAAAAA.css",
          sizes: { before: 6, after: 15 },
          texts: { before: "body{}", after: "body{color:red}" },
        },
        {
          path: "index.html",
          sizes: { before: 47, after: 47 },
          texts: {
            before: '<link href="/_astro/style.BBBBBBBB.css"><h1>Old',
            after: '<link href="/_astro/style.BBBBBBBB.css"><h1>New',
          },
        },
      ],
      inNamesOnly: ["_astro/chunk-BBBBBBBB.js", "about/index.html"],
      same: 0,
    });
  });

  test("hold the manifest only where it says something else than the other files", () => {
    const before = bundle({ "index.html": "old" });
    const after = bundle({ "index.html": "new" });
    const paths = (one: Bundle, other: Bundle): string[] =>
      bundleChanges(one, other).changed.map(({ path }) => path);
    expect(paths(withManifest(before), withManifest(after))).toEqual(["index.html"]);
    const otherForm = new Map([...after, [MANIFEST_NAME, Buffer.from("{}\n")]]);
    expect(paths(withManifest(before), otherForm)).toEqual(["index.html", MANIFEST_NAME]);
  });
});
