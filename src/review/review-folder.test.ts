import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { refuseUnfitPlace, writeReviewFile, writeReviewFolder } from "./review-folder.ts";

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-review-folder-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test("a review takes the place of an earlier one as a whole", () => {
  const out = join(base, "a/review");
  writeReviewFolder(
    out,
    new Map([
      ["index.html", "old"],
      ["pictures/a.jpg", "old"],
    ]),
  );
  writeReviewFolder(out, new Map([["index.html", "new"]]));
  expect(readdirSync(out)).toEqual(["index.html"]);
  expect(readdirSync(join(base, "a"))).toEqual(["review"]);
});

test("a review that cannot be written leaves the earlier one", () => {
  const out = join(base, "review");
  writeReviewFolder(out, new Map([["index.html", "old"]]));
  const clash = new Map([
    ["index.html", "new"],
    ["index.html/a", "clash"],
  ]);
  expect(() => writeReviewFolder(out, clash)).toThrow();
  expect(readFileSync(join(out, "index.html"), "utf8")).toBe("old");
  expect(readdirSync(base)).toEqual(["review"]);
});

test("nothing of anybody else is written over", () => {
  const kept = [join(base, "content"), join(base, "dist")];
  for (const folder of [...kept, join(base, "mine"), join(base, "review")]) mkdirSync(folder);
  writeFileSync(join(base, "mine/notes.txt"), "");
  const review = "## Review of A\n\nNothing differs.\n\nCompared with `main` (0123456789).\n";
  writeFileSync(join(base, "review/index.html"), "");
  writeFileSync(join(base, "review/review.md"), review);
  writeFileSync(join(base, "old.md"), review);
  mkdirSync(join(base, "site"));
  writeFileSync(join(base, "site/index.html"), "");
  writeFileSync(
    join(base, "README.md"),
    "# Mine\n\n## Review\n\nWords.\n\nCompared with nothing.\n",
  );
  writeFileSync(join(base, "file"), "");
  const refused = (out: string): string => {
    try {
      refuseUnfitPlace(join(base, out), { kept });
    } catch (error) {
      if (error instanceof Error) return error.message.replaceAll(base, "BASE");
    }
    return "";
  };
  expect(
    [
      "content",
      "content/review",
      ".",
      "dist/a.md",
      "mine",
      "file",
      "README.md",
      "site",
      "new/a.md",
    ].map(refused),
  ).toMatchInlineSnapshot(`
    [
      "The review cannot be written to BASE/content, because it would mix with what is in BASE/content. Name another folder with --out.",
      "The review cannot be written to BASE/content/review, because it would mix with what is in BASE/content. Name another folder with --out.",
      "The review cannot be written to BASE, because it would mix with what is in BASE/content. Name another folder with --out.",
      "The review cannot be written to BASE/dist/a.md, because it would mix with what is in BASE/dist. Name another folder with --out.",
      "BASE/mine is not empty, and notes.txt in it is none of a review. Name an empty folder with --out, or one that does not exist.",
      "BASE/file is a file. Name a folder with --out, or a file whose name ends in .md.",
      "BASE/README.md is there already, and is no review. Name another file with --out, or remove this one.",
      "BASE/site is not empty, and no review is in it. Name an empty folder with --out, or one that does not exist.",
      "",
    ]
  `);
  expect(["review", "new", "file.md", "old.md"].map(refused)).toEqual(["", "", "", ""]);
});

test("the Markdown alone is a file", () => {
  writeReviewFile(join(base, "a/b.md"), "text");
  expect(readdirSync(join(base, "a"))).toEqual(["b.md"]);
});
