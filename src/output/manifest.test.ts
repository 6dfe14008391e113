import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import { formatManifest, ManifestError, parseManifest, readManifest } from "./manifest.ts";

const sha256 = digestOf("x");
const entry = (path: string) => ({ path, bytes: 1, sha256 });
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "manifest-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("a manifest", () => {
  test("has a header, and one line for each file, sorted by code unit", () => {
    expect(
      formatManifest([entry("é.txt"), entry("b"), entry("B/a"), entry("a-b"), entry("a/b")]),
    ).toBe(
      [
        '{"stet":1,"files":5}',
        ...["B/a", "a-b", "a/b", "b", "é.txt"].map(
          (path) => `{"path":"${path}","bytes":1,"sha256":"${sha256}"}`,
        ),
        "",
      ].join("\n"),
    );
  });

  test("says of a packed copy what it is", () => {
    const copy = { ...entry("a.html.br"), copyAs: "br" as const };
    const text = formatManifest([entry("a.html"), copy]);
    expect(text).toContain('"copyAs":"br"');
    expect(parseManifest(text, "manifest").entries).toEqual([entry("a.html"), copy]);
    const other = parseManifest(text.replace('"br"}', '"zip"}'), "manifest");
    expect(other.entries).toEqual([entry("a.html"), entry("a.html.br")]);
  });

  test("says which pages stand for something that was taken down", () => {
    const gone = { ...entry("a.html"), gone: true as const };
    expect(parseManifest(formatManifest([gone, entry("b.html")]), "manifest").entries).toEqual([
      gone,
      entry("b.html"),
    ]);
  });

  test("of a place says which files are stored packed", () => {
    const packed = { ...entry("a.html"), encoding: "gzip" as const };
    const text = formatManifest([packed]);
    expect(parseManifest(text, "manifest").entries).toEqual([packed]);
  });

  test("reads back as it was written", () => {
    const text = formatManifest([entry("b"), entry('a"\u2028b')]);
    writeFileSync(join(folder, "stet-manifest.jsonl"), text);
    const manifest = readManifest(folder);
    expect(manifest?.digest).toBe(digestOf(text));
    expect(formatManifest(manifest?.entries ?? [])).toBe(text);
  });

  test("tells the address that the bundle is made for; one of an earlier version does not", () => {
    const url = "https://paper.example/news/";
    const text = formatManifest([entry("a")], url);
    expect(text.split("\n")[0]).toBe(`{"stet":1,"files":1,"url":"${url}"}`);
    writeFileSync(join(folder, "stet-manifest.jsonl"), text);
    expect(readManifest(folder)).toEqual({ entries: [entry("a")], url, digest: digestOf(text) });
    expect(parseManifest(formatManifest([entry("a")]), "m")).toEqual({ entries: [entry("a")] });
  });

  test("is undefined where there is none", () => {
    expect(readManifest(folder)).toBeUndefined();
    expect(readManifest(join(folder, "absent"))).toBeUndefined();
  });

  test("is not read through a link", () => {
    writeFileSync(join(folder, "other"), formatManifest([]));
    symlinkSync(join(folder, "other"), join(folder, "stet-manifest.jsonl"));
    expect(() => readManifest(folder)).toThrow(ManifestError);
  });

  const header = '{"stet":1,"files":1}\n';
  test.each([
    ["", "cut off"],
    [header.trim(), "cut off"],
    [header, "header says 1 files, but 0 are listed"],
    ["{}\n", "not the header"],
    ['{"stet":2,"files":0}\n', "version 1"],
    ['{"stet":1,"files":-1}\n', "number of files"],
    ['{"stet":1,"files":0,"url":1}\n', '"url" is not the address'],
    ['{"stet":1,"files":0,"url":"https://paper.example"}\n', '"url" is not the address'],
    ['{"stet":1,"files":0,"url":"file:///etc/"}\n', '"url" is not the address'],
    ['{"stet":1,"files":0,"url":"https://[/"}\n', '"url" is not the address'],
    [header + "[]\n", "m:2: the line is not a JSON object"],
    [header + '{"path":1}\n', '"path" is not a string'],
    [header + JSON.stringify(entry("a/../b")) + "\n", 'it has the part ".."'],
    [header + JSON.stringify(entry("stet-manifest.jsonl")) + "\n", "reserved for Stet"],
    [header + JSON.stringify({ ...entry("a"), bytes: 1.5 }) + "\n", "not a length"],
    [header + JSON.stringify({ ...entry("a"), sha256: "F" }) + "\n", "not a SHA-256"],
    [
      header + `${JSON.stringify(entry("b"))}\n${JSON.stringify(entry("a"))}\n`,
      "does not come after",
    ],
    [
      header + `${JSON.stringify(entry("a"))}\n${JSON.stringify(entry("a"))}\n`,
      "does not come after",
    ],
  ])("that is malformed is an error that says where and why: %j", (text, words) => {
    expect(() => parseManifest(text, "m")).toThrow(ManifestError);
    expect(() => parseManifest(text, "m")).toThrow(words);
  });
});
