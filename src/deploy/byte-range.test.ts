import { expect, test } from "vitest";
import { byteRange } from "./byte-range.ts";

test.each([
  ["bytes=0-", { start: 0, end: 99 }],
  ["bytes=0-1", { start: 0, end: 1 }],
  ["bytes=90-200", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-1000", { start: 0, end: 99 }],
  [" Bytes=5-5 ", { start: 5, end: 5 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-4", "whole"],
  ["bytes=0-1,4-5", "whole"],
  ["bytes=-", "whole"],
  ["pages=1-2", "whole"],
  [undefined, "whole"],
])("of a hundred bytes, %s is %o", (range, part) => {
  expect(byteRange(range, 100)).toEqual(part);
});
