import { movedPage } from "../deploy/moved-page.ts";
import { bundleFile } from "../urls/hrefs.ts";
import type { Publication } from "../domain/publication.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";
import { planText } from "./plan-text.ts";

/**
 * Plans the pages at old addresses, and writes those that are new into the staging folder. They need no layout,
 * so they do not go through Astro: a moved archive has as many of them as it has pages.
 */
export function planMovedPages(
  { moved, site }: Publication,
  staging: string,
  intact: ReadonlyMap<string, OutputRecord>,
): Map<string, PlannedFile> {
  return new Map(
    moved.map((one) => {
      const path = bundleFile(one.from);
      return [path, planText(path, movedPage(one, site), staging, intact)];
    }),
  );
}
