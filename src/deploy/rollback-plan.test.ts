import { describe, expect, test } from "vitest";
import { bundlesToDrop, filesToKeep, planReturn } from "./rollback-plan.ts";
import type { KeptFiles } from "./rollback-plan.ts";
import { planUpload } from "./upload-plan.ts";
import type { BundleFile } from "./upload-plan.ts";

/** Files of a bundle by path, each with a text that stands for its digest. */
function bundle(files: Record<string, string>): BundleFile[] {
  return Object.entries(files).map(([path, sha256]) => ({ path, bytes: sha256.length, sha256 }));
}

const NONE = new Set<string>();
const [A, B, C] = [
  bundle({ "a.css": "1", "index.html": "a", "old.html": "o", "same.html": "s" }),
  bundle({ "a.css": "2", "index.html": "a", "same.html": "s", "b.html": "b" }),
  bundle({ "a.css": "2", "index.html": "c", "same.html": "s", "b.html": "b" }),
];

/** What is kept when bundles replace each other in this order. */
function history(...bundles: BundleFile[][]): KeptFiles[] {
  return bundles.slice(1).map((after, at) => {
    const entries = bundles[at] ?? [];
    const held = filesToKeep(entries, planUpload(entries, after, NONE), NONE);
    return { id: `bundle ${at}`, entries, held };
  });
}

describe("what is kept of a bundle", () => {
  test("is what the next one replaces or removes", () => {
    const kept = history(A, B, C).map(({ held }) => held.map(({ path }) => path));
    expect(kept).toEqual([["a.css", "old.html"], ["index.html"]]);
  });

  test("is nothing that may not be what the manifest says", () => {
    const doubtful = new Set(["a.css", "b.html"]);
    expect(filesToKeep(A, planUpload(A, B, doubtful), doubtful)).toEqual(
      bundle({ "old.html": "o" }),
    );
  });
});

describe("the way back to a bundle", () => {
  test("takes each file from the bundle that was public when it was replaced", () => {
    const { change, sources, missing } = planReturn(A, C, NONE, history(A, B, C));
    expect(Object.fromEntries(sources)).toEqual({
      "a.css": "bundle 0",
      "index.html": "bundle 1",
      "old.html": "bundle 0",
    });
    expect([missing, change.remove, change.unchanged]).toEqual([[], ["b.html"], 1]);
  });

  test("tells what was not kept: replaced by another upload, kept with other bytes, or in doubt", () => {
    const [first] = history(A, B, C);
    const kept = first === undefined ? [] : [first];
    expect(planReturn(A, C, NONE, kept).missing).toEqual(["index.html"]);
    expect(planReturn(A, A, new Set(["same.html", "old.html"]), kept).missing).toEqual([
      "same.html",
    ]);
    const packed = A.map((file) => ({ ...file, encoding: "gzip" as const }));
    expect(planReturn(packed, C, NONE, history(A, B, C)).missing).toHaveLength(4);
  });

  test("names the pages that readers would find again: removed ones, and those taken down", () => {
    const gone = { path: "old.html", bytes: 1, sha256: "gone", gone: true as const };
    expect(planReturn(A, C, NONE, []).again).toEqual(["old.html"]);
    expect(planReturn(A, [...C, gone], NONE, []).again).toEqual(["old.html"]);
    expect(
      planReturn([...B, gone], [...C, ...bundle({ "old.html": "o" })], NONE, []).again,
    ).toEqual([]);
    expect(planReturn([...C, gone], C, NONE, []).again).toEqual([]);
  });
});

test("the bundles that were replaced last are kept; the one that is public takes nobody's place", () => {
  const kept = ["1", "2", "3", "4"].map((id) => ({ id }));
  const dropped = (current: string, most: number): string[] =>
    bundlesToDrop(kept, current, most).map(({ id }) => id);
  expect(dropped("5", 2)).toEqual(["1", "2"]);
  expect(dropped("2", 2)).toEqual(["1"]);
  expect(dropped("5", 9)).toEqual([]);
  expect(dropped("2", 0)).toEqual(["1", "2", "3", "4"]);
});
