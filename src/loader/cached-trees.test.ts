import { hash } from "node:crypto";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BodyFormat } from "../domain/body.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { plainText } from "../markdown/render-body.ts";
import {
  forgetOtherSegments,
  keepTree,
  cachedTree,
  cachedTrees,
  usableSegments,
} from "./cached-trees.ts";
import type { CachedTree, TreeFolder } from "./cached-trees.ts";

let folder: TreeFolder;
beforeEach(() => {
  folder = {
    folder: join(mkdtempSync(join(tmpdir(), "stet-trees-")), "trees"),
    codeVersion: "one",
  };
});
afterEach(() => rmSync(join(folder.folder, ".."), { recursive: true, force: true }));

interface Text {
  digest: string;
  format: BodyFormat;
}

function textOf(source: string, format: BodyFormat = "md"): Text {
  return { digest: hash("sha256", source, "hex"), format };
}

function keep(source: string, format: BodyFormat = "md"): Text & { tree: CachedTree } {
  const text = textOf(source, format);
  const tree = keepTree(folder, text, parseBody(source, format).tree);
  if (tree === undefined) throw new Error("The tree was not kept.");
  return { ...text, tree };
}

/** What is found of a text among those that are kept. */
function found(cached: readonly (Text & { tree?: CachedTree })[], text: Text): string | undefined {
  const tree = cachedTree(cachedTrees(folder, cached), text);
  return tree && plainText({ tree });
}

/** Does something to the one file of the folder. */
function change(how: (path: string) => void): void {
  const [name = ""] = readdirSync(folder.folder);
  how(join(folder.folder, name));
}

test("every tree that is kept is found by its text", () => {
  const sources = Array.from({ length: 300 }, (_, at) => `Words ${at} – “signs” 語`);
  const cached = sources.map((source) => keep(source));
  for (const source of sources) expect(found(cached, textOf(source))).toBe(source);
  expect(found(cached, textOf("Other words"))).toBeUndefined();
  expect(found([], textOf("Words 1"))).toBeUndefined();
});

test("a text of the same bytes in another format has a tree of its own", () => {
  const source = "A <b>c</b>";
  const cached = [keep(source, "mdx"), keep(source, "md")];
  const tags = cached.map((text) => JSON.stringify(cachedTree(cachedTrees(folder, cached), text)));
  expect(tags[0]).toContain('"b"');
  expect(found([keep(source, "md")], textOf(source, "mdx"))).toBeUndefined();
});

test("a tree that is not as it was written is not believed", () => {
  const text = keep("Words of an article");
  expect(found([text], text)).toBe("Words of an article");
  change((path) => writeFileSync(path, readFileSync(path, "utf8").replace("article", "art1cle")));
  expect(found([text], text)).toBeUndefined();
});

test("a tree that was moved, cut or taken away is not found", () => {
  const text = keep("Words of an article");
  const other = keep("Other words");
  expect(found([{ ...text, tree: other.tree }], text)).toBeUndefined();
  change((path) => writeFileSync(path, readFileSync(path).subarray(0, 20)));
  expect(found([text], text)).toBeUndefined();
  change((path) => rmSync(path));
  expect(found([text], text)).toBeUndefined();
});

test("a tree that other code kept is not found", () => {
  const text = keep("Words");
  folder = { ...folder, codeVersion: "two" };
  expect(found([text], text)).toBeUndefined();
});

test("where nothing can be written, nothing is kept", () => {
  writeFileSync(folder.folder, "a file in the place of the folder");
  const { tree } = parseBody("Words", "md");
  expect(keepTree(folder, textOf("Words"), tree)).toBeUndefined();
  expect([...usableSegments(folder, [])]).toEqual([]);
  forgetOtherSegments(folder, new Set());
});

test("what was kept is found by who keeps on after the folder was cleared", () => {
  keep("Words");
  forgetOtherSegments(folder, new Set());
  expect(readdirSync(folder.folder)).toEqual([]);
  const text = keep("Other words");
  expect(found([text], text)).toBe("Other words");
});

test("a segment is used while most of it is, or little else lies about", () => {
  const { tree } = keep("Words");
  expect([...usableSegments(folder, [tree])]).toEqual([tree.segment]);
  change((path) => appendFileSync(path, "x".repeat(900_000)));
  expect([...usableSegments(folder, [tree])]).toEqual([tree.segment]);
  change((path) => appendFileSync(path, "x".repeat(200_000)));
  expect([...usableSegments(folder, [tree])]).toEqual([]);
  expect([...usableSegments(folder, [{ ...tree, length: 1_200_000 }])]).toEqual([tree.segment]);
});

test("a segment that is not there is not used", () => {
  const { tree } = keep("Words");
  expect([...usableSegments(folder, [{ ...tree, segment: "gone.jsonl" }])]).toEqual([]);
});

test("of many segments those that hold most are used", () => {
  const { tree } = keep("Words");
  const many = Array.from({ length: 40 }, (_, at) => {
    const segment = `${at}.jsonl`;
    writeFileSync(join(folder.folder, segment), "x");
    return { segment, at: 0, length: 100 + at };
  });
  const used = usableSegments(folder, [tree, ...many]);
  expect(used.size).toBe(32);
  expect(used.has("39.jsonl")).toBe(true);
  expect(used.has("0.jsonl")).toBe(false);
});

test("segments that nothing refers to are removed", () => {
  const { tree } = keep("Words");
  writeFileSync(join(folder.folder, "old.jsonl"), "x");
  forgetOtherSegments(folder, new Set([tree.segment]));
  expect(readdirSync(folder.folder)).toEqual([tree.segment]);
});
