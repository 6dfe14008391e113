import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ContentFile } from "./content-file.ts";
import { FileIndex } from "./index-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stet-index-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = { file: "articles/a.md", stamp: "1", bytes: 1 };

let told: string[] = [];
beforeEach(() => {
  told = [];
});
const pathOf = (name: string): string => join(folder, "deep", `${name}.jsonl`);

function open(maker = "one", name = "index"): FileIndex<{ title: string }> {
  return new FileIndex({
    path: pathOf(name),
    owner: name,
    maker,
    onDamage: (sentence) => told.push(sentence),
  });
}

/** An index of three files, `a.md` to `c.md`. */
function saveThree(name = "index"): ContentFile[] {
  const files = ["a", "b", "c"].map((letter) => ({ ...file, file: `${letter}.md` }));
  const index = open("one", name);
  for (const one of files) index.keep(one, { title: `The title of ${one.file}` });
  index.save();
  return files;
}

/** The titles that are still believed. */
function believed(files: readonly ContentFile[], maker = "one"): (string | undefined)[] {
  const index = open(maker);
  return files.map((one) => index.recall(one)?.title);
}

const titles = ["The title of a.md", "The title of b.md", "The title of c.md"];

test("a reading is recalled while its file and its maker are the same", () => {
  const first = open();
  expect(first.recall(file)).toBeUndefined();
  first.keep(file, { title: "A" });
  first.save();
  expect(readdirSync(join(folder, "deep"))).toEqual(["index.jsonl"]);
  expect(open().recall(file)).toEqual({ title: "A" });
  expect(open().recall({ ...file, stamp: "2" })).toBeUndefined();
  expect(open().recall({ ...file, stamp: "" })).toBeUndefined();
  expect(open("two").recall(file)).toBeUndefined();
});

test("what is neither recalled nor kept is forgotten, and nothing is written when nothing changed", () => {
  const first = open();
  first.keep(file, { title: "A" });
  first.keep({ ...file, file: "articles/b.md" }, { title: "B" });
  first.save();
  const path = join(folder, "deep/index.jsonl");
  const second = open();
  second.recall(file);
  second.save();
  expect(open().recall({ ...file, file: "articles/b.md" })).toBeUndefined();
  const { mtimeMs, ino } = statSync(path);
  const third = open();
  third.recall(file);
  third.save();
  expect(statSync(path)).toMatchObject({ mtimeMs, ino });
});

test("a damaged line costs one reading", () => {
  const first = open();
  first.keep(file, { title: "A" });
  first.save();
  appendFileSync(join(folder, "deep/index.jsonl"), '{"file":"articles/c.md","sta');
  expect(open().recall(file)).toEqual({ title: "A" });
});

test("no byte can change without that its line is doubted, and with the header all of them", () => {
  const files = saveThree();
  const valid = readFileSync(pathOf("index"));
  const lineOf = (at: number): number =>
    valid.subarray(0, at).toString("latin1").split("\n").length;
  for (let at = 0; at < valid.length; at += 1) {
    const damaged = Buffer.from(valid);
    damaged.writeUInt8(valid.readUInt8(at) ^ (1 << (at % 8)), at);
    writeFileSync(pathOf("index"), damaged);
    told = [];
    const wrong = believed(files).filter((title, which) => title !== titles[which]);
    const onLine = lineOf(at);
    const lost = onLine === 1 ? 3 : valid.at(at) === 0x0a && onLine < 4 ? 2 : 1;
    expect(wrong, `byte ${at}`).toEqual(Array.from({ length: lost }, () => undefined));
    expect(told, `byte ${at}`).toHaveLength(1);
  }
});

test("an index that is cut anywhere costs readings and no more, and says so", () => {
  const files = saveThree();
  const valid = readFileSync(pathOf("index"));
  for (let length = 0; length < valid.length; length += 1) {
    writeFileSync(pathOf("index"), valid.subarray(0, length));
    told = [];
    const titlesLeft = believed(files);
    const left = titlesLeft.filter((title) => title !== undefined);
    expect(left).toEqual(titles.slice(0, left.length));
    expect(left.length).toBeLessThan(3);
    expect(told, `${length} bytes`).toHaveLength(1);
  }
});

