import { join } from "node:path";
import { bundleFile } from "../domain/addresses.ts";
import type { Publication } from "../domain/publication.ts";
import type { PlannedPath, RoutePlan } from "../views/route-plan.ts";
import type { PressParts } from "./astro-insides.ts";
import { digestOf } from "./file-digest.ts";
import { goneFiles } from "./gone-pages.ts";
import { keepPress, keptPress } from "./kept-press.ts";
import type { OutputRecord } from "./output-state.ts";
import type { Progress } from "./progress.ts";
import type { PlannedFile } from "./publish-plan.ts";
import { printKept, renderPages } from "./render-pages.ts";
import type { Rendered } from "./render-pages.ts";

/** The pages of a bundle, with style sheets and scripts. */
export interface PlannedPages {
  files: Map<string, PlannedFile>;
  total: number;
  rendered: number;
}

/** What pages are planned from. */
export interface PagesOrder {
  /** Absolute path of the press's checkout. */
  root: string;
  publication: Publication;
  routes: RoutePlan;
  /** Digest of everything besides content that pages follow from. */
  code: string;
  known: ReadonlyMap<string, OutputRecord>;
  intact: ReadonlyMap<string, OutputRecord>;
  /** Empty folder to print into. */
  staging: string;
  progress: Progress;
}

/**
 * Plans every page: one whose key and file are as they were stays, any other is printed into the staging folder. Throws
 * what a component or Astro throws.
 */
export async function planPages({
  root,
  publication,
  routes,
  code,
  known,
  intact,
  staging,
  progress,
}: PagesOrder): Promise<PlannedPages> {
  const paths: PlannedPath<unknown>[] = Object.values(routes.routes).flat();
  const files = new Map<string, PlannedFile>();
  const wanted: { path: string; file: string; key?: string }[] = [];
  const placed = goneFiles(publication);
  for (const { path, key } of paths) {
    const file = placed.get(path) ?? bundleFile(path);
    const record = intact.get(file);
    if (key !== undefined && record?.key === key) files.set(file, { from: "kept", record });
    else wanted.push({ path, file, ...(key === undefined ? {} : { key }) });
  }
  // Style sheets and scripts follow from the code, the theme and the address; they are remade when one is missing.
  const { site, themeCss } = routes.chrome;
  const assetKey = `assets ${digestOf([code, themeCss, site.origin, site.base].join("\n"))}`;
  const assets = [...known.values()].filter(({ key }) => key === assetKey);
  const assetsStand = assets.length > 0 && assets.every(({ path }) => intact.has(path));
  const done = (rendered: number): PlannedPages => ({ files, total: paths.length, rendered });
  const keepAssets = (): void => {
    for (const record of assets) files.set(record.path, { from: "kept", record });
  };
  if (wanted.length === 0 && assetsStand) {
    keepAssets();
    return done(0);
  }
  // Entries that run code are rendered by Astro, every time.
  const needsAstro = routes.code.length > 0;
  const parts = assetsStand && !needsAstro ? keptPress(root, assetKey) : undefined;
  let stage = progress.stage(...(parts === undefined ? BUNDLING : rendering(wanted.length)));
  const order = {
    staging,
    plan: routes,
    wanted: wanted.map(({ path }) => path),
    listener: {
      onBundled: (bundled: PressParts) => {
        if (!needsAstro) keepPress(root, assetKey, bundled);
        stage.done();
        stage = progress.stage(...rendering(wanted.length));
      },
      onRendered: (count: number) => stage.advance(count),
    },
  };
  let pages: Rendered["pages"];
  if (parts === undefined) {
    const rendered = await renderPages({ root, ...order });
    pages = rendered.pages;
    for (const asset of rendered.assets)
      files.set(asset, { from: "staged", file: join(staging, asset), key: assetKey });
  } else {
    pages = await printKept(parts, order);
    keepAssets();
  }
  stage.done();
  for (const { path, file, key } of wanted) {
    const page = pages.get(path) ?? { file: join(staging, bundleFile(path)) };
    files.set(file, { from: "staged", ...page, ...(key === undefined ? {} : { key }) });
  }
  return done(wanted.length);
}

const BUNDLING: Parameters<Progress["stage"]> = ["Bundling the press"];

function rendering(paths: number): Parameters<Progress["stage"]> {
  return ["Rendering", paths];
}
