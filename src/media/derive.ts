import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Picture } from "../domain/publication.ts";
import { pressPictureBytes } from "../site/press-pictures.ts";
import type { DerivativeCache } from "./derivative-cache.ts";
import { RECIPE } from "./derivative.ts";
import type { Derivative } from "./derivative.ts";

/** Pictures of more pixels are worked on one at a time: some kinds must be decoded as a whole. */
const MANY_PIXELS = 24_000_000;

/** Where the sources are, where files are kept that were made of them, and how many pictures are worked on at once. */
export interface DeriveOptions {
  /** The content folder, absolute. */
  content: string;
  cache: DerivativeCache;
  sideBySide: number;
}

/** Takes a file that is ready. */
export type Take = (order: Derivative, bytes: Buffer) => void;

/**
 * Gives the files that are ordered, each from the cache or made and kept there. A source is read once, and only if
 * something is made of it; rejects when it is no longer the one that was ordered from.
 */
export async function deriveAll(
  orders: Iterable<Derivative>,
  options: DeriveOptions,
  take: Take,
): Promise<void> {
  const bySource = Map.groupBy(orders, ({ picture }) => picture);
  const sources = [...bySource].sort(([a], [b]) => pixels(a) - pixels(b));
  const small = sources.filter(([picture]) => pixels(picture) <= MANY_PIXELS).values();
  let failed = false;
  const work = async (queue: Iterable<[Picture, Derivative[]]>): Promise<void> => {
    for (const [picture, ordered] of queue) {
      if (failed) return;
      try {
        await derive(picture, ordered, options, take);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: options.sideBySide }, () => work(small)));
  await work(sources.filter(([picture]) => pixels(picture) > MANY_PIXELS));
}

async function derive(
  picture: Picture,
  orders: readonly Derivative[],
  { content, cache }: DeriveOptions,
  take: Take,
): Promise<void> {
  // Loaded only when a picture is worked on: a build that changes none should not wait for it.
  const { makerOf, TOOLS } = await import("./make-derivative.ts");
  const missing: { order: Derivative; key: string }[] = [];
  for (const order of orders) {
    const key = keyOf(order, TOOLS);
    const bytes = await cache.find(key);
    if (bytes === undefined) missing.push({ order, key });
    else take(order, bytes);
  }
  if (missing.length === 0) return;
  const make = makerOf(await sourceBytes(picture, content), picture);
  for (const { order, key } of missing) {
    const bytes = await make(order);
    await cache.keep(key, bytes);
    take(order, bytes);
  }
}

/** Digest of everything that decides the bytes of a file, but its name. */
function keyOf({ picture, ...order }: Derivative, tools: string): string {
  const { width, height, format, framing, mostBytes } = order;
  const { digest, type } = picture;
  return hash(
    "sha256",
    JSON.stringify([RECIPE, tools, digest, type, width, height, format, framing, mostBytes]),
    "hex",
  );
}

async function sourceBytes(picture: Picture, content: string): Promise<Uint8Array> {
  const own = pressPictureBytes(picture.file);
  if (own !== undefined) return own;
  const source = join(content, picture.file);
  const bytes = await readFile(source);
  if (hash("sha256", bytes, "hex") === picture.digest) return bytes;
  throw new Error(`${source} was changed while the build was running. Run the build again.`);
}

function pixels({ width, height }: Picture): number {
  return width * height;
}
