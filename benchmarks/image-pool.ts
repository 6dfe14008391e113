import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { chanceFrom } from "../tests/build/random.ts";

const MOST = 48;
const LEAST_BYTES = 60_000;

/**
 * Fills a folder with pictures for a corpus and gives their names: photographs from below `source`, or coloured
 * noise where there is no such folder.
 */
export async function fillPool(folder: string, source: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const photographs = existsSync(source) ? photographsIn(source).slice(0, MOST) : [];
  for (const [at, file] of photographs.entries()) copyFileSync(file, join(folder, nameOf(at)));
  for (let at = photographs.length; at < MOST; at++) await drawNoise(join(folder, nameOf(at)), at);
  return readdirSync(folder).sort();
}

function photographsIn(source: string): string[] {
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.jpe?g$/i.test(file))
    .map((file) => join(source, file))
    .filter((file) => statSync(file).size > LEAST_BYTES)
    .sort();
}

function nameOf(at: number): string {
  return `photo-${String(at + 1).padStart(2, "0")}.jpg`;
}

async function drawNoise(file: string, seed: number): Promise<void> {
  const chance = chanceFrom(seed);
  const [width, height] = [36, 24];
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, () => chance.below(256)));
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(1800, 1200, { kernel: "cubic" })
    .jpeg()
    .toFile(file);
}
