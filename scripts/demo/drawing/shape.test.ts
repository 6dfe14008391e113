import { expect, test } from "vitest";
import { beam, disc, ellipse, onCircle, Pen, polygon, rectangle, rounded, slope } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** The area of the polygons, by the shoelace formula. */
function size({ rings }: Shape): number {
  const sums = rings.map((ring) =>
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
  return Math.abs(sums.reduce((sum, one) => sum + one, 0));
}

test("a figure's polygon is as large as the figure", () => {
  expect(size(rectangle(5, 5, 20, 10))).toBeCloseTo(200);
  expect(size(polygon([0, 0], [10, 0], [0, 10]))).toBeCloseTo(50);
  expect(size(beam([0, 0], [30, 40], 4))).toBeCloseTo(200);
  expect(size(disc(50, 50, 20)) / (Math.PI * 400)).toBeCloseTo(1, 1);
  expect(size(ellipse(50, 50, 40, 20, 30)) / (Math.PI * 200)).toBeCloseTo(1, 1);
  expect(size(rounded(0, 0, 40, 20, 5)) / (800 - (4 - Math.PI) * 25)).toBeCloseTo(1, 1);
});

test("a pen writes path data to one decimal", () => {
  const shape = new Pen().move(0, 0.04).line([10.26, 0]).by(0, 5).arc(0, 5, 10, 0, 90).close();
  expect(shape.shape().path).toBe("M0 0L10.3 0L10.3 5L10 5A10 10 0 0 1 0 15Z");
});

test("angles run clockwise from the right", () => {
  const [x, y] = onCircle(0, 0, 10, 90);
  expect([Math.round(x), Math.round(y)]).toEqual([0, 10]);
  expect(slope([0, 0], [10, 10])).toBeCloseTo(45);
});
