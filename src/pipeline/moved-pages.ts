import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { movedPage } from "../deploy/moved-page.ts";
import { bundleFile } from "../urls/hrefs.ts";
import type { Publication } from "../domain/publication.ts";
import { digestOf } from "../cache/file-digest.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";

/**
 * Plans the pages at old addresses, and writes those that are new into the staging folder. They need no layout,
 * so they do not go through Astro: a moved archive has as many of them as it has pages.
 */
export function planMovedPages(
  { moved, site }: Publication,
  staging: string,
  intact: ReadonlyMap<string, OutputRecord>,
): Map<string, PlannedFile> {
  const plan = new Map<string, PlannedFile>();
  for (const one of moved) {
    const path = bundleFile(one.from);
    const page = movedPage(one, site);
    const key = digestOf(page);
    const record = intact.get(path);
    if (record?.key === key) {
      plan.set(path, { from: "kept", record });
      continue;
    }
    const file = join(staging, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
    plan.set(path, { from: "staged", file, key });
  }
  return plan;
}
