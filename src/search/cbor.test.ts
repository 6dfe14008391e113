import { expect, test } from "vitest";
import { decodeCbor, encodeCbor } from "./cbor.ts";

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
