import type { Workers } from "../workers/worker.ts";
import type { RoutePlan } from "../views/route-plan.ts";
import type { PrintedPage } from "./print-batch.ts";
import { printBatches } from "./print-batches.ts";
import { printPages } from "./print-pages.ts";
import type { OpenedPress } from "./print-pages.ts";

/** What a build is told while pages are printed. */
export interface PrintListener {
  /** So many more paths are rendered. */
  onRendered(count: number): void;
  /** A page lies in the staging folder. Not told of pages that Astro prints itself. */
  onPrinted(page: Omit<PrintedPage, "beyond">): void;
  /** The pages of a route were rendered by Astro: which route, and why. Told once of each. */
  onBeyond(what: string): void;
}

/** What is printed, and where. */
export interface PrintedPaths {
  plan: RoutePlan;
  /** Paths of the plan that are to be rendered. */
  wanted: ReadonlySet<string>;
  /** Absolute path of the folder that Astro writes into. */
  staging: string;
  /** Whether all pages are rendered by Astro's own way. */
  byAstro: boolean;
  /** Who helps. */
  workers: Workers;
}

/**
 * Prints the wanted paths on all cores, but for entries that run code. Throws what a component throws.
 */
export async function printWanted(
  press: OpenedPress,
  { plan, wanted, staging, byAstro, workers }: PrintedPaths,
  listener: PrintListener,
): Promise<void> {
  const { chrome, texts, routes } = plan;
  const told = new Set<string>();
  await printPages(
    press,
    workers,
    printBatches(routes, (path) => wanted.has(path)),
    { chrome, texts, staging, byAstro },
    (pages) => {
      for (const { beyond, ...page } of pages) {
        listener.onPrinted(page);
        if (beyond === undefined || told.has(beyond)) continue;
        told.add(beyond);
        listener.onBeyond(beyond);
      }
      listener.onRendered(pages.length);
    },
  );
}
