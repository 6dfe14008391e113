import { expect, test } from "vitest";
import { iconFile } from "./icon-file.ts";

test("an icon file has one picture, whose size and place stand in its header", () => {
  const png = Buffer.from("the picture");
  const file = iconFile(png, { width: 32, height: 32 });
  expect([...file.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
  const [bytes, from] = [file.readUInt32LE(14), file.readUInt32LE(18)];
  expect(file.subarray(from, from + bytes).toString()).toBe("the picture");
  expect(file.length).toBe(from + bytes);
});

test("256 pixels are written as nought", () => {
  expect(iconFile(Buffer.alloc(1), { width: 256, height: 256 }).readUInt8(6)).toBe(0);
});
