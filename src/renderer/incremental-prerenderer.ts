import type { AstroIntegration } from "astro";
import { setRoutePlan } from "../views/render-context.ts";
import { answerable, rendererOf, rendererParts } from "./bundled-renderer.ts";
import type { RendererParts } from "./bundled-renderer.ts";
import { comparedPath } from "./compared-path.ts";
import { withoutPaths } from "./render-batches.ts";
import { renderWanted } from "./render-wanted.ts";
import type { RenderedPaths, WantedListener } from "./render-wanted.ts";

/** What a build is told, and asked, while Astro prints. */
export interface FilterListener extends WantedListener {
  /** The code is bundled; gives the paths of the plan that are to be rendered. */
  onBundled(parts: RendererParts): readonly string[];
}

/**
 * Prints the wanted paths on all cores, and leaves to Astro those that it alone can render: entries that run code.
 *
 * Wraps Astro's own prerenderer (`setPrerenderer` in `astro:build:start`), which has the bundled press; what is
 * printed or stands already is not passed on.
 */
export function incrementalPrerenderer(
  { plan, staging, byAstro, workers }: Omit<RenderedPaths, "wanted">,
  listener: FilterListener,
): AstroIntegration {
  return {
    name: "stet:incremental-prerenderer",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          name: "stet:incremental-prerenderer",
          getStaticPaths: async () => {
            const parts = rendererParts(prerenderer, staging);
            const wanted = new Set(listener.onBundled(parts));
            const here = rendererOf(prerenderer);
            await renderWanted(
              { here, parts },
              { plan, wanted, staging, byAstro, workers },
              listener,
            );
            const { routes } = plan;
            const code = routes.code.filter(({ path }) => wanted.has(path));
            if (code.length === 0) return [];
            setRoutePlan({ ...plan, routes: { ...withoutPaths(routes), code } });
            const left = new Set(code.map(({ path }) => comparedPath(path)));
            const paths = await here.paths();
            return paths.filter(({ pathname }) => left.has(comparedPath(pathname)));
          },
          render: async (request, options) => {
            const { base } = plan.shell.site;
            const rendered = await prerenderer.render(answerable(request, base), options);
            listener.onRendered(1);
            return rendered;
          },
        }));
      },
    },
  };
}
