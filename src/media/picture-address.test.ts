import { expect, test } from "vitest";
import { pictureAddress } from "./picture-address.ts";

const picture = {
  digest: "0123456789abcdef0123456789abcdef",
  bytes: 1,
  width: 1,
  height: 1,
  type: "jpg",
};

test("a picture beside an article is named after its content", () => {
  expect(pictureAddress({ ...picture, file: "articles/2024/01/Photo (1).JPEG" })).toBe(
    "/media/photo-1.0123456789abcdef.jpg",
  );
});

test("a picture in public/ keeps its address", () => {
  expect(pictureAddress({ ...picture, file: "public/logo.png" })).toBe("/logo.png");
});
