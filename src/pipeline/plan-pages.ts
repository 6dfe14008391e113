import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Workers } from "../workers/worker.ts";
import { bundleFile } from "../urls/hrefs.ts";
import type { Publication } from "../domain/publication.ts";
import type { PlannedPath, RoutePlan } from "../views/route-plan.ts";
import { inputsDigest } from "./code-digest.ts";
import { digestOf } from "../cache/file-digest.ts";
import { goneFiles } from "./takedown-pages.ts";
import { loadRenderer, saveRenderer } from "../renderer/renderer-cache.ts";
import type { LoadedRenderer } from "../renderer/renderer-cache.ts";
import { ownCodeFailure } from "./own-code-failure.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { Progress } from "./progress.ts";
import type { PlannedFile } from "../output/publish-plan.ts";
import type { Rendered, RenderListener } from "../renderer/render-pages.ts";
import type { WorkingFolder } from "../settings/working-folder.ts";
import type { Roots } from "../settings/settings.ts";

/** The pages of a bundle, with style sheets and scripts. */
export interface PlannedPages {
  files: Map<string, PlannedFile>;
  total: number;
  rendered: number;
}

/** What pages are planned from. */
export interface PagesOptions {
  /** Absolute path of the press's checkout. */
  roots: Roots;
  publication: Publication;
  routes: RoutePlan;
  /** Everything besides content that pages follow from, by name. */
  inputs: Readonly<Record<string, string>>;
  /** Whether everything is made anew: then no renderer that was kept is used. */
  clean: boolean;
  /** Whether all pages are rendered by Astro's own way. */
  byAstro: boolean;
  /** Who helps to print. */
  workers: Workers;
  earlier: ReadonlyMap<string, OutputRecord>;
  intact: ReadonlyMap<string, OutputRecord>;
  work: WorkingFolder;
  progress: Progress;
}

/** A page that must be rendered. */
interface StalePage {
  path: string;
  file: string;
  key?: string;
}

/**
 * Plans every page: one whose key and file are as they were stays, any other is printed into the staging folder. Throws
 * OwnCodeFailure where code of the publication's own fails, and what Stet's components or Astro throw.
 */
export async function planPages(options: PagesOptions): Promise<PlannedPages> {
  const { code, shell, texts } = options.routes;
  try {
    return await (code.length > 0 ? planWithCode(options) : planWithoutCode(options));
  } catch (error) {
    if (code.length === 0 && shell.slots === undefined) throw error;
    throw ownCodeFailure(error, texts.content);
  }
}

/** Without entries that run code, style sheets and scripts follow from the press, the theme and the address alone. */
async function planWithoutCode(options: PagesOptions): Promise<PlannedPages> {
  const { clean, earlier, intact, routes, work, progress } = options;
  const { site, themeCss } = routes.shell;
  const inputs = {
    ...options.inputs,
    "colours and type": digestOf(themeCss),
    "the address": site.origin + site.base,
  };
  const assetKey = `assets ${inputsDigest(inputs)}`;
  const assets = [...earlier.values()].filter(({ key }) => key === assetKey);
  const assetsStand = assets.length > 0 && assets.every(({ path }) => intact.has(path));
  const { files, stale, total } = selectPages(options, (key) => key);
  const keepAssets = (): void => {
    for (const record of assets) files.set(record.path, { from: "kept", record });
  };
  if (stale.length === 0 && assetsStand) {
    keepAssets();
    return { files, total, rendered: 0 };
  }
  const renderer: LoadedRenderer = clean
    ? { why: "everything is built again" }
    : loadRenderer(work.renderer, inputs);
  let pages: Rendered["pages"];
  if ("parts" in renderer) {
    const stage = progress.stage("Rendering", stale.length);
    const { renderWithCache } = await import("../renderer/render-pages.ts");
    pages = await renderWithCache(renderer.parts, {
      staging: work.staging,
      plan: routes,
      wanted: pathsOf(stale),
      byAstro: options.byAstro,
      workers: options.workers,
      listener: {
        onRendered: (count) => stage.advance(count),
        onBeyond: tellBeyond(progress),
      },
    });
    stage.done();
    if (assetsStand) keepAssets();
    else {
      for (const path of renderer.assets)
        cpSync(join(renderer.folder, path), join(work.staging, path), { recursive: true });
      stageAssets(files, renderer.assets, work.staging, assetKey);
    }
  } else {
    const rendered = await renderWithAstro(options, renderer.why, ({ parts, assets: made }) => {
      saveRenderer(work.renderer, inputs, { parts, folder: work.staging, assets: made });
      return pathsOf(stale);
    });
    pages = rendered.pages;
    stageAssets(files, rendered.assets, work.staging, assetKey);
  }
  stagePages(files, stale, pages, work.staging);
  return { files, total, rendered: stale.length };
}

