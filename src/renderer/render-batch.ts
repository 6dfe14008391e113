import { hash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { bundleFile } from "../urls/hrefs.ts";
import { setRoutePlan } from "../views/render-context.ts";
import type { RoutePlan } from "../views/route-plan.ts";
import type { BundledRenderer } from "./bundled-renderer.ts";
import { referenceReader } from "../output/bundle-references.ts";
import { comparedPath } from "./compared-path.ts";
import type { Batch } from "./render-batches.ts";
import { marksOf } from "../output/reference-marks.ts";

/** What stays the same for all batches of a build; plain data. */
export interface RenderBatchOptions {
  shell: RoutePlan["shell"];
  texts: RoutePlan["texts"];
  /** Absolute path of the folder that is printed into. */
  staging: string;
  /** Whether all pages are rendered by Astro's own way. */
  byAstro: boolean;
}

/** A page that lies printed in the staging folder, as the publisher takes it. */
export interface RenderedPage {
  /** As it was planned. */
  path: string;
  /** Absolute path of the file. */
  file: string;
  /** In hex. */
  sha256: string;
  bytes: number;
  /** Marks of the bundle paths that it names. */
  references: string;
  /** Where Astro had to render it: which route, and what of it the string runtime does not know. */
  beyond?: string;
}

/** Prints a batch in this process, telling of each page. Throws what a component throws. */
export type RenderBatch = (batch: Batch, onRendered: (page: RenderedPage) => void) => Promise<void>;

/**
 * A printer for the process that holds the press. `name` is that of the process: each has one folder for all its pages,
 * as making a folder for every page would take as long as writing it.
 */
export function batchRenderer(
  renderer: BundledRenderer,
  { shell, texts, staging, byAstro }: RenderBatchOptions,
  name: string,
): RenderBatch {
  const folder = join(staging, ".printed", name);
  mkdirSync(folder, { recursive: true });
  const read = referenceReader(shell.site.origin + shell.site.base);
  let count = 0;
  return async (batch, onRendered) => {
    setRoutePlan({ shell, texts, code: [], routes: batch });
    const planned = Object.values(batch).flatMap((paths) => paths.map(({ path }) => path));
    const paths = new Map(planned.map((path) => [comparedPath(path), path]));
    for (const found of await renderer.pages({ byAstro })) {
      const path = paths.get(comparedPath(found.pathname));
      // Routes without parameters are always among the paths.
      if (path === undefined) continue;
      const { bytes: page, beyond } = await found.render();
      const file = join(folder, String(count));
      count += 1;
      writeFileSync(file, page);
      onRendered({
        path,
        file,
        sha256: hash("sha256", page, "hex"),
        bytes: page.length,
        references: marksOf(read(bundleFile(path), page)),
        ...(beyond === undefined ? {} : { beyond }),
      });
      // Rendering never waits for anything, so without this nobody else would be heard.
      await setImmediate();
    }
  };
}
