import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import { storedName } from "../domain/listed-media.ts";
import type { ListedFile } from "../domain/listed-media.ts";
import { fetchFolder, fetchMedia } from "./fetch-media.ts";
import { MediaUnavailable } from "./media-unavailable.ts";
import type { OutsideMedia } from "./fetch-media.ts";

let base: string;
let content: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-fetch-"));
  content = join(base, "content");
  mkdirSync(join(base, "store"));
  mkdirSync(join(content, "public"), { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const listed = (file: string, line: number): ListedFile => ({
  file,
  bytes: file.length,
  sha256: digestOf(file),
  line,
  isHere: false,
});

/** Fetches files of these names, each of which holds its name; `from` is the store. */
async function fetched(files: string[], from = "../store", onRun = () => {}): Promise<string[]> {
  const media = files.map((file, index) => listed(file, index + 1));
  for (const one of media) {
    const path = join(base, "store", storedName(one));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, one.file);
  }
  const outside: OutsideMedia = {
    from,
    location: { line: 6, column: 8 },
    listed: new Map(media.map((one) => [one.file, one])),
  };
  // What rclone would do for a remote.
  const run = async (args: readonly string[]): Promise<string> => {
    onRun();
    for (const one of media) {
      const path = join(args.at(-1) ?? "", storedName(one));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, one.file);
    }
    return "";
  };
  const faults = await fetchMedia(media, outside, { content, run });
  return faults.map(({ code, line }) => `${code} ${line}`);
}

test("a file that was put there while others were fetched stays as it is", async () => {
  const mine = join(content, "public/a.mp3");
  expect(await fetched(["public/a.mp3"], "remote:", () => writeFileSync(mine, "mine"))).toEqual([]);
  expect(readFileSync(mine, "utf8")).toBe("mine");
});

test("a folder where a file should be, and a file where its folder should be, are told of", async () => {
  mkdirSync(join(content, "public/a.mp3/b"), { recursive: true });
  writeFileSync(join(content, "public/c"), "");
  const files = ["public/a.mp3", "public/b.mp3", "public/c/d.mp3"];
  expect(await fetched(files)).toEqual(["media/altered 1", "media/altered 3"]);
  expect(existsSync(join(content, "public/b.mp3"))).toBe(true);
  expect(readdirSync(content)).toEqual(["public"]);
});

test("what another process left is tidied up, and nothing that a link leads to", () => {
  const old = new Date(Date.now() - 3 * 86_400_000);
  const [left, theirs] = [join(content, ".media/fetch-left"), join(base, "theirs/fetch-old")];
  for (const path of [left, theirs]) {
    mkdirSync(path, { recursive: true });
    utimesSync(path, old, old);
  }
  fetchFolder(content).remove();
  expect(existsSync(left)).toBe(false);
  expect(existsSync(join(content, ".media"))).toBe(false);
  symlinkSync(dirname(theirs), join(content, ".media"));
  const { folder } = fetchFolder(content);
  expect(existsSync(theirs)).toBe(true);
  expect(lstatSync(dirname(folder)).isDirectory()).toBe(true);
});

test("what the file system refuses is said in a sentence", async () => {
  rmSync(content, { recursive: true });
  writeFileSync(content, "");
  await expect(fetched(["public/a.mp3"])).rejects.toThrow(MediaUnavailable);
});

test("two that fetch at once end in either order", () => {
  const [one, two] = [fetchFolder(content), fetchFolder(content)];
  one.remove();
  two.remove();
  two.remove();
  expect(readdirSync(content)).toEqual(["public"]);
});
