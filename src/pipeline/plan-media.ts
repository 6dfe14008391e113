import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OnDamage } from "../cache/cache-damage.ts";
import { DerivativeCache } from "../media/derivative-cache.ts";
import { RECIPE } from "../media/derivative.ts";
import type { Derivative } from "../media/derivative.ts";
import { deriveAll, keysOf } from "../media/derive.ts";
import { digestOf } from "../cache/file-digest.ts";
import { resolveLinks } from "../output/output-folder.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { Progress } from "./progress.ts";
import type { PlannedFile } from "../output/publish-plan.ts";

/** What the making of pictures needs from outside; folders are absolute. */
export interface MediaContext {
  content: string;
  staging: string;
  cache: string;
  intact: ReadonlyMap<string, OutputRecord>;
  clock: () => number;
  progress: Progress;
  /** How many pictures are worked on at once. */
  sideBySide: number;
  /** Puts a picture into the content folder that is not there, if it can be had. */
  fetch?: (file: string) => Promise<void>;
}

/** The part of the cache that holds what was made of pictures. */
export function mediaCache(
  cache: string,
  clock: () => number,
  onDamage: OnDamage,
): DerivativeCache {
  return new DerivativeCache(join(cache, "media"), clock, onDamage);
}

/**
 * Plans every file that is made of a picture: one that stands in the bundle stays without a look at its source, any
 * other is laid into the staging folder, from the cache or made anew. `derivatives` are all that the bundle has.
 *
 * Rejects when a source is not the one that was checked; its files in the bundle are named after that.
 */
export async function planDerivatives(
  derivatives: readonly Derivative[],
  { content, staging, cache, intact, clock, progress, sideBySide, fetch }: MediaContext,
): Promise<Map<string, PlannedFile>> {
  const plan = new Map<string, PlannedFile>();
  const orders = derivatives.filter((derivative) => {
    const record = currentRecord(derivative, intact);
    if (record !== undefined) plan.set(record.path, { from: "kept", record });
    return record === undefined;
  });
  if (orders.length === 0) return plan;
  const making = progress.stage("Making pictures", orders.length);
  const cached = mediaCache(cache, clock, (damage) => progress.log(damage));
  await deriveAll(orders, { content, cache: cached, sideBySide, fetch }, (derivative, bytes) => {
    const path = derivative.path.slice(1);
    const file = join(staging, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    plan.set(path, {
      from: "staged",
      file,
      key: keyOf(derivative),
      sha256: digestOf(bytes),
      bytes: bytes.length,
    });
    making.advance();
  });
  making.done();
  return plan;
}

/** The pictures that these are made of and that have to be read for it: neither the bundle nor the cache has the files. */
export async function imagesToRead(
  derivatives: readonly Derivative[],
  { cache, intact, clock, progress }: Pick<MediaContext, "cache" | "intact" | "clock" | "progress">,
): Promise<string[]> {
  const orders = derivatives.filter((one) => currentRecord(one, intact) === undefined);
  const cached = mediaCache(cache, clock, (damage) => progress.log(damage));
  const keys = await keysOf(orders);
  return orders.flatMap(({ image }, at) => (cached.has(keys[at] ?? "") ? [] : [image.file]));
}

/** The file in the bundle that is what would be made. */
function currentRecord(
  derivative: Derivative,
  intact: ReadonlyMap<string, OutputRecord>,
): OutputRecord | undefined {
  const record = intact.get(derivative.path.slice(1));
  return record?.key === keyOf(derivative) ? record : undefined;
}

/** An address below /media/ follows from the picture; the favicon's is the same for all. */
function keyOf({ path, image }: Derivative): string {
  return `picture ${RECIPE}${path.startsWith("/media/") ? "" : ` ${image.digest}`}`;
}

/**
 * Once the bundle in `out` is published: tells the cache what it holds, and so lets go what no bundle has held for two
 * months. Done once a week; at other times it looks at one file.
 */
export async function pruneMedia(
  derivatives: readonly Derivative[],
  {
    out,
    cache,
    clock,
    onDamage,
  }: { out: string; cache: string; clock: () => number; onDamage: OnDamage },
): Promise<void> {
  const cached = mediaCache(cache, clock, onDamage);
  const user = digestOf(resolveLinks(out)).slice(0, 16);
  if (cached.isToTell(user)) cached.tell(user, await keysOf(derivatives));
}
