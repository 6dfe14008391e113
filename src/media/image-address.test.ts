import { expect, test } from "vitest";
import { imageAddress } from "./image-address.ts";

const image = {
  digest: "0123456789abcdef0123456789abcdef",
  bytes: 1,
  width: 1,
  height: 1,
  type: "jpg",
};

test("a picture beside an article is named after its content", () => {
  expect(imageAddress({ ...image, file: "articles/2024/01/Photo (1).JPEG" })).toBe(
    "/media/photo-1.0123456789abcdef.jpg",
  );
});

test("a picture in public/ keeps its address", () => {
  expect(imageAddress({ ...image, file: "public/logo.png" })).toBe("/logo.png");
});

test("a long name in any script leaves room in a file's name", () => {
  const file = `articles/2024/01/${"\u56fe".repeat(82)}.jpg`;
  const address = imageAddress({ ...image, file });
  expect(Buffer.byteLength(address)).toBeLessThan(200);
});
