import { expect, test } from "vitest";
import { dotted, ruled, spansAt, without } from "./hatching.ts";
import type { Mark } from "./mark.ts";
import { disc, rectangle, together } from "./shape.ts";

function pathOf(mark: Mark): string {
  return mark.kind === "lines" ? mark.path : "";
}

test("lines end where the figure ends", () => {
  const mark = ruled("ink", { step: 10, width: 2, angle: 0 }, rectangle(3, 5, 20, 20));
  expect(pathOf(mark)).toBe("M3 10h20M3 20h20");
});

test("lines run to where the angle says", () => {
  const mark = ruled("ink", { step: 10, width: 2, angle: 90 }, rectangle(5, 3, 20, 20));
  expect(pathOf(mark)).toBe("M20 3v20M10 3v20");
});

test("what is left out stays free, and a hole is left out", () => {
  const square = rectangle(0, 0, 30, 30);
  const middle = rectangle(10, 10, 10, 10);
  const ruling = { step: 15, width: 2, angle: 0 };
  const except = ruled("ink", { ...ruling, except: [middle] }, square);
  expect(pathOf(except)).toBe("M0 0h30M0 15h10M20 15h10");
  expect(pathOf(ruled("ink", ruling, together(square, middle)))).toBe(pathOf(except));
});

test("a line shorter than it is thick is not drawn", () => {
  const mark = ruled("ink", { step: 10, width: 8, angle: 0 }, rectangle(0, 5, 6, 10));
  expect(pathOf(mark)).toBe("");
});

test("dots stand whole inside the figure, every second row moved by half a step", () => {
  const mark = dotted("ink", { step: 10, width: 2 }, rectangle(0, 8, 22, 10));
  expect(pathOf(mark)).toBe("M10 8.7h0M20 8.7h0M5 17.3h0M15 17.3h0");
});

test("a level line through a disc is inside it on its chord", () => {
  const [span] = spansAt(disc(50, 50, 20), 50.01);
  expect(span?.[0]).toBeCloseTo(30, 0);
  expect(span?.[1]).toBeCloseTo(70, 0);
  expect(spansAt(disc(50, 50, 20), 71)).toEqual([]);
});

test("pieces of a line are cut", () => {
  expect(
    without(
      [[0, 10]],
      [
        [2, 3],
        [8, 20],
      ],
    ),
  ).toEqual([
    [0, 2],
    [3, 8],
  ]);
  expect(without([[0, 10]], [[-1, 11]])).toEqual([]);
});
