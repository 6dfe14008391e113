import { describe, expect, test } from "vitest";
import { chanceFrom } from "../../tests/build/random.ts";
import { aImage } from "../../tests/fixtures/image-files.ts";
import {
  isDrawing,
  isFlat,
  isShownAsIs,
  linkedForm,
  listForms,
  pageForms,
  rasterForm,
  widestForm,
} from "./page-images.ts";

const widthsOf = (width: number, height: number): number[] =>
  pageForms(aImage({ width, height })).sources.map((form) => form.width);

describe("the form that a link to a picture leads to", () => {
  test.each([
    [4000, 3000, "webp", 3200],
    [2400, 1600, "webp", 2400],
    [1600, 900, "webp", 1600],
    [500, 300, "webp", 500],
    [99, 99, "jpg", 99],
  ])("of one of %i by %i is a %s, %i wide", (width, height, format, widest) => {
    const image = aImage({ width, height });
    const form = linkedForm(image);
    expect([form.format, form.width]).toEqual([format, widest]);
  });

  test("is one of those for pages where that is as wide", () => {
    const image = aImage({ width: 1600, height: 900 });
    expect(pageForms(image).sources.map(({ path }) => path)).toContain(linkedForm(image).path);
  });
});

describe("the forms for pages", () => {
  test.each([
    [4000, 3000, [480, 800, 1200, 1600]],
    [1600, 900, [480, 800, 1200, 1600]],
    [1300, 900, [480, 800, 1300]],
    [900, 600, [480, 900]],
    [500, 300, [500]],
    [99, 99, []],
  ])("of a picture of %i by %i are so wide", (width, height, widths) => {
    expect(widthsOf(width, height)).toEqual(widths);
  });

  test("are never larger than the picture, and keep its ratio", () => {
    const chance = chanceFrom(1);
    for (let round = 0; round < 500; round += 1) {
      const [width, height] = [1 + chance.below(3000), 1 + chance.below(14_000)];
      const image = aImage({ width, height, type: chance.one(["jpg", "png", "webp", "gif"]) });
      const { sources, fallback } = pageForms(image);
      for (const form of [...sources, fallback]) {
        expect(form.width).toBeLessThanOrEqual(width);
        expect(form.height).toBeLessThanOrEqual(Math.min(height, 12_000));
        expect(Math.abs(form.height - (form.width * height) / width)).toBeLessThanOrEqual(
          0.5 * (1 + height / width),
        );
        expect(form.width * form.height).toBeGreaterThan(0);
      }
    }
  });

  test("stand from narrow to wide, none twice, even where a column is cut short", () => {
    expect(widthsOf(2000, 90_000)).toEqual([...new Set(widthsOf(2000, 90_000))].sort(ascending));
    expect(widthsOf(2000, 90_000)).toEqual([267]);
  });

  test("have an address of their own each", () => {
    const { sources, fallback } = pageForms(aImage());
    const paths = [...sources, fallback].map(({ path }) => path);
    expect(new Set(paths).size).toBe(5);
  });
});

describe("the form that everything can show", () => {
  test.each([
    ["a photograph", aImage(), "jpg"],
    ["a WebP", aImage({ type: "webp" }), "jpg"],
    ["a PNG of a photograph", aImage({ type: "png", bytes: 2_000_000 }), "jpg"],
    ["a PNG of few colours", aImage({ type: "png", bytes: 200_000 }), "png"],
    ["what lets something through", aImage({ type: "webp", transparent: true }), "png"],
    ["a GIF", aImage({ type: "gif" }), "png"],
    ["an SVG", aImage({ type: "svg" }), "png"],
  ])("of %s is a %s", (_, image, format) => {
    expect(rasterForm(image)).toMatchObject({ format, width: 1200, height: 800 });
  });

  test("of a small drawing in lines is large enough to read, but an icon stays one", () => {
    expect(rasterForm(aImage({ type: "svg", width: 400, height: 200 })).width).toBe(1200);
    expect(rasterForm(aImage({ type: "svg", width: 64, height: 64 })).width).toBe(64);
  });
});

test("a PNG is a drawing by how well it packs, and flat if it packs better still", () => {
  const png = (density: number) =>
    aImage({ type: "png", width: 1000, height: 1000, bytes: density * 1_000_000 });
  expect([0.05, 0.08, 0.2].map((density) => isDrawing(png(density)))).toEqual([true, true, false]);
  expect([0.05, 0.08, 0.2].map((density) => isFlat(png(density)))).toEqual([true, false, false]);
  expect(isFlat(aImage({ bytes: 1 }))).toBe(false);
});

test("drawings in lines and animations are shown as they are, all else never", () => {
  expect(isShownAsIs(aImage({ type: "svg" }))).toBe(true);
  expect(isShownAsIs(aImage({ type: "gif", animated: true }))).toBe(true);
  expect(isShownAsIs(aImage({ type: "gif" }))).toBe(false);
  expect(isShownAsIs(aImage({ transparent: true, type: "png" }))).toBe(false);
});

test("the widest form ends at 1600 pixels, or at the picture", () => {
  expect(widestForm(aImage())).toEqual({ width: 1600, height: 1067 });
  expect(widestForm(aImage({ width: 700, height: 500 }))).toEqual({ width: 700, height: 500 });
});

function ascending(a: number, b: number): number {
  return a - b;
}

const LIGHT = { type: "svg" as const, bytes: 20_000 };

describe("the forms for lists", () => {
  test.each([
    ["photograph", { width: 4000, height: 3000 }, [240, 480]],
    ["narrow photograph", { width: 300, height: 600 }, [240, 300]],
    ["picture that is hardly wider than a list shows it", { width: 260, height: 200 }, [260]],
    ["tiny picture", { width: 60, height: 60 }, [60]],
    ["heavy drawing in lines", { width: 600, height: 400, type: "svg" as const }, [240, 480]],
    ["heavy icon in lines", { width: 48, height: 48, type: "svg" as const }, [48]],
    ["light drawing in lines", { ...LIGHT, width: 600, height: 400 }, []],
    [
      "animation",
      { width: 900, height: 600, type: "gif" as const, animated: true as const },
      [240, 480],
    ],
  ])("of a %s are so wide, and keep its ratio", (_, size, widths) => {
    const image = aImage(size);
    const forms = listForms(image);
    expect(forms.map(({ width }) => width)).toEqual(widths);
    for (const { format, width, height } of forms) {
      expect(format).toBe("webp");
      expect(height).toBe(Math.round((width * size.height) / size.width));
    }
  });

  test("have the wide one in common with pages", () => {
    const image = aImage({ width: 1600, height: 900 });
    const [, wide] = listForms(image);
    expect(pageForms(image).sources.map(({ path }) => path)).toContain(wide?.path);
  });
});
