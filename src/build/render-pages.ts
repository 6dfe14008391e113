import { readdirSync } from "node:fs";
import { join } from "node:path";
import { handOverPlan } from "../views/handoff.ts";
import type { RoutePlan } from "../views/route-plan.ts";
import { emptyFolder } from "./clean-folder.ts";
import { keepAstroOffline } from "./astro-network.ts";
import { openPress } from "./astro-insides.ts";
import type { PressParts } from "./astro-insides.ts";
import { pathFilter } from "./path-filter.ts";
import type { PrintedPage } from "./print-batch.ts";
import { printWanted } from "./print-wanted.ts";
import type { RenderListener } from "./print-wanted.ts";
import { themeStyles } from "./theme-styles.ts";

/** What Astro is asked to print. */
export interface RenderOrder {
  /** Absolute path of the press's checkout. */
  root: string;
  /** Empty folder that Astro writes into. */
  staging: string;
  plan: RoutePlan;
  /** Paths of the plan that are to be rendered. */
  wanted: readonly string[];
  listener: RenderListener;
}

/** What was printed into the staging folder. */
export interface Rendered {
  /** By path. Those missing were printed by Astro, which puts the file where it lies in the bundle. */
  pages: ReadonlyMap<string, Omit<PrintedPage, "path">>;
  /** Other files that Astro made (style sheets, scripts), as paths below the staging folder. */
  assets: string[];
}

/** Prints the wanted paths into the staging folder. Throws what a component or Astro throws. */
export async function renderPages({
  root,
  staging,
  plan,
  wanted,
  listener,
}: RenderOrder): Promise<Rendered> {
  // Astro takes a second to load, which a build that renders nothing need not spend.
  const { build } = await import("astro");
  const { site } = plan.chrome;
  handOverPlan(plan);
  keepAstroOffline(process.env);
  // Astro would take an entry that runs code from its store although another content folder holds one of the
  // same name and text, whose imports are other files.
  const astroCache = join(root, ".stet", "astro");
  emptyFolder(astroCache);
  // Collections and their types are needed by code entries only; for the rest they would be a third of a small build.
  // `sync` is not in Astro's types: where it is not heard, builds are slower and nothing else.
  const options = { devOutput: false, sync: plan.code.length > 0 };
  const pages = new Map<string, Omit<PrintedPage, "path">>();
  await build(
    {
      root,
      outDir: staging,
      cacheDir: astroCache,
      site: site.origin,
      base: site.base,
      logLevel: "error",
      vite: { logLevel: "error" },
      integrations: [
        themeStyles(() => plan.chrome.themeCss),
        pathFilter({ plan, wanted: new Set(wanted), staging }, listener, ({ path, ...page }) =>
          pages.set(path, page),
        ),
      ],
    },
    options,
  );
  return { pages, assets: assetsIn(staging) };
}

/** Prints the wanted paths with a press that was kept, without Astro. Throws what a component throws. */
export async function printKept(
  parts: PressParts,
  { staging, plan, wanted, listener }: Omit<RenderOrder, "root">,
): Promise<Rendered["pages"]> {
  const pages = new Map<string, Omit<PrintedPage, "path">>();
  await printWanted(
    { here: await openPress(parts), parts },
    { plan, wanted: new Set(wanted), staging },
    listener,
    ({ path, ...page }) => pages.set(path, page),
  );
  return pages;
}

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
