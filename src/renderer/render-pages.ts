import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Workers } from "../workers/worker.ts";
import { setRoutePlan } from "../views/render-context.ts";
import type { RoutePlan } from "../views/route-plan.ts";
import { keepAstroOffline } from "./offline.ts";
import { nameSources, openRenderer } from "./bundled-renderer.ts";
import type { RendererParts } from "./bundled-renderer.ts";
import { layOutAstroProject } from "./project.ts";
import { incrementalPrerenderer } from "./incremental-prerenderer.ts";
import type { RenderedPage } from "./render-batch.ts";
import { renderWanted } from "./render-wanted.ts";
import { withRealPaths } from "./real-paths.ts";
import { slotComponents } from "./slot-components.ts";
import { themeStyles } from "./theme-styles.ts";
import type { WorkingFolder } from "../settings/working-folder.ts";
import type { Roots } from "../settings/settings.ts";

/** What Astro has bundled before anything is rendered. */
export interface Bundled {
  parts: RendererParts;
  /** Style sheets, scripts and the like, as paths below the staging folder. */
  assets: string[];
}

/** What a build is told, and asked, while Astro works. */
export interface RenderListener {
  /** The code is bundled; gives the paths of the plan that are to be rendered. */
  onBundled(bundled: Bundled): readonly string[];
  /** So many more paths are rendered. */
  onRendered(count: number): void;
  /** The pages of a route were rendered by Astro: which route, and why. Told once of each. */
  onBeyond(what: string): void;
}

/** What Astro is asked to print. */
export interface RenderOptions {
  /** Absolute path of the press's checkout. */
  roots: Roots;
  /** Where Astro works, and the empty folder that it writes into. */
  folders: Pick<WorkingFolder, "astro" | "staging">;
  plan: RoutePlan;
  /** Whether all pages are rendered by Astro's own way. */
  byAstro: boolean;
  /** Who helps. */
  workers: Workers;
  listener: RenderListener;
}

/** What was printed into the staging folder. */
export interface Rendered {
  /** By path. Those missing were printed by Astro, which puts the file where it lies in the bundle. */
  pages: ReadonlyMap<string, Omit<RenderedPage, "path">>;
  /** Other files that Astro made (style sheets, scripts), as paths below the staging folder. */
  assets: string[];
}

/** Bundles the renderer and prints the wanted paths into the staging folder. Throws what a component or Astro throws. */
export async function renderPages({
  roots,
  folders,
  plan,
  byAstro,
  workers,
  listener,
}: RenderOptions): Promise<Rendered> {
  const { staging } = folders;
  // Astro bundles into another folder than it is told where its output does not lie below the current one, and the one
  // that the command was started in may be gone.
  process.chdir(dirname(staging));
  // Astro takes a second to load, which a build that renders nothing need not spend.
  const { build } = await import("astro");
  const { site } = plan.shell;
  const project = layOutAstroProject(folders.astro, { ...roots, content: plan.texts.content });
  setRoutePlan(plan);
  keepAstroOffline(process.env);
  // Collections and their types are needed by code entries only; for the rest they would be a third of a small build.
  // `sync` is not in Astro's types: where it is not heard, builds are slower and nothing else.
  const options = { devOutput: false, sync: plan.code.length > 0 };
  const hasOwnCode = plan.code.length > 0 || plan.shell.slots !== undefined;
  if (hasOwnCode) nameSources();
  const pages = new Map<string, Omit<RenderedPage, "path">>();
  const filter = incrementalPrerenderer(
    { plan, staging, byAstro, workers },
    {
      onBundled: (parts) => listener.onBundled({ parts, assets: assetsIn(staging) }),
      onRendered: (count) => listener.onRendered(count),
      onBeyond: (what) => listener.onBeyond(what),
      onPage: ({ path, ...page }) => pages.set(path, page),
    },
  );
  try {
    await build(
      {
        ...project.config,
        outDir: staging,
        site: site.origin,
        base: site.base,
        logLevel: "error",
        vite: {
          ...project.config.vite,
          logLevel: "error",
          ...(hasOwnCode ? { environments: { prerender: WITH_SOURCE_MAPS } } : {}),
        },
        integrations: [
          ...(project.config.integrations ?? []),
          themeStyles(() => plan.shell.themeCss),
          slotComponents(() => plan.shell.slots),
          filter,
        ],
      },
      options,
    );
  } catch (error) {
    throw withRealPaths(error, {
      [project.content]: plan.texts.content,
      [folders.astro]: roots.packageRoot,
    });
  }
  return { pages, assets: assetsIn(staging) };
}

/** Prints the wanted paths with a renderer that was kept, without Astro. Throws what a component throws. */
export async function renderWithCache(
  parts: RendererParts,
  options: {
    staging: string;
    plan: RoutePlan;
    wanted: readonly string[];
    byAstro: boolean;
    workers: Workers;
    listener: Omit<RenderListener, "onBundled">;
  },
): Promise<Rendered["pages"]> {
  const { plan, staging, byAstro, workers, listener } = options;
  const pages = new Map<string, Omit<RenderedPage, "path">>();
  if (plan.shell.slots !== undefined) nameSources();
  await renderWanted(
    { here: await openRenderer(parts), parts },
    { plan, wanted: new Set(options.wanted), staging, byAstro, workers },
    {
      onRendered: (count) => listener.onRendered(count),
      onBeyond: (what) => listener.onBeyond(what),
      onPage: ({ path, ...page }) => pages.set(path, page),
    },
  );
  return pages;
}

/** What is thrown by code of the publication's own is told with its place in the files that its owner knows. */
const WITH_SOURCE_MAPS = { build: { rolldownOptions: { output: { sourcemap: true } } } };

function assetsIn(staging: string): string[] {
  const assets = join(staging, "_astro");
  try {
    return readdirSync(assets, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(staging.length + 1)
          .replaceAll("\\", "/"),
      );
  } catch {
    return [];
  }
}
