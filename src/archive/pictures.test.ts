import { hash } from "node:crypto";
import { lstatSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { photograph } from "../../tests/fixtures/picture-files.ts";
import { contentFile } from "./content-file.ts";
import type { ContentFile } from "./content-file.ts";
import { FileIndex } from "./index-file.ts";
import { examinePictures } from "./pictures.ts";
import type { PictureReading, ShowExamining } from "./pictures.ts";

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
): Promise<Map<string, PictureReading>> {
  const index = new FileIndex<PictureReading>({
    path: join(content, "index.jsonl"),
    owner: "pictures",
    maker: "this code",
  });
  const readings = await examinePictures(content, files, index, show);
  index.save();
  return readings;
}

/** The widths that are known; those of `NAMES` have 60 pixels. */
function widths(readings: ReadonlyMap<string, PictureReading>): unknown[] {
  return NAMES.map((name) => {
    const reading = readings.get(name);
    return reading !== undefined && "picture" in reading ? reading.picture.width : reading;
  });
}

/** Makes the index tell of another width, which no decoding would find. */
async function knowAsWide(width: number): Promise<void> {
  const index = new FileIndex<PictureReading>({
    path: join(content, "index.jsonl"),
    owner: "pictures",
    maker: "this code",
  });
  for (const file of listed()) {
    const reading = index.recall(file);
    if (reading === undefined || !("picture" in reading)) throw new Error("It is not known.");
    index.keep({ ...file, stamp: "an earlier one" }, { picture: { ...reading.picture, width } });
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
    picture: { digest: hash("sha256", changed, "hex") },
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
