import { expect, test } from "vitest";
import { lookFirst, losesWords, totalsOf, unaccounted } from "./ledger.ts";
import type { TextRecord } from "./ledger.ts";

const NONE = { words: 0, links: 0, pictures: 0, headings: 0, tables: 0, footnotes: 0, embeds: 0 };
const words = (before: number, after: number): TextRecord["counts"] => ({
  before: { ...NONE, words: before },
  after: { ...NONE, words: after },
});

test.each([
  [100, 99, false],
  [100, 98, true],
  [1000, 991, false],
  [5, 4, true],
  [100, 120, false],
  [0, 0, false],
])("of %d words %d are left: that is too few: %s", (before, after, isShort) => {
  expect(losesWords(words(before, after))).toBe(isShort);
});

test("what is counted is imported or left out, or is told", () => {
  const totals = totalsOf({ post: 3, comment: 2 }, { post: 2, comment: 1, tag: 1 }, [
    { kind: "post", key: "1", title: "", why: "" },
    { kind: "comment", key: "2", title: "", why: "", count: 2 },
  ]);
  expect(totals).toEqual([
    { kind: "comment", inArchive: 2, imported: 1, leftOut: 2 },
    { kind: "post", inArchive: 3, imported: 2, leftOut: 1 },
    { kind: "tag", inArchive: 0, imported: 1, leftOut: 0 },
  ]);
  expect(unaccounted(totals).map(({ kind }) => kind)).toEqual(["comment", "tag"]);
});

test("texts that lost words come first, then those of which most is noted", () => {
  const text = (file: string, more: Partial<TextRecord> = {}): TextRecord => ({
    key: file,
    kind: "article",
    title: file,
    origin: "a.xml",
    file,
    state: "public",
    before: [],
    after: "/",
    counts: words(1, 1),
    notes: [],
    ...more,
  });
  const note = (kind: "lost" | "changed" | "look") => ({ kind, what: "x" });
  const sorted = lookFirst([
    text("fine"),
    text("changed", { notes: [note("changed")] }),
    text("lost", { notes: [note("lost")] }),
    text("short", { isShort: true }),
    text("looked at", { notes: [note("look"), note("changed")] }),
  ]);
  expect(sorted.map(({ file }) => file)).toEqual(["short", "lost", "looked at", "changed"]);
});

test("a kind that is called like a property of every object is one like any other", () => {
  const leftOut = [{ kind: "constructor", key: "1", title: "", why: "is left out" }];
  expect(totalsOf({ constructor: 1 } as object as Record<string, number>, {}, leftOut)).toEqual([
    { kind: "constructor", inArchive: 1, imported: 0, leftOut: 1 },
  ]);
});
