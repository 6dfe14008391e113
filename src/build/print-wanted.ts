import type { RoutePlan } from "../views/route-plan.ts";
import type { PressParts } from "./astro-insides.ts";
import type { PrintedPage } from "./print-batch.ts";
import { printBatches } from "./print-batches.ts";
import { printPages } from "./print-pages.ts";
import type { OpenedPress } from "./print-pages.ts";

/** What a build is told while pages are printed. */
export interface RenderListener {
  /** The code is bundled; rendering begins. Not told where a press was kept. */
  onBundled(parts: PressParts): void;
  /** So many more paths are rendered. */
  onRendered(count: number): void;
}

/** What is printed, and where. */
export interface PrintedPaths {
  plan: RoutePlan;
  /** Paths of the plan that are to be rendered. */
  wanted: ReadonlySet<string>;
  /** Absolute path of the folder that Astro writes into. */
  staging: string;
}

/**
 * Prints the wanted paths on all cores, but for entries that run code, and tells of each page. Throws what a component
 * throws.
 */
export async function printWanted(
  press: OpenedPress,
  { plan, wanted, staging }: PrintedPaths,
  listener: RenderListener,
  onPrinted: (page: PrintedPage) => void,
): Promise<void> {
  const { chrome, content, routes } = plan;
  await printPages(
    press,
    printBatches(routes, (path) => wanted.has(path)),
    { chrome, content, staging },
    (pages) => {
      for (const page of pages) onPrinted(page);
      listener.onRendered(pages.length);
    },
  );
}
