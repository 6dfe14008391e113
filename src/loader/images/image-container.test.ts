import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  animatedAvif,
  animatedPng,
  animation,
  drawing,
  grain,
  heicFile,
  photograph,
} from "../../../tests/fixtures/image-files.ts";
import {
  isAnimatedAvif,
  isAnimatedPng,
  isCutShort,
  stillOfAvif,
  otherFormat,
} from "./image-container.ts";

const animatedWebp = async (): Promise<Buffer> =>
  sharp(await animation(40, 30), { animated: true })
    .webp()
    .toBuffer();

const FILES = {
  JPEG: () => photograph(90, 60),
  "progressive JPEG": () => grain(90, 60).jpeg({ progressive: true }).toBuffer(),
  PNG: () => drawing(90, 60),
  "animated PNG": () => animatedPng(40, 30),
  GIF: () => animation(40, 30),
  WebP: () => grain(90, 60).webp().toBuffer(),
  "animated WebP": animatedWebp,
  AVIF: () => grain(90, 60).avif({ effort: 0 }).toBuffer(),
  "animated AVIF": () => animatedAvif(40, 30),
} as const;

describe.each(Object.entries(FILES))("of a %s", (_, make) => {
  test("a whole file is not cut short, whatever follows it", async () => {
    const bytes = await make();
    expect(isCutShort(bytes)).toBe(false);
    expect(otherFormat(bytes)).toBeUndefined();
  });

  test.each([0.3, 0.6, 0.95])("a part of %d is cut short", async (part) => {
    const bytes = await make();
    expect(isCutShort(bytes.subarray(0, Math.floor(bytes.length * part)))).toBe(true);
  });
});

test("a GIF without its last byte is whole, as browsers have it", async () => {
  const bytes = await animation(40, 30);
  expect(bytes.at(-1)).toBe(0x3b);
  expect(isCutShort(bytes.subarray(0, -1))).toBe(false);
  expect(isCutShort(bytes.subarray(0, -2))).toBe(true);
});

test("the end of a preview is not the end of a JPEG", async () => {
  const preview = await grain(16, 12).jpeg().toBuffer();
  const bytes = await photograph(90, 60);
  const length = Buffer.of(0xff, 0xe1, (preview.length + 2) >> 8, (preview.length + 2) & 0xff);
  const whole = Buffer.concat([bytes.subarray(0, 2), length, preview, bytes.subarray(2)]);
  expect(isCutShort(whole)).toBe(false);
  expect(isCutShort(whole.subarray(0, -40))).toBe(true);
});

test("animations are known by their containers", async () => {
  expect(isAnimatedPng(await animatedPng(40, 30))).toBe(true);
  expect(isAnimatedPng(await drawing(40, 30))).toBe(false);
  expect(isAnimatedAvif(await animatedAvif(40, 30))).toBe(true);
  expect(isAnimatedAvif(await FILES.AVIF())).toBe(false);
});

test("the still picture of an animated AVIF can be decoded", async () => {
  const { data, info } = await sharp(stillOfAvif(await animatedAvif(40, 30)))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 40, height: 30 });
  expect([...data.subarray(0, 3)].map((value) => Math.round(value / 16))).toEqual([13, 0, 0]);
});

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

test.each([
  [heicFile(), "a HEIC photo, as taken by phones"],
  [latin1("\0\0\0\x14ftypmif1\0\0\0\0heix"), "a HEIC photo, as taken by phones"],
  [latin1("\0\0\0\x14ftypisom\0\0\0\0mp42"), "a video or another container"],
  [latin1("II*\0\x08\0\0\0"), "a TIFF file"],
  [latin1("\xff\x0a\xff\x7f"), "a JPEG XL file"],
  [latin1("BM\x36\0\0\0\0\0\0\0"), "a Windows bitmap"],
  [latin1("%PDF-1.7"), "a PDF file"],
  [latin1("\n<!DOCTYPE html><title>404</title><svg>"), "a web page"],
])("%j is told by its name", (bytes, name) => {
  expect(otherFormat(bytes)).toBe(name);
});

test.each(["", "BM", "\0\0\0\x14ftypmif1\0\0\0\0avif", "<svg/>", "GIF89a"])(
  "of %j nothing is told",
  (text) => {
    expect(otherFormat(latin1(text))).toBeUndefined();
  },
);

test.each([
  "\x89PNG\r\n\x1a\n",
  "\xff\xd8\xff",
  "RIFF",
  "GIF89a",
  "\0\0\0\x08ftyp",
  "\0\0\0\0ftyp",
])("the few bytes %j are read to their end", (text) => {
  for (let more = 0; more < 40; more += 1) {
    for (const fill of [0, 1, 0x21, 0x2c, 0x80, 0xff])
      expect(typeof isCutShort(Buffer.concat([latin1(text), Buffer.alloc(more, fill)]))).toBe(
        "boolean",
      );
  }
});
