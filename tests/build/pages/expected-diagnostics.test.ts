import { expect, test } from "vitest";
import { unexpected } from "./expected-diagnostics.ts";

const faults = ["a", "b", "c", "d", "e", "f"].map((where) => ({ cause: "lost", where }));

test("faults that are known in this number are passed over", () => {
  expect(unexpected(faults, { lost: 6 }, "known.json")).toEqual([]);
});

test("a new cause and a higher number are told with examples, a lower one with what to do", () => {
  expect(
    unexpected([...faults, { cause: "new", where: "x" }], { lost: 1, rare: 2 }, "known.json"),
  ).toEqual([
    "lost: 6, known are 1\n    a\n    b\n    c\n    d\n    e\n    and 1 more",
    "new: 1, known are 0\n    x",
    "rare: 0 now. Lower the 2 in known.json, or take the line out at 0.",
  ]);
});
