import type { AstroIntegration } from "astro";
import { handOverPlan } from "../views/handoff.ts";
import { answerable, pressOf, pressParts } from "./bundled-press.ts";
import type { PressParts } from "./bundled-press.ts";
import { comparedPath } from "./compared-path.ts";
import { withoutPaths } from "./print-batches.ts";
import { printWanted } from "./print-wanted.ts";
import type { PrintedPaths, PrintListener } from "./print-wanted.ts";

/** What a build is told, and asked, while Astro prints. */
export interface FilterListener extends PrintListener {
  /** The code is bundled; gives the paths of the plan that are to be rendered. */
  onBundled(parts: PressParts): readonly string[];
}

/**
 * Prints the wanted paths on all cores, and leaves to Astro those that it alone can render: entries that run code.
 *
 * Wraps Astro's own prerenderer (`setPrerenderer` in `astro:build:start`), which has the bundled press; what is
 * printed or stands already is not passed on.
 */
export function pathFilter(
  { plan, staging, byAstro, workers }: Omit<PrintedPaths, "wanted">,
  listener: FilterListener,
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
            const wanted = new Set(listener.onBundled(parts));
            const here = pressOf(prerenderer);
            await printWanted(
              { here, parts },
              { plan, wanted, staging, byAstro, workers },
              listener,
            );
            const { routes } = plan;
            const code = routes.code.filter(({ path }) => wanted.has(path));
            if (code.length === 0) return [];
            handOverPlan({ ...plan, routes: { ...withoutPaths(routes), code } });
            const left = new Set(code.map(({ path }) => comparedPath(path)));
            const paths = await here.paths();
            return paths.filter(({ pathname }) => left.has(comparedPath(pathname)));
          },
          render: async (request, options) => {
            const { base } = plan.chrome.site;
            const rendered = await prerenderer.render(answerable(request, base), options);
            listener.onRendered(1);
            return rendered;
          },
        }));
      },
    },
  };
}
