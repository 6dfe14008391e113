import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import type { Folders } from "./bad-input.ts";

/** A JPEG of one colour in the month folder of March, its size in pixels. */
export async function writeJpeg(
  { content }: Folders,
  name: string,
  width: number,
  height: number,
  keep = 1,
): Promise<void> {
  const noise = width * height < 1_000_000;
  const image = sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#346",
      ...(noise ? { noise: { type: "gaussian" as const, mean: 120, sigma: 40 } } : {}),
    },
    limitInputPixels: false,
  });
  const bytes = await image.jpeg({ quality: 20 }).toBuffer();
  const part = bytes.subarray(0, Math.floor(bytes.length * keep));
  writeFileSync(join(content, "articles/2026/03", name), part);
}
