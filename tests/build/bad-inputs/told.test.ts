import { expect, test } from "vitest";
import { told } from "./told.ts";

const REPORT = `Warnings, each worked around; npm run check says more, npm run check -- --all says all:
       2  link/dead  a.md:10:3

a.md:12:3  error  mdx/angle
  What follows is no tag.
    12 | A <5 b.
       |   ^
  → Write \`&lt;\`.

a.md:14:1  error  mdx/angle
  What follows is no tag.
    14 | <5 b.
       | ^
  → Write \`&lt;\`.

b: c.md:1:1  error  mdx/angle
  What follows is no tag.
  → Write \`&lt;\`.

3 errors and 2 warnings in 3 files.
Nothing was written: the errors above come first.
`;

const KINDS = `Warnings, each worked around; npm run check says more, npm run check -- --all says all:
       2  link/dead  a.md:10:3
`;

test("a message is told once, with every place, and without what ends the report", () => {
  expect(told(REPORT)).toBe(`${KINDS}
a.md:12:3 14:1, b: c.md:1:1  error  mdx/angle
  What follows is no tag.
  → Write \`&lt;\`.
`);
});

test("with the lines of the files, what stands in other lines is told by itself", () => {
  expect(told(REPORT, { frames: true })).toBe(
    `${KINDS}\n${REPORT.split("\n\n").slice(1, 4).join("\n\n")}\n`,
  );
});

test("what is no diagnostic is kept, be it in a report or in place of one", () => {
  expect(told("3 articles, 1 draft.\n")).toBe("");
  expect(told("Stet failed; the bundle is as it was.\nError: x\n")).toBe(
    "Stet failed; the bundle is as it was.\nError: x\n",
  );
});
