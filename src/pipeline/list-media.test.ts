import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import { formatMediaList, MEDIA_FILE } from "../loader/media-list.ts";
import { READERS_HERE } from "../loader/readers.ts";
import { adoptMedia, sendMedia } from "./list-media.ts";
import type { MediaDesk } from "./list-media.ts";
import { ListDamaged, MediaList } from "./media-list-file.ts";
import { openMediaStore } from "./media-store.ts";
import type { MediaStore } from "./media-store.ts";
import { createProgress } from "./progress.ts";

let base: string;
let content: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-list-"));
  content = join(base, "content");
  mkdirSync(join(content, "public"), { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const listed = (file: string) => ({ file, bytes: file.length, sha256: digestOf(file) });

function deskWith(meanwhile: () => void): MediaDesk {
  const store = openMediaStore({ kind: "folder", folder: join(base, "store") }, async () => "");
  const add: MediaStore["add"] = async (from, paths) => {
    meanwhile();
    await store.add(from, paths);
  };
  return {
    content,
    cache: join(base, "cache"),
    codeVersion: "",
    clock: Date.now,
    readers: READERS_HERE,
    store: { ...store, add },
    list: new MediaList(content),
    progress: createProgress({ stream: { write: () => true }, isTty: false, now: () => 0 }),
  };
}

/** Sends files, each of which holds its name, while something else is done. */
async function sent(files: string[], meanwhile: () => void = () => {}): Promise<string[]> {
  for (const file of files) writeFileSync(join(content, file), file);
  const toSend = files.map((file) => ({ ...listed(file), stamp: "" }));
  return (await sendMedia(toSend, deskWith(meanwhile))).map(({ file }) => file);
}

const list = (): string[] =>
  readFileSync(join(content, MEDIA_FILE), "utf8").match(/(?<="file":")[^"]+/g) ?? [];

test("what others list while files are sent stays in the list", async () => {
  const theirs = formatMediaList([listed("public/theirs.mp3")]);
  await sent(["public/a.mp3"], () => writeFileSync(join(content, MEDIA_FILE), theirs));
  expect(list()).toEqual(["public/a.mp3", "public/theirs.mp3"]);
});

test("a list that cannot be read any more is left as it is", async () => {
  const damage = (): void => writeFileSync(join(content, MEDIA_FILE), "<<<<<<< HEAD\n");
  await expect(sent(["public/a.mp3"], damage)).rejects.toThrow(ListDamaged);
  expect(readFileSync(join(content, MEDIA_FILE), "utf8")).toBe("<<<<<<< HEAD\n");
});

test("files that change or go while they are sent are not listed", async () => {
  const files = ["public/a.mp3", "public/b.mp3", "public/c.mp3"];
  const unfit = await sent(files, () => {
    writeFileSync(join(content, "public/a.mp3"), "Another.");
    rmSync(join(content, "public/b.mp3"));
  });
  expect(unfit).toEqual(["public/a.mp3", "public/b.mp3"]);
  expect(list()).toEqual(["public/c.mp3"]);
});

test("a store that is made is kept out of the repository that it may lie in", async () => {
  await sent(["public/a.mp3"]);
  expect(readFileSync(join(base, "store/.gitignore"), "utf8")).toBe("*\n");
  expect(readdirSync(join(base, "store/public"))).toHaveLength(1);
});

test("files of a store are taken over whichever way their names are composed", async () => {
  mkdirSync(join(base, "store/public"), { recursive: true });
  writeFileSync(join(base, "store/public/e\u0301te.mp3"), "x");
  writeFileSync(join(base, "store/notes.pdf"), "x");
  expect(await adoptMedia(deskWith(() => {}))).toEqual([]);
  expect(list()).toEqual(["public/\u00e9te.mp3"]);
  expect(new MediaList(content).lines[0]?.stored).toBe("public/e\u0301te.mp3");
});
