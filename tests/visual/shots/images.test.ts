import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { differenceOf, stackImages } from "./images.ts";

function image(width: number, height: number, grey: number): Buffer {
  const made = new PNG({ width, height });
  made.data.fill(grey);
  for (let alpha = 3; alpha < made.data.length; alpha += 4) made.data[alpha] = 0xff;
  return PNG.sync.write(made);
}

const sizeOf = (bytes: Buffer): [number, number] => {
  const { width, height } = PNG.sync.read(bytes);
  return [width, height];
};

test("pictures stand beside or below each other with a gap", () => {
  const pair = [image(10, 20, 0), image(30, 5, 255)];
  expect(sizeOf(stackImages(pair, "across"))).toEqual([56, 20]);
  expect(sizeOf(stackImages(pair, "down"))).toEqual([30, 41]);
});

test("equal pictures do not differ", () => {
  expect(differenceOf(image(10, 10, 90), image(10, 10, 90))).toBeUndefined();
});

test("every differing pixel is counted, and shown beside before and after", () => {
  const found = differenceOf(image(10, 10, 0), image(10, 10, 255));
  expect(found?.pixels).toBe(100);
  expect(sizeOf(found?.triptych ?? Buffer.alloc(0))).toEqual([62, 10]);
});

test("a page that grew longer differs by what it grew", () => {
  expect(differenceOf(image(10, 10, 0), image(10, 14, 0))?.pixels).toBe(40);
});
