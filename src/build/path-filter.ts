import type { AstroIntegration } from "astro";
import { handOverPlan } from "../views/handoff.ts";
import type { RoutePlan } from "../views/route-plan.ts";
import { pressOf, pressParts } from "./astro-insides.ts";
import type { PressParts } from "./astro-insides.ts";
import { comparedPath } from "./compared-path.ts";
import type { PrintedPage } from "./print-batch.ts";
import { printBatches, withoutPaths } from "./print-batches.ts";
import { printPages } from "./print-pages.ts";

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
 * Prints the wanted paths on all cores, telling of each page in `onPrinted` too, and leaves to Astro those that it
 * alone can render: entries that run code.
 *
 * Wraps Astro's own prerenderer (`setPrerenderer` in `astro:build:start`), which has the bundled press; what is
 * printed or stands already is not passed on.
 */
export function pathFilter(
  { plan, wanted, staging }: PrintedPaths,
  listener: RenderListener,
  onPrinted: (page: PrintedPage) => void,
): AstroIntegration {
  return {
    name: "stet:path-filter",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          name: "stet:path-filter",
          getStaticPaths: async () => {
            const parts = pressParts(prerenderer, staging);
            listener.onBundled(parts);
            const { chrome, content, routes } = plan;
            await printPages(
              { here: pressOf(prerenderer), parts },
              printBatches(routes, (path) => wanted.has(path)),
              { chrome, content, staging },
              (pages) => {
                for (const page of pages) onPrinted(page);
                listener.onRendered(pages.length);
              },
            );
            const code = routes.code.filter(({ path }) => wanted.has(path));
            if (code.length === 0) return [];
            handOverPlan({ ...plan, routes: { ...withoutPaths(routes), code } });
            const left = new Set(code.map(({ path }) => comparedPath(path)));
            const paths = await pressOf(prerenderer).paths();
            return paths.filter(({ pathname }) => left.has(comparedPath(pathname)));
          },
          render: async (request, options) => {
            const rendered = await prerenderer.render(request, options);
            listener.onRendered(1);
            return rendered;
          },
        }));
      },
    },
  };
}
