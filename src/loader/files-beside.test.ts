import { describe, expect, test } from "vitest";
import {
  addressBeside,
  besideDiagnostics,
  fileBeside,
  filesBeside,
  isImageFile,
  imagesBeside,
} from "./files-beside.ts";

const ARTICLE = "articles/2026/03/one.md";

test.each([
  ["two.pdf", "articles/2026/03/two.pdf"],
  ["./files/two.pdf#page=3", "articles/2026/03/files/two.pdf"],
  ["../02/a%20b.pdf?x", "articles/2026/02/a b.pdf"],
  ["../../../pages/terms.pdf", "pages/terms.pdf"],
  ["cafe\u0301.pdf", "articles/2026/03/café.pdf"],
])("%s beside an article is %s", (href, file) => {
  expect(fileBeside(href, ARTICLE)).toBe(file);
});

test.each([
  "/two.pdf",
  "https://far.example/two.pdf",
  "//far.example/two.pdf",
  "mailto:ada@paper.example",
  "#a.b",
  "?q=a.b",
  "../other/",
  "../../../public/kit.pdf",
  "./other.mdx#part",
  "../../../site.yaml",
  "../../../../../etc/passwd.txt",
  "",
])("%j means no file beside an article", (href) => {
  expect(fileBeside(href, ARTICLE)).toBeUndefined();
});

test("a file has the address of its folder", () => {
  expect(addressBeside("articles/2026/03/two.pdf")).toBe("/2026/03/two.pdf");
  expect(addressBeside("pages/terms.pdf")).toBe("/pages/terms.pdf");
});

test("pictures are told by their endings", () => {
  expect(["a.JPG", "b.svg", "c.webp"].every(isImageFile)).toBe(true);
  expect(["a.pdf", "b.tiff", "jpg"].some((file) => file !== "jpg" && isImageFile(file))).toBe(
    false,
  );
});

describe("of the files beside texts", () => {
  const asset = (file: string, bytes = 1) => [file, { file, stamp: "s", bytes }] as const;
  const assets = new Map([
    asset("articles/2026/03/two.pdf"),
    asset("articles/2026/03/unlinked.pdf"),
    asset("articles/2026/03/empty.pdf", 0),
    asset("articles/2026/03/tool.exe"),
    asset("articles/2026/03/photo.jpg"),
    asset("pages/terms.pdf"),
  ]);
  const text = (file: string, ...hrefs: string[]) => ({
    file,
    metadata: { links: hrefs.map((href) => ({ href, line: 1, column: 1 })) },
  });

  test("those that are linked to are published, if anyone may publish their type", () => {
    const texts = [
      text(ARTICLE, "two.pdf", "./two.pdf#page=2", "empty.pdf", "tool.exe", "photo.jpg", "no.pdf"),
      text("pages/about.md", "terms.pdf", "/2026/03/unlinked.pdf"),
    ];
    expect(filesBeside(texts, assets)).toEqual({
      "/2026/03/two.pdf": "articles/2026/03/two.pdf",
      "/pages/terms.pdf": "pages/terms.pdf",
    });
    expect(imagesBeside(texts, assets)).toEqual(["articles/2026/03/photo.jpg"]);
  });

  test("those in the way of something else are told", () => {
    const beside = {
      "/2026/03/two.pdf": "articles/2026/03/two.pdf",
      "/2026/03/Two.pdf": "articles/2026/03/Two.pdf",
      "/2026/03/three.pdf": "articles/2026/03/three.pdf",
      "/2026/03/four.pdf": "articles/2026/03/four.pdf",
      "/2026/03/five.pdf": "articles/2026/03/five.pdf",
      "/2026/03/fine.pdf": "articles/2026/03/fine.pdf",
    };
    const diagnostics = besideDiagnostics(
      beside,
      ["/2026/03/three.pdf/"],
      ["/2026/03/four.pdf/x/"],
      {
        "/2026/03/five.PDF": "public/2026/03/five.PDF",
      },
      (path) => path,
    );
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      "path/collision articles/2026/03/Two.pdf",
      "path/collision articles/2026/03/three.pdf",
      "path/collision articles/2026/03/four.pdf",
      "path/collision articles/2026/03/five.pdf",
    ]);
  });
});
