import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DECODING } from "../loader/images/decode-memory.ts";
import type { Image } from "../domain/publication.ts";
import { defaultImageBytes } from "../site/default-images.ts";
import type { DerivativeCache } from "./derivative-cache.ts";
import { RECIPE } from "./derivative.ts";
import type { Derivative } from "./derivative.ts";

/** Where the sources are, where files are kept that were made of them, and how many pictures are worked on at once. */
export interface DeriveOptions {
  /** The content folder, absolute. */
  content: string;
  cache: DerivativeCache;
  sideBySide: number;
  /** Puts a picture into the content folder that is not there, if it can be had. */
  fetch?: ((file: string) => Promise<void>) | undefined;
}

/** Takes a file that is ready. */
export type Take = (derivative: Derivative, bytes: Buffer) => void;

/**
 * Gives the files that are ordered, each from the cache or made and kept there, so that the work of a build that is
 * killed is not lost. A source is read once, however many files hold the same picture, and only if something is made
 * of it; rejects when it is no longer the one that was ordered from.
 */
export async function deriveAll(
  orders: Iterable<Derivative>,
  options: DeriveOptions,
  take: Take,
): Promise<void> {
  // From large to small, so that at the end no core waits long for the last one.
  const sources = [
    ...Map.groupBy(orders, ({ image: { digest, type } }) => digest + type).values(),
  ].sort((a, b) => pixelsOf(b) - pixelsOf(a));
  const queue = sources.values();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const source of queue) {
      if (failed) return;
      try {
        await derive(source, options, take);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: options.sideBySide }, work));
}

/** The names under which a cache keeps the files that are ordered. */
export async function keysOf(orders: Iterable<Derivative>): Promise<string[]> {
  const { TOOLS } = await import("./make-derivative.ts");
  return Array.from(orders, (derivative) => keyOf(derivative, TOOLS));
}

async function derive(
  orders: readonly Derivative[],
  { content, cache, fetch }: DeriveOptions,
  take: Take,
): Promise<void> {
  // Loaded only when a picture is worked on: a build that changes none should not wait for it.
  const { makerOf, memoryToMake, TOOLS } = await import("./make-derivative.ts");
  const missing: { derivative: Derivative; key: string }[] = [];
  for (const derivative of orders) {
    const key = keyOf(derivative, TOOLS);
    const bytes = await cache.find(key);
    if (bytes === undefined) missing.push({ derivative, key });
    else take(derivative, bytes);
  }
  const [first] = missing;
  if (first === undefined) return;
  const { image } = first.derivative;
  const source = await sourceBytes(image, content, fetch);
  await DECODING.hold(await memoryToMake(source, image), async () => {
    const make = makerOf(source, image);
    // Two files that hold the same picture differ in nothing but the names of their forms.
    for (const [key, same] of Map.groupBy(missing, ({ key }) => key)) {
      const [one = first] = same;
      const bytes = await make(one.derivative);
      await cache.keep(key, bytes);
      for (const { derivative } of same) take(derivative, bytes);
    }
  });
}

/** Digest of everything that decides the bytes of a file, but its name. */
function keyOf({ image, ...derivative }: Derivative, tools: string): string {
  const { width, height, format, framing, mostBytes } = derivative;
  const { digest, type } = image;
  return hash(
    "sha256",
    JSON.stringify([RECIPE, tools, digest, type, width, height, format, framing, mostBytes]),
    "hex",
  );
}

async function sourceBytes(
  image: Image,
  content: string,
  fetch: DeriveOptions["fetch"],
): Promise<Buffer> {
  const own = defaultImageBytes(image.file);
  if (own !== undefined) return own;
  if (image.drawn !== undefined) {
    const { drawnBytes } = await import("./drawn-bytes.ts");
    return drawnBytes(image.drawn, image, content);
  }
  const source = join(content, image.file);
  if (fetch !== undefined && !existsSync(source)) await fetch(image.file);
  const bytes = await readFile(source);
  if (hash("sha256", bytes, "hex") === image.digest) return bytes;
  throw new Error(`${source} was changed while the build was running. Run the build again.`);
}

function pixelsOf([derivative]: readonly Derivative[]): number {
  return derivative === undefined ? 0 : derivative.image.width * derivative.image.height;
}
