import { expect, test } from "vitest";
import { parseYaml } from "./yaml/yaml-document.ts";
import { imageWith } from "../checks/written-image.ts";

test.each([
  [
    "between braces",
    "image: { src: ./a.jpg, alt: A lock }",
    "image: { src: ./a.jpg, alt: A lock, credit: Ada }",
  ],
  [
    "between braces, over several lines",
    "image: {\n  alt: 'A: lock',\n  src: ./a.jpg,\n}",
    "image: { alt: 'A: lock', src: ./a.jpg, credit: Ada }",
  ],
  [
    "on lines of its own",
    "image:\n    src: ./a.jpg\n    alt: A lock",
    "image:\n  src: ./a.jpg\n  alt: A lock\n  credit: Ada",
  ],
  [
    "with a text of several lines",
    "image:\n  src: ./a.jpg\n  alt: >\n    A lock\n    at night",
    "image:\n  src: ./a.jpg\n  alt: >\n      A lock\n      at night\n  credit: Ada",
  ],
])("a lead picture %s is given whole with one part more", (_name, written, mended) => {
  const { document } = parseYaml(`${written}\n`, "a.mdx");
  if (document === undefined) throw new Error("It cannot be read.");
  const lines = imageWith("credit", "Ada", document).join("\n");
  expect(lines).toBe(mended);
  expect(parseYaml(`${lines}\n`, "a.mdx").document?.value["image"]).toEqual({
    ...(document.value["image"] as object),
    credit: "Ada",
  });
});

test("an empty part of it is replaced", () => {
  const { document } = parseYaml('image: { src: ./a.jpg, alt: "", credit: Ada }\n', "a.md");
  expect(document && imageWith("alt", "A lock", document)).toEqual([
    "image: { src: ./a.jpg, credit: Ada, alt: A lock }",
  ]);
});
