import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { forkWorker } from "../workers/forked-process.ts";
import { ProcessPool } from "../workers/process-pool.ts";
import { READERS_HERE, ReadingWorkers } from "./readers.ts";
import type { Read, ReadFile, ReadOptions, ReadTask } from "./readings.ts";
import type { BatchKind } from "../workers/watched-work.ts";
import { WORKERS_HERE } from "../workers/worker.ts";

const STAND_IN: BatchKind<ReadTask, Read<unknown>> = {
  module: new URL("../../tests/tools/stand-in-reading.ts", import.meta.url).href,
};

const base = mkdtempSync(join(tmpdir(), "stet-read-"));
afterAll(() => rmSync(base, { recursive: true }));
let content: string;
let pool: ProcessPool;
beforeEach(() => {
  pool = new ProcessPool();
  content = mkdtempSync(join(base, "content-"));
});
afterEach(() => pool.end());

function articles(): ReadOptions<"article"> {
  const rules = { base: "/", timezone: "Europe/Paris", code: [] };
  return { kind: "article", content, rules };
}

function write(file: string, text: string): string {
  const path = join(content, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return file;
}

function article(at: number, text: string, further = ""): string {
  const front = `title: Piece ${at}\n${further}description: What it says.\ncategory: news\nauthor: desk\ndate: 2024-01-02\n`;
  return write(`articles/2024/01/a-${at}.md`, `---\n${front}---\n\n${text}\n`);
}

test("articles are read the same in processes and without them, in their order", async () => {
  const files = Array.from({ length: 1250 }, (_, at): ReadFile => {
    const file = article(
      at,
      `Text ${at} with a [link](/about/).`,
      at % 40 === 0 ? "titel: W\n" : "",
    );
    if (at === 7) rmSync(join(content, file));
    return { file };
  });
  const processes = new ReadingWorkers(pool);
  const results = await processes.read(articles(), files);
  for (const readers of [READERS_HERE, new ReadingWorkers(WORKERS_HERE)])
    expect(results).toEqual(await readers.read(articles(), files));
  expect(results).toHaveLength(files.length);
  expect(results[1]).toMatchObject({ reading: { article: { title: "Piece 1" }, diagnostics: [] } });
  expect(results[7]).toMatchObject({ unreadable: { code: "path/unreadable" } });
  expect(results[80]).toMatchObject({ reading: { diagnostics: [{ code: "schema/unknown-key" }] } });
});

test("a file whose bytes are those of before is not read again", async () => {
  const file = write("articles/2024/01/x.md", "Some text.");
  const files = [{ file, earlier: hash("sha256", "Some text.", "hex") }];
  const processes = new ReadingWorkers(pool);
  expect(await processes.read(articles(), files)).toEqual([{ same: true }]);
});

test("files of every kind are read the same in processes and without them", async () => {
  const processes = new ReadingWorkers(pool);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path d="M0 0h8"/></svg>';
  const page = write("pages/about.md", "---\ntitle: About\ndescription: Us.\n---\n\nText.\n");
  const comments = write(
    "comments/2024/01/a.yaml",
    "comments:\n  - { id: 1, author: A, date: 2024-05-02, text: Well. }\n",
  );
  const drawing = write("articles/2024/01/a.svg", svg);
  const bad = write("public/bad.svg", svg.replace("<path", "<script/><path"));
  for (const [options, file] of [
    [{ kind: "page", content, rules: { components: undefined } }, page],
    [{ kind: "comments", content, rules: { timezone: "UTC" } }, comments],
    [{ kind: "drawing", content, rules: undefined }, drawing],
    [{ kind: "public", content, rules: undefined }, bad],
  ] as const) {
    const results = await processes.read(options, [{ file }]);
    expect(results).toEqual(await READERS_HERE.read(options, [{ file }]));
    expect(results).toMatchObject([{ reading: expect.anything() as unknown }]);
  }
});

test("nothing is started where there is nothing to read", async () => {
  const notThere = new URL("./not-there.ts", import.meta.url);
  const processes = new ReadingWorkers(new ProcessPool(() => forkWorker(undefined, notThere)));
  expect(await processes.read(articles(), [])).toEqual([]);
  await expect(processes.read(articles(), [{ file: "a.md" }])).rejects.toThrow(
    /could not be started: [\s\S]*not-there/,
  );
});

test("a text that ends whoever reads it is lost at its line, and no other is", async () => {
  const files = [
    article(0, "Sound."),
    article(1, "One.\n\nTwo.\n\nThis ends who reads it.\n\nThree."),
    article(2, "Sound."),
  ].map((file) => ({ file }));
  const processes = new ReadingWorkers(pool, STAND_IN);
  expect(await processes.read(articles(), files)).toMatchObject([
    { reading: { article: { title: "Piece 0" } } },
    { lost: "ended", line: 13 },
    { reading: { article: { title: "Piece 2" } } },
  ]);
  // It is not tried again while it is the same.
  await pool.end();
  const again = await processes.read(articles(), files.slice(1, 2));
  expect(again).toEqual([{ lost: "ended", line: 13 }]);
  article(1, "Mended.");
  await expect(processes.read(articles(), files.slice(1, 2))).rejects.toThrow("were stopped");
});

// Each has the other's limit far away: which of two is reached first is the machine's affair.
const HARMS = [
  ["stalls", "silent", { patience: 4000, memory: 2_000_000_000 }],
  ["bloats", "grown", { patience: 120_000, memory: 500_000_000 }],
] as const;

// Elsewhere the memory of a process is not watched.
test.each(HARMS.slice(0, process.platform === "linux" ? 2 : 1))(
  "a text that %s whoever reads it is lost, and no other is",
  async (does, lost, limits) => {
    const harmful = article(0, `This ${does} who reads it.`);
    const files = [harmful, article(1, "Sound.")].map((file) => ({ file }));
    const processes = new ReadingWorkers(pool, STAND_IN, limits);
    expect(await processes.read(articles(), files)).toMatchObject([
      { lost },
      { reading: { article: { title: "Piece 1" } } },
    ]);
  },
);
