import { availableParallelism } from "node:os";
import { join } from "node:path";
import { withContentFolder } from "../domain/content-path.ts";
import { composed } from "../domain/composed.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ListedFile } from "../domain/listed-media.ts";
import type { Publication } from "../domain/publication.ts";
import type { CheckedTexts } from "../loader/read-body.ts";
import type { MediaFiles } from "../media/media-files.ts";
import type { PlannedFile } from "../output/publish-plan.ts";
import type { IndexMaker } from "../search/search-index.ts";
import type { Settings } from "../settings/settings.ts";
import type { WorkingFolder } from "../settings/working-folder.ts";
import { bundleFile } from "../urls/hrefs.ts";
import { planRoutes } from "../views/route-plan.ts";
import type { BuildContext } from "./build-context.ts";
import { isCopied, planCopies, publicFilesOf } from "./copied-files.ts";
import type { CopiedFile } from "./copied-files.ts";
import { fetchMedia } from "./fetch-media.ts";
import { MediaUnavailable } from "./media-unavailable.ts";
import type { OutsideMedia } from "./fetch-media.ts";
import { goneInFolders } from "./takedown-pages.ts";
import type { EarlierOutput } from "./earlier-output.ts";
import { planMovedPages } from "./moved-pages.ts";
import { planEditor } from "./plan-editor.ts";
import { planHosts } from "./plan-hosts.ts";
import { planHeaders } from "./plan-headers.ts";
import { imagesToRead, planDerivatives } from "./plan-media.ts";
import { planPages } from "./plan-pages.ts";
import type { PlannedPages } from "./plan-pages.ts";
import { planCompressed } from "./plan-compressed.ts";
import { beginSearch } from "./plan-search.ts";

/** A build under way. */
export interface Bundle extends EarlierOutput {
  settings: Settings;
  context: Pick<BuildContext, "progress" | "clock" | "workers" | "node">;
  publication: Publication;
  /** Where its texts are read. */
  texts: CheckedTexts;
  /** Everything besides content that pages follow from, by name. */
  inputs: Readonly<Record<string, string>>;
  /** Digest of these. */
  code: string;
  /** The media files outside git; absent where there is no media store. */
  outside: OutsideMedia | undefined;
  work: WorkingFolder;
  /** Whether everything is made anew. */
  clean: boolean;
  /** Whether all pages are rendered by Astro's own way. */
  byAstro: boolean;
  /** Whether packed copies lie beside the files. */
  compress: boolean;
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
    ...planCopies(copiedFiles(bundle, media), staging, intact, clock),
    ...(await planDerivatives([...media.derivatives.values()], {
      content: publication.content,
      staging,
      intact,
      clock,
      progress,
      cache: settings.cache,
      sideBySide: availableParallelism(),
      fetch: (file) => fetchOne(bundle, file),
    })),
    ...planMovedPages(publication, staging, intact),
    ...planHeaders(publication.site, staging, intact),
    ...planHosts(publication, staging, intact),
    ...(await planEditor(publication, { ...settings, code: bundle.code, staging, intact })),
    ...pages.files,
    ...(await search.files),
  ]);
  for (const { path } of publication.takedowns) {
    const page = plan.get(bundleFile(path));
    if (page !== undefined) plan.set(bundleFile(path), { ...page, gone: true });
  }
  if (bundle.compress) {
    const copies = await planCompressed(plan, {
      ...bundle,
      ...context,
      staging,
      out: settings.out,
    });
    for (const [path, copy] of copies) plan.set(path, copy);
  }
  return { pages, plan };
}

/**
 * Fetches the media files whose bytes this build needs and that are not here: to be copied into the bundle, or to make
 * something of that neither the bundle nor the cache has. Gives what is wrong with those that cannot be had.
 */
export async function fetchNeeded(bundle: Bundle, media: MediaFiles): Promise<Diagnostic[]> {
  const { outside, publication, intact, settings, context } = bundle;
  if (outside === undefined) return [];
  const absent = new Set([...outside.listed.values()].filter(({ isHere }) => !isHere));
  if (absent.size === 0) return [];
  const needed = new Set([
    ...copiedFiles(bundle, media).flatMap((copy) =>
      copy.listed === undefined || isCopied(copy, intact) ? [] : [copy.listed],
    ),
    ...(
      await imagesToRead([...media.derivatives.values()], { ...settings, ...context, intact })
    ).flatMap((file) => outside.listed.get(composed(file)) ?? []),
  ]).intersection(absent);
  if (needed.size === 0) return [];
  const fetching = context.progress.stage("Fetching media", needed.size);
  const diagnostics = await fetchMedia([...needed], outside, {
    content: publication.content,
    onFetched: () => fetching.advance(),
  });
  fetching.done();
  return diagnostics;
}

/** Fetches a picture after all, whose files in the cache turned out to be damaged. */
async function fetchOne({ outside, publication }: Bundle, file: string): Promise<void> {
  const listed = outside?.listed.get(composed(file));
  if (outside === undefined || listed === undefined) return;
  const [fault] = await fetchMedia([listed], outside, { content: publication.content });
  if (fault !== undefined)
    throw new MediaUnavailable(withContentFolder(`${fault.message} ${fault.fix}`, ""));
}

/** A copy with what `media.jsonl` says of its original. */
type PlannedCopy = CopiedFile & { listed?: ListedFile | undefined };

function copiedFiles(
  { settings, publication, outside }: Bundle,
  { originals }: MediaFiles,
): PlannedCopy[] {
  const listedAs = (file: string): ListedFile | undefined => outside?.listed.get(composed(file));
  const images = [...originals].map(([address, image]) => ({
    path: address.slice(1),
    source: join(publication.content, image.file),
    sha256: image.digest,
    listed: listedAs(image.file),
  }));
  const own = Object.entries(publication.files).map(([address, file]) => {
    const listed = listedAs(file);
    return {
      path: address.slice(1),
      source: join(publication.content, file),
      ...(listed === undefined ? {} : { sha256: listed.sha256, listed }),
    };
  });
  return [...publicFilesOf(join(settings.packageRoot, "public")), ...own, ...images];
}
