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
  keptTree,
  keptTrees,
  usableSegments,
} from "./kept-trees.ts";
import type { KeptTree, TreeFolder } from "./kept-trees.ts";

let place: TreeFolder;
beforeEach(() => {
  place = { folder: join(mkdtempSync(join(tmpdir(), "stet-trees-")), "trees"), codeVersion: "one" };
});
afterEach(() => rmSync(join(place.folder, ".."), { recursive: true, force: true }));

interface Text {
  digest: string;
  format: BodyFormat;
}

function textOf(source: string, format: BodyFormat = "md"): Text {
  return { digest: hash("sha256", source, "hex"), format };
}

function keep(source: string, format: BodyFormat = "md"): Text & { tree: KeptTree } {
  const text = textOf(source, format);
  const tree = keepTree(place, text, parseBody(source, format).tree);
  if (tree === undefined) throw new Error("The tree was not kept.");
  return { ...text, tree };
}

/** What is found of a text among those that are kept. */
function found(kept: readonly (Text & { tree?: KeptTree })[], text: Text): string | undefined {
  const tree = keptTree(keptTrees(place, kept), text);
  return tree && plainText({ tree });
}

/** Does something to the one file of the folder. */
function change(how: (path: string) => void): void {
  const [name = ""] = readdirSync(place.folder);
  how(join(place.folder, name));
}

test("every tree that is kept is found by its text", () => {
  const sources = Array.from({ length: 300 }, (_, at) => `Words ${at} – “signs” 語`);
  const kept = sources.map((source) => keep(source));
  for (const source of sources) expect(found(kept, textOf(source))).toBe(source);
  expect(found(kept, textOf("Other words"))).toBeUndefined();
  expect(found([], textOf("Words 1"))).toBeUndefined();
});

test("a text of the same bytes in another format has a tree of its own", () => {
  const source = "A <b>c</b>";
  const kept = [keep(source, "mdx"), keep(source, "md")];
  const tags = kept.map((text) => JSON.stringify(keptTree(keptTrees(place, kept), text)));
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
  place = { ...place, codeVersion: "two" };
  expect(found([text], text)).toBeUndefined();
});

test("where nothing can be written, nothing is kept", () => {
  writeFileSync(place.folder, "a file in the place of the folder");
  const { tree } = parseBody("Words", "md");
  expect(keepTree(place, textOf("Words"), tree)).toBeUndefined();
  expect([...usableSegments(place, [])]).toEqual([]);
  forgetOtherSegments(place, new Set());
});

test("what was kept is found by who keeps on after the folder was cleared", () => {
  keep("Words");
  forgetOtherSegments(place, new Set());
  expect(readdirSync(place.folder)).toEqual([]);
  const text = keep("Other words");
  expect(found([text], text)).toBe("Other words");
});

test("a segment is used while most of it is, or little else lies about", () => {
  const { tree } = keep("Words");
  expect([...usableSegments(place, [tree])]).toEqual([tree.segment]);
  change((path) => appendFileSync(path, "x".repeat(900_000)));
  expect([...usableSegments(place, [tree])]).toEqual([tree.segment]);
  change((path) => appendFileSync(path, "x".repeat(200_000)));
  expect([...usableSegments(place, [tree])]).toEqual([]);
  expect([...usableSegments(place, [{ ...tree, length: 1_200_000 }])]).toEqual([tree.segment]);
});

test("a segment that is not there is not used", () => {
  const { tree } = keep("Words");
  expect([...usableSegments(place, [{ ...tree, segment: "gone.jsonl" }])]).toEqual([]);
});

test("of many segments those that hold most are used", () => {
  const { tree } = keep("Words");
  const many = Array.from({ length: 40 }, (_, at) => {
    const segment = `${at}.jsonl`;
    writeFileSync(join(place.folder, segment), "x");
    return { segment, at: 0, length: 100 + at };
  });
  const used = usableSegments(place, [tree, ...many]);
  expect(used.size).toBe(32);
  expect(used.has("39.jsonl")).toBe(true);
  expect(used.has("0.jsonl")).toBe(false);
});

test("segments that nothing refers to are removed", () => {
  const { tree } = keep("Words");
  writeFileSync(join(place.folder, "old.jsonl"), "x");
  forgetOtherSegments(place, new Set([tree.segment]));
  expect(readdirSync(place.folder)).toEqual([tree.segment]);
});
