import { expect, test } from "vitest";
import { arrayHead, cborFirst, cborItems, decodeCbor, encodeCbor } from "./cbor.ts";

test.each([
  [0, "00"],
  [23, "17"],
  [24, "1818"],
  [255, "18ff"],
  [256, "190100"],
  [65_535, "19ffff"],
  [65_536, "1a00010000"],
  [-1, "20"],
  [-24, "37"],
  [-25, "3818"],
  [-257, "390100"],
  ["", "60"],
  ["水", "63e6b0b4"],
  [[1, [2, 3], "IETF"], "8301820203644945" + "5446"],
])("%j is %s, there and back", (value, hex) => {
  expect(Buffer.from(encodeCbor(value)).toString("hex")).toBe(hex);
  expect(decodeCbor(Buffer.from(hex, "hex"))).toEqual(value);
});

test("texts longer than the space that was taken first are written whole", () => {
  const texts = ["a".repeat(3000), "水".repeat(5000)];
  expect(decodeCbor(encodeCbor(texts))).toEqual(texts);
});

test("a hundred thousand pages keep their numbers", () => {
  const pages = Array.from({ length: 100_000 }, (_, page) => page);
  expect(decodeCbor(encodeCbor(pages))).toEqual(pages);
});

test.each([
  ["a map", "a0"],
  ["a text that is cut short", "6361"],
  ["an array without a length", "9f01ff"],
  ["a number of 64 bits", "1b0000000100000000"],
  ["bytes left over", "0000"],
])("%s is refused", (_what, hex) => {
  expect(() => decodeCbor(Buffer.from(hex, "hex"))).toThrow("not read here");
});

test("an array that ends too early is refused", () => {
  expect(() => decodeCbor(Buffer.from("8201", "hex"))).toThrow();
});

test("the items of an array are parted without being read, whatever is in them", () => {
  const items = [
    "水",
    [1, [2, 300, -70_000], []],
    23,
    70_000,
    "",
    Array.from({ length: 30 }, () => "a"),
  ];
  const parts = cborItems(encodeCbor(items));
  expect(parts.map(decodeCbor)).toEqual(items);
  expect(decodeCbor(cborFirst(encodeCbor(items)))).toBe("水");
  expect(decodeCbor(Buffer.concat([arrayHead(parts.length), ...parts]))).toEqual(items);
  expect(() => cborItems(encodeCbor("no array"))).toThrow(/type 3/);
  expect(() => cborItems(encodeCbor(items).subarray(0, -1))).toThrow(/too early/);
  expect(() => cborItems(Buffer.concat([encodeCbor(items), arrayHead(0)]))).toThrow(/left over/);
});

test.each([0, 23, 24, 255, 256, 65_535, 65_536])(
  "an array of %i begins in the shortest form",
  (count) => {
    const whole = encodeCbor(Array.from({ length: count }, () => 0));
    expect(Buffer.from(arrayHead(count))).toEqual(
      Buffer.from(whole.subarray(0, whole.length - count)),
    );
  },
);
