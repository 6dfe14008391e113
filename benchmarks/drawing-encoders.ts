import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { isFlat } from "../src/media/page-images.ts";
import { markdownTable } from "./results-table.ts";

const ENCODERS: Record<string, (image: Sharp) => Promise<Buffer>> = {
  "PNG, palette": (image) => image.png({ palette: true, quality: 90, effort: 7 }).toBuffer(),
  "PNG, no loss": (image) => image.png({ compressionLevel: 9 }).toBuffer(),
  "WebP, quality 75, effort 2": (image) => image.webp({ quality: 75, effort: 2 }).toBuffer(),
  ...Object.fromEntries(
    [0, 2, 4, 6].map((effort) => [
      `WebP, no loss, effort ${effort}`,
      (image: Sharp) => image.webp({ lossless: true, effort }).toBuffer(),
    ]),
  ),
};

/**
 * A table in Markdown: what encoders make of the flat drawings and screenshots below a folder, at most so wide in
 * pixels, on one core.
 */
export async function drawingsTable(folder: string, most: number): Promise<string> {
  sharp.concurrency(1);
  const drawings = await drawingsBelow(folder);
  const rows: string[][] = [];
  for (const [name, encode] of Object.entries(ENCODERS)) {
    let [bytes, microseconds] = [0, 0];
    for (const source of drawings) {
      const { data, info } = await sharp(source)
        .resize({ width: most, withoutEnlargement: true })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const begun = process.cpuUsage();
      bytes += (await encode(sharp(data, { raw: info }))).length;
      const { user, system } = process.cpuUsage(begun);
      microseconds += user + system;
    }
    const mean = (sum: number): string => (sum / 1000 / drawings.length).toFixed(1);
    rows.push([name, mean(bytes), mean(microseconds)]);
  }
  return markdownTable([`${drawings.length} flat drawings`, "kB", "ms of one core"], rows);
}

async function drawingsBelow(folder: string): Promise<Buffer[]> {
  const found = new Map<string, Buffer>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.png$/i.test(file)) continue;
    const source = readFileSync(join(folder, file));
    const { width, height } = await sharp(source).metadata();
    const image = { file, digest: "", bytes: source.length, width, height, type: "png" };
    if (isFlat(image)) found.set(source.toString("base64"), source);
  }
  return [...found.values()];
}