/**
 * Entries that run code share style sheets and scripts with all other pages, and may import whatever their owner likes.
 * So Astro bundles them in every build, and a page stands only if it names the same ones.
 */
async function planWithCode(options: PagesOptions): Promise<PlannedPages> {
  const { staging } = options.work;
  let selected: SelectedPages | undefined;
  const { pages, assets } = await renderWithAstro(options, "an entry runs code", (bundled) => {
    const names = digestOf(JSON.stringify(bundled.assets.toSorted()));
    selected = selectPages(options, (key) => `${key} ${names}`);
    return pathsOf(selected.stale);
  });
  if (selected === undefined) throw new Error("Astro ended without asking for any page.");
  const { files, stale, total } = selected;
  stageAssets(files, assets, staging);
  stagePages(files, stale, pages, staging);
  return { files, total, rendered: stale.length };
}

async function renderWithAstro(
  { roots, routes, work, progress, byAstro, workers }: PagesOptions,
  why: string,
  select: RenderListener["onBundled"],
): Promise<Rendered> {
  const { renderPages } = await import("../renderer/render-pages.ts");
  let stage = progress.stage(`Bundling the renderer (${why})`);
  const rendered = await renderPages({
    roots,
    folders: work,
    plan: routes,
    byAstro,
    workers,
    listener: {
      onBundled: (bundled) => {
        const wanted = select(bundled);
        stage.done();
        stage = progress.stage("Rendering", wanted.length);
        return wanted;
      },
      onRendered: (count) => stage.advance(count),
      onBeyond: tellBeyond(progress),
    },
  });
  stage.done();
  return rendered;
}

function tellBeyond(progress: Progress): (what: string) => void {
  return (what) => progress.log(`Rendered with Astro itself, which takes longer: ${what}`);
}

/** What of the pages stands, and what must be rendered. */
interface SelectedPages {
  /** The plan of those that stand; the others are added to it. */
  files: Map<string, PlannedFile>;
  stale: StalePage[];
  total: number;
}

/** `keyOf` gives the key that a page is remembered by, from the key of its path. */
function selectPages(
  { routes, publication, intact }: PagesOptions,
  keyOf: (key: string) => string,
): SelectedPages {
  const paths: PlannedPath<unknown>[] = Object.values(routes.routes).flat();
  const files = new Map<string, PlannedFile>();
  const stale: StalePage[] = [];
  const placed = goneFiles(publication);
  for (const planned of paths) {
    const { path } = planned;
    const key = planned.key === undefined ? undefined : keyOf(planned.key);
    const file = placed.get(path) ?? bundleFile(path);
    const record = intact.get(file);
    if (key !== undefined && record?.key === key) files.set(file, { from: "kept", record });
    else stale.push({ path, file, ...(key === undefined ? {} : { key }) });
  }
  return { files, stale, total: paths.length };
}

function pathsOf(stale: readonly StalePage[]): string[] {
  return stale.map(({ path }) => path);
}

function stageAssets(
  files: Map<string, PlannedFile>,
  assets: readonly string[],
  staging: string,
  key?: string,
): void {
  for (const asset of assets)
    files.set(asset, {
      from: "staged",
      file: join(staging, asset),
      ...(key === undefined ? {} : { key }),
    });
}

function stagePages(
  files: Map<string, PlannedFile>,
  stale: readonly StalePage[],
  pages: Rendered["pages"],
  staging: string,
): void {
  for (const { path, file, key } of stale) {
    const page = pages.get(path) ?? { file: join(staging, bundleFile(path)) };
    files.set(file, { from: "staged", ...page, ...(key === undefined ? {} : { key }) });
  }
}
