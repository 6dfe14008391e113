import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import { storedName } from "../domain/listed-media.ts";
import type { ListedFile } from "../domain/listed-media.ts";
import type { OutsideMedia } from "../pipeline/fetch-media.ts";
import { DevMedia } from "./dev-media.ts";

let base: string;
let content: string;
let told: string[];
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-dev-media-"));
  content = join(base, "content");
  told = [];
  mkdirSync(content);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Files of these names that are listed, and lie in the store. */
function stored(...files: string[]): OutsideMedia {
  const listed = files.map((file, index): [string, ListedFile] => {
    const one = {
      file,
      bytes: file.length,
      sha256: digestOf(file),
      line: index + 1,
      isHere: false,
    };
    const path = join(base, "store", storedName(one));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file);
    return [file, one];
  });
  return { from: "../store", location: { line: 6, column: 8 }, listed: new Map(listed) };
}

test("files that a page asks for are fetched, and noticed as nothing but that", async () => {
  const outside = stored("public/a.mp3", "public/b.mp3", "public/c.mp3");
  const media = new DevMedia(
    { folder: content, prefix: "content/" },
    () => outside,
    (text) => told.push(text),
  );
  await Promise.all([media.fetch("public/a.mp3"), media.fetch("public/b.mp3")]);
  expect(told).toEqual([]);
  const [a, b, c] = ["a", "b", "c"].map((name) => join(content, `public/${name}.mp3`));
  expect([a, b, c].map((file = "") => existsSync(file))).toEqual([true, true, false]);
  expect(media.isFetched(a ?? "")).toBe(true);
  writeFileSync(a ?? "", "Another recording.");
  expect(media.isFetched(a ?? "")).toBe(false);
  expect(media.isFetched(c ?? "")).toBe(false);
});

test("a file that cannot be had is told of in the terminal, and asked for again", async () => {
  const outside = stored("public/a.mp3");
  rmSync(join(base, "store"), { recursive: true });
  const media = new DevMedia(
    { folder: content, prefix: "content/" },
    () => outside,
    (text) => told.push(text),
  );
  await media.fetch("public/a.mp3");
  expect(told).toEqual([
    expect.stringContaining(
      "content/site.yaml:6:8  error  media/store\n  There is no folder ../store",
    ),
  ]);
  stored("public/a.mp3");
  await media.fetch("public/a.mp3");
  expect(existsSync(join(content, "public/a.mp3"))).toBe(true);
});

test("what is not listed is not fetched", async () => {
  const media = new DevMedia(
    { folder: content, prefix: "content/" },
    () => undefined,
    (text) => told.push(text),
  );
  await media.fetch("public/a.mp3");
  expect(told).toEqual([]);
  expect(existsSync(join(content, "public"))).toBe(false);
});
