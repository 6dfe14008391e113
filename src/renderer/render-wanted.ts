import type { Workers } from "../workers/worker.ts";
import type { RoutePlan } from "../views/route-plan.ts";
import type { RenderedPage } from "./render-batch.ts";
import { renderBatches } from "./render-batches.ts";
import { renderPlan } from "./render-plan.ts";
import type { OpenedRenderer } from "./render-plan.ts";

/** What a build is told while pages are printed. */
export interface WantedListener {
  /** So many more paths are rendered. */
  onRendered(count: number): void;
  /** A page lies in the staging folder. Not told of pages that Astro prints itself. */
  onPage(page: Omit<RenderedPage, "beyond">): void;
  /** The pages of a route were rendered by Astro: which route, and why. Told once of each. */
  onBeyond(what: string): void;
}

/** What is printed, and where. */
export interface RenderedPaths {
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
export async function renderWanted(
  renderer: OpenedRenderer,
  { plan, wanted, staging, byAstro, workers }: RenderedPaths,
  listener: WantedListener,
): Promise<void> {
  const { shell, texts, routes } = plan;
  const told = new Set<string>();
  await renderPlan(
    renderer,
    workers,
    renderBatches(routes, (path) => wanted.has(path)),
    { shell, texts, staging, byAstro },
    (pages) => {
      for (const { beyond, ...page } of pages) {
        listener.onPage(page);
        if (beyond === undefined || told.has(beyond)) continue;
        told.add(beyond);
        listener.onBeyond(beyond);
      }
      listener.onRendered(pages.length);
    },
  );
}
