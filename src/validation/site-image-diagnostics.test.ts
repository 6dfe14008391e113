import { describe, expect, test } from "vitest";
import { aImage } from "../../tests/fixtures/image-files.ts";
import type { ExaminedImage } from "../loader/images/examined-image.ts";
import { siteImage, siteImageFiles, siteImagesOf } from "../loader/site-images.ts";
import type { SiteImage } from "../loader/site-images.ts";
import { siteImageDiagnostics } from "./site-image-diagnostics.ts";
import { parseYaml } from "../loader/yaml/yaml-document.ts";

function named(...lines: string[]): SiteImage[] {
  const { document } = parseYaml(`name: The Paper\n${lines.join("\n")}\n`, "site.yaml");
  return document === undefined ? [] : siteImagesOf(document);
}

function readings(...known: ExaminedImage[]): Map<string, ExaminedImage> {
  return new Map(known.map((one) => ["image" in one ? one.image.file : "share.png", one] as const));
}

function codes(images: SiteImage[], known = readings()): string[] {
  return siteImageDiagnostics(images, {
    readings: known,
    offers: { meant: () => undefined },
  }).map(({ code, line, column, severity }) => `${severity} ${code} ${line}:${column}`);
}

test("a file without the keys names none", () => {
  expect(named()).toEqual([]);
});

test("both keys are found with the places of their values", () => {
  expect(named("logo: /logo.svg", 'image: " ./share.png "')).toMatchObject([
    { key: "image", src: "./share.png", location: { line: 3, column: 8 } },
    { key: "logo", src: "/logo.svg", location: { line: 2, column: 7 } },
  ]);
});

test("what is no text is left to the schema", () => {
  expect(named("logo: [a.svg]", "image: ''")).toEqual([]);
});

test("paths begin at the content folder, and with a slash at its public folder", () => {
  const images = named("image: pictures/../share.png", "logo: /logo.svg");
  expect(siteImageFiles(images)).toEqual(["share.png", "public/logo.svg"]);
});

describe("the picture of a key", () => {
  const share = aImage({ file: "share.png" });

  test("is the one that was read", () => {
    const known = readings({ image: share });
    expect(siteImage(named("image: ./share.png"), "image", known)).toBe(share);
    expect(siteImage(named("image: ./share.png"), "logo", known)).toBeUndefined();
  });

  test("is none where the file is broken, missing or elsewhere", () => {
    const broken = readings({ fault: "broken", why: "" });
    expect(siteImage(named("image: ./share.png"), "image", broken)).toBeUndefined();
    expect(siteImage(named("image: ./share.png"), "image", readings())).toBeUndefined();
    expect(siteImage(named("image: ../share.png"), "image", readings())).toBeUndefined();
  });
});

describe("the check", () => {
  const sized = (width: number, height: number, type = "png") =>
    readings({ image: aImage({ file: "share.png", width, height, type }) });

  test.each([
    ["image: ./share.png", readings(), "error picture/missing 2:8"],
    ["logo: ./share.png", readings({ fault: "broken", why: "" }), "error picture/broken 2:7"],
    ["logo: ./share.png", readings({ fault: "unsafe", why: "" }), "error picture/unsafe 2:7"],
    [
      "image: ./share.png",
      readings({ fault: "too-large", why: "" }),
      "error picture/too-large 2:8",
    ],
    ["image: ../share.png", readings(), "error picture/outside 2:8"],
    ["image: https://far.example/a.png", readings(), "error picture/remote 2:8"],
    ["image: ./share.png", sized(1199, 630), "error picture/too-small 2:8"],
    ["image: ./share.png", sized(1200, 629), "error picture/too-small 2:8"],
  ])("of %s finds a fault", (line, known, code) => {
    expect(codes(named(line), known)).toEqual([code]);
  });

  test("lets a share picture be just large enough, or drawn in lines", () => {
    expect(codes(named("image: ./share.png"), sized(1200, 630))).toEqual([]);
    expect(codes(named("image: ./share.png"), sized(60, 30, "svg"))).toEqual([]);
  });

  test("lets a logo be small", () => {
    expect(codes(named("logo: ./share.png"), sized(60, 30))).toEqual([]);
    expect(codes(named("image: ./share.png", "logo: ./share.png"), sized(60, 30))).toEqual([
      "error picture/too-small 2:8",
    ]);
  });

  test.each([
    ["a square drawing", 64, 64, "svg", []],
    ["a square picture that is large enough", 512, 512, "png", []],
    ["a small one", 256, 256, "png", ["error picture/too-small 2:7"]],
    ["one that is not square", 800, 600, "svg", ["error picture/not-square 2:7"]],
  ])("%s as the icon", (_, width, height, type, found) => {
    expect(codes(named("icon: ./share.png"), sized(width, height, type))).toEqual(found);
  });
});