test("what was damaged is told in one sentence, and is whole after the next save", () => {
  const files = saveThree();
  const text = readFileSync(pathOf("index"), "utf8");
  writeFileSync(pathOf("index"), text.replace("title of b", "title of x"));
  const index = open();
  expect(told).toEqual([
    `The cache file ${pathOf("index")} is damaged: 1 of its 3 entries are invalid, and their files are read again.`,
  ]);
  for (const [at, one] of files.entries()) {
    if (index.recall(one) === undefined) index.keep(one, { title: titles[at] ?? "" });
  }
  index.save();
  told = [];
  expect(believed(files)).toEqual(titles);
  expect(told).toEqual([]);
});

test("lines that changed their digests, and a line of another maker, are not believed", () => {
  const files = saveThree();
  const [header = "", a = "", b = "", c = ""] = readFileSync(pathOf("index"), "utf8").split("\n");
  const write = (...lines: string[]): void =>
    writeFileSync(pathOf("index"), `${lines.join("\n")}\n`);
  write(header, b.slice(0, 20) + a.slice(20), a.slice(0, 20) + b.slice(20), c);
  expect(believed(files)).toEqual([undefined, undefined, titles[2]]);
  const other = open("two");
  for (const one of files) other.keep(one, { title: "Of another time" });
  other.save();
  const [, old = ""] = readFileSync(pathOf("index"), "utf8").split("\n");
  write(header, old, b, c);
  expect(believed(files)).toEqual([undefined, titles[1], titles[2]]);
});

test("lines in another order and a line that stands twice harm nothing", () => {
  const files = saveThree();
  const [header, a, b, c] = readFileSync(pathOf("index"), "utf8").split("\n");
  writeFileSync(pathOf("index"), `${[header, c, a, b].join("\n")}\n`);
  expect(believed(files)).toEqual(titles);
  expect(told).toEqual([]);
  writeFileSync(pathOf("index"), `${[header, a, b, b, c].join("\n")}\n`);
  expect(believed(files)).toEqual(titles);
  expect(told).toHaveLength(1);
});

test("an index in the place of another is not believed, and that is said", () => {
  const files = saveThree();
  saveThree("other");
  copyFileSync(pathOf("other"), pathOf("index"));
  expect(believed(files)).toEqual([undefined, undefined, undefined]);
  expect(told).toEqual([expect.stringContaining("is not the one that was stored there")]);
});

test("an index of another maker or of an older version is made anew without a word", () => {
  const files = saveThree();
  expect(believed(files, "two")).toEqual([undefined, undefined, undefined]);
  const old = `{"stet":1,"maker":"one"}\n${JSON.stringify({ file: "a.md", stamp: "1", reading: { title: "Old" } })}\n`;
  writeFileSync(pathOf("index"), old);
  expect(believed(files)).toEqual([undefined, undefined, undefined]);
  expect(told).toEqual([]);
});

test("a folder in the place of an index is told of, and ends nothing", () => {
  mkdirSync(pathOf("index"), { recursive: true });
  const index = open();
  expect(index.recall(file)).toBeUndefined();
  index.keep(file, { title: "A" });
  index.save();
  expect(told).toEqual([
    expect.stringMatching(/index\.jsonl cannot be read \(EISDIR.*\)/),
    expect.stringMatching(/index\.jsonl cannot be written \(E.*\)/),
  ]);
  expect(readdirSync(join(folder, "deep"))).toEqual(["index.jsonl"]);
});

test.each([
  ["replaced", (path: string) => copyFileSync(`${path}.other`, path)],
  ["deleted", (path: string) => rmSync(path)],
  ["cut", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 150))],
])("what is known is kept where the file was %s meanwhile", (_, change) => {
  const files = saveThree();
  writeFileSync(`${pathOf("index")}.other`, "x".repeat(5000));
  const index = open();
  for (const one of files.slice(0, 2)) index.recall(one);
  index.keep({ ...file, file: "c.md" }, { title: titles[2] ?? "" });
  change(pathOf("index"));
  index.save();
  expect(believed(files)).toEqual(titles);
});
