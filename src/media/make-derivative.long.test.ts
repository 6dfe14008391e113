import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { chanceFrom } from "../../tests/build/random.ts";
import {
  animatedAvif,
  animatedPng,
  animation,
  drawing,
  aImage,
  grain,
  OWNER,
  photograph,
  imageFile,
} from "../../tests/fixtures/image-files.ts";
import type { ImageFile } from "../../tests/fixtures/image-files.ts";
import type { Derivative } from "./derivative.ts";
import { makerOf } from "./make-derivative.ts";
import { pageForms, rasterForm } from "./page-images.ts";
import { shareForms } from "./share-images.ts";

/** A form with what it turned out to be. */
interface Made {
  derivative: Derivative;
  bytes: Buffer;
}

async function made({ image, bytes }: ImageFile, orders: Derivative[]): Promise<Made[]> {
  const make = makerOf(bytes, image);
  const files: Made[] = [];
  for (const derivative of orders) files.push({ derivative, bytes: await make(derivative) });
  return files;
}

function allForms({ image }: ImageFile): Derivative[] {
  const { sources, fallback } = pageForms(image);
  return [...sources, fallback, ...Object.values(shareForms(image))];
}

/** The colour in the middle of a square of a picture, by shares of its sides. */
async function colourAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
  return [...data.subarray(at, at + 3)];
}

const isNear = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, index) => Math.abs(value - (b[index] ?? 0)) < 40);

describe("of a photograph", () => {
  let file: ImageFile;
  let files: Made[];
  beforeAll(async () => {
    file = await imageFile(await photograph(1700, 1300), "articles/2026/03/harbour.jpg");
    files = await made(file, allForms(file));
  });

  test("every form has the format and the size that its order says", async () => {
    expect(files).toHaveLength(9);
    for (const { derivative, bytes } of files) {
      const { format, width, height, pages } = await sharp(bytes).metadata();
      expect({ format, width, height, pages }).toEqual({
        format: derivative.format === "jpg" ? "jpeg" : derivative.format,
        width: derivative.width,
        height: derivative.height,
        pages: undefined,
      });
    }
  });

  test("no form tells of the camera, the owner or the place", async () => {
    expect(file.bytes.includes(OWNER)).toBe(true);
    for (const { bytes } of files) {
      const { exif, iptc, xmp, icc, orientation, comments } = await sharp(bytes).metadata();
      expect({ exif, iptc, xmp, icc, orientation, comments }).toEqual({});
      expect(bytes.includes(OWNER)).toBe(false);
      expect(bytes.includes("Exif")).toBe(false);
    }
  });

  test("the share forms have their shapes to the pixel and stay below their limit", () => {
    const sizes = files.slice(5).map(({ derivative: { width, height } }) => [width, height]);
    expect(sizes).toEqual([
      [1200, 630],
      [1200, 1200],
      [1200, 900],
      [1200, 675],
    ]);
    for (const { bytes } of files.slice(5)) expect(bytes.length).toBeLessThanOrEqual(200_000);
  });

  test("the bytes are equal in two runs and in any order of the forms", async () => {
    const again = await made(file, allForms(file).reverse());
    for (const { derivative, bytes } of files) {
      const twin = again.find((one) => one.derivative.path === derivative.path);
      expect(twin?.bytes.equals(bytes), derivative.path).toBe(true);
    }
  });
});

test("a picture that lies on its side is set upright", async () => {
  const lying = await sharp({
    create: { width: 300, height: 200, channels: 3, background: "#00c" },
  })
    .composite([
      {
        input: { create: { width: 100, height: 200, channels: 3, background: "#c00" } },
        left: 0,
        top: 0,
      },
    ])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const file = await imageFile(lying, "articles/2026/03/upright.jpg");
  expect([file.image.width, file.image.height]).toEqual([200, 300]);
  const [form] = await made(file, [rasterForm(file.image)]);
  // Turned a quarter to the right, what stood on the left stands at the top.
  expect(isNear(await colourAt(form?.bytes ?? lying, 0.5, 0.1), [204, 0, 0])).toBe(true);
  expect(isNear(await colourAt(form?.bytes ?? lying, 0.5, 0.9), [0, 0, 204])).toBe(true);
});

test("colours of a wide profile become those of sRGB", async () => {
  const wide = await sharp({ create: { width: 200, height: 200, channels: 3, background: "#0f0" } })
    .withIccProfile("p3")
    .png()
    .toBuffer();
  const file = await imageFile(wide, "articles/2026/03/wide.png");
  const [form] = await made(file, [{ ...rasterForm(file.image), format: "png" }]);
  const bytes = form?.bytes ?? wide;
  expect((await sharp(bytes).metadata()).icc).toBeUndefined();
  expect(isNear(await colourAt(bytes, 0.5, 0.5), [0, 255, 0])).toBe(true);
});

