import { hash } from "node:crypto";
import { lstatSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  animatedAvif,
  animatedPng,
  drawing,
  grain,
  heicFile,
  photograph,
} from "../../../tests/fixtures/image-files.ts";
import { contentFile } from "../../cache/content-file.ts";
import type { ContentFile } from "../../cache/content-file.ts";
import { DECODING } from "./decode-memory.ts";
import { FileIndex } from "../../cache/index-file.ts";
import { examineImages } from "./images.ts";
import type { ExaminedImage } from "./examined-image.ts";
import type { ShowExamining } from "./images.ts";
import { READERS_HERE } from "../readers.ts";

const NAMES = ["a.jpg", "b.jpg"];
let content = "";

beforeEach(async () => {
  content = mkdtempSync(join(tmpdir(), "stet-pictures-"));
  for (const [seed, name] of NAMES.entries())
    writeFileSync(join(content, name), await photograph(60, 40, seed));
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

/** The files as they are listed well after their last change. */
function listed(): ContentFile[] {
  return NAMES.map((name) =>
    contentFile(name, lstatSync(join(content, name), { bigint: true }), Date.now() + 60_000),
  );
}

async function examined(
  files: readonly ContentFile[],
  show?: ShowExamining,
): Promise<Map<string, ExaminedImage>> {
  const index = new FileIndex<ExaminedImage>({
    path: join(content, "index.jsonl"),
    owner: "pictures",
    maker: "this code",
  });
  const readings = await examineImages(content, files, {
    index,
    readers: READERS_HERE,
    show,
  });
  index.save();
  return readings;
}

/** The widths that are known; those of `NAMES` have 60 pixels. */
function widths(readings: ReadonlyMap<string, ExaminedImage>): unknown[] {
  return NAMES.map((name) => {
    const reading = readings.get(name);
    return reading !== undefined && "image" in reading ? reading.image.width : reading;
  });
}

/** Makes the index tell of another width, which no decoding would find. */
async function knowAsWide(width: number): Promise<void> {
  const index = new FileIndex<ExaminedImage>({
    path: join(content, "index.jsonl"),
    owner: "pictures",
    maker: "this code",
  });
  for (const file of listed()) {
    const reading = index.recall(file);
    if (reading === undefined || !("image" in reading)) throw new Error("It is not known.");
    index.keep({ ...file, stamp: "an earlier one" }, { image: { ...reading.image, width } });
  }
  index.save();
}

test("a picture whose stamp is known is not opened", async () => {
  const files = listed();
  const first = await examined(files);
  for (const name of NAMES) rmSync(join(content, name));
  expect(await examined(files)).toEqual(first);
});

test("a picture that is laid there anew with the same bytes is read and not decoded", async () => {
  await examined(listed());
  await knowAsWide(7);
  for (const name of NAMES) utimesSync(join(content, name), 1, 1);
  expect(widths(await examined(listed()))).toEqual([7, 7]);
});

test("a picture with other bytes is examined anew", async () => {
  await examined(listed());
  await knowAsWide(7);
  const changed = await photograph(80, 40, 9);
  writeFileSync(join(content, "b.jpg"), changed);
  const readings = await examined(listed());
  expect(widths(readings)).toEqual([7, 80]);
  expect(readings.get("b.jpg")).toMatchObject({
    image: { digest: hash("sha256", changed, "hex") },
  });
});

test("the examining of pictures that are not known is told, and no other", async () => {
  const told: string[] = [];
  const show: ShowExamining = (count) => {
    told.push(`begun ${count}`);
    return { advance: () => told.push("one"), done: () => told.push("done") };
  };
  await examined(listed(), show);
  expect(told).toEqual(["begun 2", "one", "one", "done"]);
  await examined(listed(), show);
  expect(told).toHaveLength(4);
});

/** What is known of a file with these bytes. */
async function readingOf(bytes: Uint8Array | string): Promise<ExaminedImage | undefined> {
  writeFileSync(join(content, "x"), bytes);
  const stats = lstatSync(join(content, "x"), { bigint: true });
  return (await examined([contentFile("x", stats, Date.now())])).get("x");
}

test.each([
  ["PNG", () => animatedPng(40, 30), "png"],
  ["AVIF", () => animatedAvif(40, 30), "avif"],
])("an animated %s is taken, and known to move", async (_, make, type) => {
  expect(await readingOf(await make())).toMatchObject({
    image: { width: 40, height: 30, type, animated: true },
  });
});

test.each([
  ["JPEG", () => photograph(300, 200)],
  ["PNG", () => drawing(300, 200)],
  ["animated PNG", () => animatedPng(300, 200)],
  ["AVIF", () => grain(300, 200).avif({ effort: 0 }).toBuffer()],
])("a %s that is cut short is told to be", async (_, make) => {
  const bytes = await make();
  expect(await readingOf(bytes.subarray(0, Math.floor(bytes.length * 0.7)))).toEqual({
    fault: "broken",
    why: "it is truncated; its end is missing",
  });
});

test("a HEIC photograph is told by its name", async () => {
  expect(await readingOf(heicFile())).toEqual({
    fault: "format",
    why: "it is a HEIC photo, as taken by phones, not a JPEG, PNG, GIF, WebP, AVIF or SVG",
  });
});

const svg = (head: string, inside = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${head}>${inside}</svg>`;

test("a drawing is as large as browsers draw it", async () => {
  expect(await readingOf(svg('width="210mm" height="297mm"'))).toMatchObject({
    image: { width: 794, height: 1123, type: "svg" },
  });
});

test.each([
  [svg('width="0" height="40"'), "it is 0 by 40 pixels, so there is nothing to show"],
  [
    "<svg width='40' height='40'/>",
    'its first element is not <svg xmlns="http://www.w3.org/2000/svg">, so browsers do not draw it',
  ],
])("of %s browsers draw nothing, and that is told", async (source, why) => {
  expect(await readingOf(source)).toEqual({ fault: "broken", why });
});

const GROUND = '<path fill="#eee" d="M0 0h90v60h-90z"/>';

test.each([
  ["lines on nothing", svg('width="90" height="60"', '<path stroke="#000" d="M9 9h40"/>'), true],
  ["a ground", svg('width="90" height="60"', GROUND), undefined],
  ["a ground in parts of pixels", svg('width="45.3mm" viewBox="0 0 90 60"', GROUND), undefined],
  [
    "a ground of a large drawing",
    svg('width="1600" height="1067" viewBox="0 0 90 60" preserveAspectRatio="none"', GROUND),
    undefined,
  ],
  ["a ground with an open side", svg('width="120" height="60"', GROUND), true],
  [
    "its own colours in the dark",
    svg(
      'width="90" height="60"',
      "<style>@media (prefers-color-scheme: dark) { path { stroke: #fff } }</style>",
    ),
    undefined,
  ],
])(
  "of a drawing with %s it is known whether anything shows through",
  async (_, source, transparent) => {
    const reading = await readingOf(source);
    expect(reading).toHaveProperty("image");
    if (reading !== undefined && "image" in reading)
      expect(reading.image.transparent).toBe(transparent);
  },
);

/** A drawing with a PNG in it, whose first bytes promise so many pixels. */
async function drawingWith(width: number, height: number): Promise<string> {
  const png = await drawing(40, 30);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return svg(
    'width="90" height="60"',
    `<image width="90" height="60" href="data:image/png;base64,${png.toString("base64")}"/>`,
  );
}

test("a picture in a drawing may be as large as one by itself, and no larger", async () => {
  expect(await readingOf(await drawingWith(40, 30))).toMatchObject({ image: { type: "svg" } });
  expect(await readingOf(await drawingWith(30_000, 30_000))).toEqual({
    fault: "too-large",
    why: "an image in it is 30000 by 30000 pixels; at most 100,000,000 pixels are allowed",
  });
});

test("a drawing has so many elements at most", async () => {
  expect(await readingOf(svg('width="90" height="60"', "<g/>".repeat(300_000)))).toEqual({
    fault: "too-large",
    why: "it has 300,001 elements; at most 300,000 are drawn",
  });
});

test.each([
  ["what must be decoded as a whole", () => grain(300, 200).png({ progressive: true }).toBuffer()],
  ["a drawing with an image in it", () => drawingWith(40, 30)],
])("%s waits until there is memory for it", async (_, make) => {
  const bytes = await make();
  let free = (): void => undefined;
  const held = DECODING.hold(Infinity, () => new Promise<void>((resolve) => (free = resolve)));
  let isRead = false;
  const waiting = readingOf(bytes).then((reading) => {
    isRead = true;
    return reading;
  });
  await setTimeout(300);
  expect(isRead).toBe(false);
  free();
  await held;
  expect(await waiting).toHaveProperty("image");
});
