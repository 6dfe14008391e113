import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Publication } from "../domain/publication.ts";
import { DerivativeCache } from "../media/derivative-cache.ts";
import { RECIPE } from "../media/derivative.ts";
import type { Derivative } from "../media/derivative.ts";
import { deriveAll } from "../media/derive.ts";
import { mediaFiles } from "../media/media-files.ts";
import { digestOf } from "./file-digest.ts";
import type { OutputRecord } from "./output-state.ts";
import type { Progress } from "./progress.ts";
import type { PlannedFile } from "./publish-plan.ts";

/** What the making of pictures needs from outside; folders are absolute. */
export interface MediaSurroundings {
  staging: string;
  cache: string;
  intact: ReadonlyMap<string, OutputRecord>;
  clock: () => number;
  progress: Progress;
  /** How many pictures are worked on at once. */
  sideBySide: number;
}

/** The folder of the cache that holds what was made of pictures. */
export function mediaCache(cache: string, clock: () => number): DerivativeCache {
  return new DerivativeCache(join(cache, "media"), clock);
}

/**
 * Plans every file that is made of a picture: one that stands in the bundle stays without a look at its source, any
 * other is laid into the staging folder, from the cache or made anew.
 *
 * Rejects when a source is not the one that was checked; its files in the bundle are named after that.
 */
export async function planDerivatives(
  publication: Publication,
  { staging, cache, intact, clock, progress, sideBySide }: MediaSurroundings,
): Promise<Map<string, PlannedFile>> {
  const plan = new Map<string, PlannedFile>();
  // An address below /media/ follows from the picture; the favicon's is the same for all.
  const keyOf = ({ path, picture }: Derivative): string =>
    `picture ${RECIPE}${path.startsWith("/media/") ? "" : ` ${picture.digest}`}`;
  const orders = [...mediaFiles(publication).derivatives.values()].filter((order) => {
    const record = intact.get(order.path.slice(1));
    if (record?.key !== keyOf(order)) return true;
    plan.set(record.path, { from: "kept", record });
    return false;
  });
  if (orders.length === 0) return plan;
  const making = progress.stage("Making pictures", orders.length);
  const kept = mediaCache(cache, clock);
  await deriveAll(
    orders,
    { content: publication.content, cache: kept, sideBySide },
    (order, bytes) => {
      const path = order.path.slice(1);
      const file = join(staging, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      plan.set(path, {
        from: "staged",
        file,
        key: keyOf(order),
        sha256: digestOf(bytes),
        bytes: bytes.length,
      });
      making.advance();
    },
  );
  kept.prune();
  making.done();
  return plan;
}