test("noise from edge to edge stays below the limit of share forms", async () => {
  const chance = chanceFrom(3);
  const pixels = Uint8Array.from({ length: 1200 * 1200 * 3 }, () => chance.below(256));
  const noise = await sharp(pixels, { raw: { width: 1200, height: 1200, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
  const file = await imageFile(noise, "articles/2026/03/noise.jpg");
  const forms = await made(file, Object.values(shareForms(file.image)));
  for (const { bytes } of forms) expect(bytes.length).toBeLessThanOrEqual(200_000);
});

describe("of a drawing", () => {
  test("flat areas keep their colours to the last bit", async () => {
    const file = await imageFile(await drawing(1400, 900), "articles/2026/03/chart.png");
    const { sources, fallback } = pageForms(file.image);
    expect(fallback.format).toBe("png");
    const widest = sources.at(-1) ?? fallback;
    const [webp] = await made(file, [widest]);
    const pixels = (bytes: Buffer) => sharp(bytes).removeAlpha().raw().toBuffer();
    expect((await pixels(webp?.bytes ?? file.bytes)).equals(await pixels(file.bytes))).toBe(true);
  });

  test("what lets something through does so in WebP and PNG, and stands on white in JPEG", async () => {
    const source = await drawing(1400, 900, "none");
    const file = await imageFile(source, "articles/2026/03/plan.png", { transparent: true });
    const plain: Derivative = { ...rasterForm(file.image), format: "jpg" };
    for (const { derivative, bytes } of await made(file, [...allForms(file), plain])) {
      const { isOpaque } = await sharp(bytes).stats();
      expect(isOpaque, derivative.path).toBe(derivative.format === "jpg");
      if (derivative.format === "jpg")
        expect(isNear(await colourAt(bytes, 0.01, 0.01), [255, 255, 255])).toBe(true);
    }
  });

  test("a share form shows all of it, between white margins", async () => {
    const red = await sharp({
      create: { width: 600, height: 1200, channels: 3, background: "#c00" },
    })
      .png()
      .toBuffer();
    const file = await imageFile(red, "articles/2026/03/tall.png");
    const [square] = await made(file, [shareForms(file.image).square]);
    const bytes = square?.bytes ?? red;
    expect(isNear(await colourAt(bytes, 0.05, 0.5), [255, 255, 255])).toBe(true);
    expect(isNear(await colourAt(bytes, 0.5, 0.01), [204, 0, 0])).toBe(true);
    expect(isNear(await colourAt(bytes, 0.5, 0.99), [204, 0, 0])).toBe(true);
  });
});

test("a photograph that is cut to a lower shape loses more at the foot than at the top", async () => {
  const bands = ["#c00", "#0c0", "#00c"].map((background, index) => ({
    input: { create: { width: 1200, height: 400, channels: 3 as const, background } },
    left: 0,
    top: index * 400,
  }));
  const striped = await sharp({
    create: { width: 1200, height: 1200, channels: 3, background: "#000" },
  })
    .composite(bands)
    .jpeg()
    .toBuffer();
  const file = await imageFile(striped, "articles/2026/03/striped.jpg");
  const [wide] = await made(file, [shareForms(file.image).wide]);
  const { data, info } = await sharp(wide?.bytes).raw().toBuffer({ resolveWithObject: true });
  const column = Array.from({ length: info.height }, (_, y) => [
    ...data.subarray(y * info.width * 3, y * info.width * 3 + 3),
  ]);
  const rows = (colour: number[]) => column.filter((one) => isNear(one, colour)).length;
  expect(rows([204, 0, 0])).toBeGreaterThan(rows([0, 0, 204]));
  expect(rows([0, 204, 0])).toBeGreaterThan(390);
});

test("a small drawing in lines is drawn at the size that is wanted, not blown up", async () => {
  const lines = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="12"><path fill="#fff" d="M0 0h24v12H0z"/><path fill="#c00" d="M6 0h12v12H6z"/></svg>',
  );
  const file = await imageFile(lines, "articles/2026/03/mark.svg");
  const derivative = { ...rasterForm(file.image), width: 1200, height: 600 };
  const [form] = await made(file, [derivative]);
  const { data } = await sharp(form?.bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const between = new Set<number>();
  for (let x = 0; x < 1200; x += 1) {
    const green = data[300 * 1200 * 3 + x * 3 + 1] ?? 0;
    if (green > 20 && green < 235) between.add(x);
  }
  expect(between.size).toBeLessThanOrEqual(8);
});

test("a drawing is made in the proportion in which browsers draw it", async () => {
  const lines = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="4cm"><path fill="#c00" d="M0 0h300v152H0z"/></svg>',
  );
  const image = aImage({ file: "a.svg", type: "svg", width: 300, height: 151 });
  const [form] = await made({ image, bytes: lines }, [rasterForm(image)]);
  const bytes = form?.bytes ?? lines;
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 300, height: 151 });
  for (const [x, y] of [
    [0.01, 0.01],
    [0.99, 0.98],
  ] as const)
    expect(isNear(await colourAt(bytes, x, y), [204, 0, 0])).toBe(true);
});

test.each([
  ["tide.gif", animation, "gif"],
  ["tide.png", animatedPng, "png"],
  ["tide.avif", animatedAvif, "avif"],
])("of the animation %s the first frame is made", async (name, make, type) => {
  const image = aImage({
    file: `articles/2026/03/${name}`,
    type,
    width: 400,
    height: 300,
    animated: true,
  });
  const file = { image, bytes: await make(400, 300) };
  const [form] = await made(file, [rasterForm(file.image)]);
  const bytes = form?.bytes ?? file.bytes;
  expect((await sharp(bytes).metadata()).pages).toBeUndefined();
  expect(isNear(await colourAt(bytes, 0.5, 0.5), [204, 0, 0])).toBe(true);
});

test("a source that was cut short is refused", async () => {
  const whole = await grain(600, 400).jpeg().toBuffer();
  const file = await imageFile(whole, "articles/2026/03/cut.jpg");
  const make = makerOf(whole.subarray(0, whole.length / 2), file.image);
  await expect(make(rasterForm(file.image))).rejects.toThrow();
});
