import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Publication } from "../domain/publication.ts";
import type { CheckedTexts } from "../loader/read-body.ts";
import type { MediaFiles } from "../media/media-files.ts";
import type { PlannedFile } from "../output/publish-plan.ts";
import type { IndexMaker } from "../search/search-index.ts";
import type { Settings } from "../settings/settings.ts";
import type { WorkingFolder } from "../settings/working-folder.ts";
import { planRoutes } from "../views/route-plan.ts";
import type { BuildContext } from "./build-context.ts";
import { planCopies, publicFilesOf } from "./copied-files.ts";
import type { CopiedFile } from "./copied-files.ts";
import { goneInFolders } from "./takedown-pages.ts";
import type { EarlierOutput } from "./earlier-output.ts";
import { planMovedPages } from "./moved-pages.ts";
import { planHeaders } from "./plan-headers.ts";
import { planDerivatives } from "./plan-media.ts";
import { planPages } from "./plan-pages.ts";
import type { PlannedPages } from "./plan-pages.ts";
import { beginSearch } from "./plan-search.ts";

/** A build under way. */
export interface Bundle extends EarlierOutput {
  settings: Settings;
  context: Pick<BuildContext, "progress" | "clock" | "workers">;
  publication: Publication;
  /** Where its texts are read. */
  texts: CheckedTexts;
  /** Everything besides content that pages follow from, by name. */
  inputs: Readonly<Record<string, string>>;
  /** Digest of these. */
  code: string;
  work: WorkingFolder;
  /** Whether everything is made anew. */
  clean: boolean;
  /** Whether all pages are rendered by Astro's own way. */
  byAstro: boolean;
  searchBy: IndexMaker;
}

/** Plans every file of the next bundle: starts the search index, renders what is stale, makes pictures. */
export async function planBundle(
  bundle: Bundle,
  media: MediaFiles,
): Promise<{ pages: PlannedPages; plan: Map<string, PlannedFile> }> {
  const { settings, context, publication, intact, work } = bundle;
  const { staging } = work;
  const { progress, clock, workers } = context;
  // Before all else: workers go on with it while pages are planned and printed.
  const search = beginSearch({
    ...bundle,
    progress,
    workers,
    folder: work.search,
    cache: settings.cache,
    maker: bundle.searchBy,
  });
  await search.begun;
  const routes = planRoutes(goneInFolders(publication), bundle.code, settings.now, bundle.texts);
  const pages = await planPages({ ...bundle, roots: settings, progress, routes, workers });
  const plan = new Map<string, PlannedFile>([
    ...planCopies(copiedFiles(settings.packageRoot, publication, media), staging, intact, clock),
    ...(await planDerivatives([...media.derivatives.values()], {
      content: publication.content,
      staging,
      intact,
      clock,
      progress,
      cache: settings.cache,
      sideBySide: availableParallelism(),
    })),
    ...planMovedPages(publication, staging, intact),
    ...planHeaders(publication.site, staging, intact),
    ...pages.files,
    ...(await search.files),
  ]);
  return { pages, plan };
}

function copiedFiles(
  packageRoot: string,
  publication: Publication,
  { originals }: MediaFiles,
): CopiedFile[] {
  const images = [...originals].map(([address, image]) => ({
    path: address.slice(1),
    source: join(publication.content, image.file),
    sha256: image.digest,
  }));
  const own = Object.entries(publication.files).map(([address, file]) => ({
    path: address.slice(1),
    source: join(publication.content, file),
  }));
  return [...publicFilesOf(join(packageRoot, "public")), ...own, ...images];
}
