import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FolderWatch } from "./folder-watch.ts";

let base: string;
let root: string;
let watch: FolderWatch;
let notices: string[];
let files: string[];

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), "stet-watch-"));
  root = join(base, "content");
  write("articles/2026/03/a.md", "A");
  start();
  await quiet();
});
afterEach(() => {
  watch.close();
  rmSync(base, { recursive: true, force: true });
});

function start(): void {
  [notices, files] = [[], []];
  watch = new FolderWatch(root, {
    onNotice: (path) => notices.push(relative(root, path)),
    onFile: (event, path) => files.push(`${event} ${relative(root, path)}`),
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Until nothing more is told of what was done; then forgets it. */
async function quiet(): Promise<void> {
  await pause(100);
  watch.arm();
  [notices, files] = [[], []];
}

async function noticed(): Promise<void> {
  await expect.poll(() => notices.length, { timeout: 3_000 }).toBeGreaterThan(0);
  watch.arm();
}

async function hearsOf(path: string): Promise<void> {
  await quiet();
  write(path, `${Math.random()}`);
  await noticed();
  expect(notices).toContain(path);
  await quiet();
}

test("a file that is saved, created, deleted, and saved by a swap is told of", async () => {
  write("articles/2026/03/a.md", "B");
  await noticed();
  expect(new Set(files)).toEqual(new Set(["change articles/2026/03/a.md"]));
  await quiet();
  write("articles/2026/03/b.md", "B");
  await noticed();
  expect(files).toContain("add articles/2026/03/b.md");
  await quiet();
  rmSync(join(root, "articles/2026/03/b.md"));
  await noticed();
  expect(files).toEqual(["unlink articles/2026/03/b.md"]);
  await quiet();
  write("articles/2026/03/.a.md.tmp", "C");
  renameSync(join(root, "articles/2026/03/.a.md.tmp"), join(root, "articles/2026/03/a.md"));
  await noticed();
  expect(files).toContain("change articles/2026/03/a.md");
});

test("a folder that is renamed is watched under its new name, and its files have gone from the old one", async () => {
  renameSync(join(root, "articles/2026"), join(root, "articles/2027"));
  await noticed();
  expect(files.toSorted()).toEqual(["add articles/2027/03/a.md", "unlink articles/2026/03/a.md"]);
  await hearsOf("articles/2027/03/a.md");
  renameSync(join(root, "articles/2027"), join(root, "articles/2026"));
  await hearsOf("articles/2026/03/a.md");
});

test.each(["articles/2026/03", "articles", ""])(
  "the folder '%s' is watched again when it was deleted and put back at once",
  async (folder) => {
    const directory = join(root, folder);
    cpSync(directory, join(base, "copy"), { recursive: true });
    rmSync(directory, { recursive: true });
    renameSync(join(base, "copy"), directory);
    await noticed();
    await hearsOf("articles/2026/03/a.md");
  },
);

test("two folders that are swapped are both watched", async () => {
  write("articles/2025/12/z.md", "Z");
  await hearsOf("articles/2025/12/z.md");
  renameSync(join(root, "articles/2025"), join(base, "aside"));
  renameSync(join(root, "articles/2026"), join(root, "articles/2025"));
  renameSync(join(base, "aside"), join(root, "articles/2026"));
  await noticed();
  await hearsOf("articles/2025/03/a.md");
  await hearsOf("articles/2026/12/z.md");
});

test("a folder that is not there yet is told of when it comes", async () => {
  watch.close();
  rmSync(root, { recursive: true });
  start();
  await pause(50);
  write("site.yaml", "name: A");
  await noticed();
  expect(files).toContain("add site.yaml");
  await hearsOf("site.yaml");
});

test("deep folders that come with their files are watched at once", async () => {
  write("articles/2028/01/new.md", "N");
  await noticed();
  await hearsOf("articles/2028/01/new.md");
});

test("hidden files, packages and what links lead to are passed over", async () => {
  mkdirSync(join(root, ".git"));
  mkdirSync(join(root, "node_modules/left"), { recursive: true });
  mkdirSync(join(base, "elsewhere"));
  symlinkSync(join(base, "elsewhere"), join(root, "link"), "junction");
  await quiet();
  for (const path of [".git/HEAD", "node_modules/left/a.js", "link/a.md", ".a.md.swp"])
    write(path, "x");
  await pause(200);
  expect(notices).toEqual([]);
});
