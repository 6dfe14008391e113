import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { OnDamage } from "../cache/cache-damage.ts";
import { listContentFiles } from "../loader/content-files.ts";
import { limitHeapGrowth } from "./heap-growth.ts";
import { loadPublication } from "./load-publication.ts";
import { ReadingWorkers } from "../loader/readers.ts";
import type { Workers } from "../workers/worker.ts";
import type { CheckedTexts } from "../loader/read-body.ts";
import type { Loaded } from "./load-publication.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Publication } from "../domain/publication.ts";
import { mediaFiles } from "../media/media-files.ts";
import type { MediaFiles } from "../media/media-files.ts";
import { planRoutes } from "../views/route-plan.ts";
import { emptyFolder } from "../output/clean-folder.ts";
import { codeInputs, inputsDigest, readingDigest } from "./code-digest.ts";
import { planCopies, publicFilesOf } from "./copied-files.ts";
import type { CopiedFile } from "./copied-files.ts";
import { acquireLock } from "../output/lock.ts";
import { lockOutput } from "../output/output-lock.ts";
import { goneInFolders } from "./gone-pages.ts";
import { planMovedPages } from "./moved-pages.ts";
import { assertOutputFolder, assertOwnFolder, resolveLinks } from "../output/output-folder.ts";
import { intactRecords, loadOutputState } from "../output/output-state.ts";
import type { OutputRecord } from "../output/output-state.ts";
import { INDEXING } from "../search/index-in-workers.ts";
import type { IndexMaker } from "../search/search-index.ts";
import { beginSearch } from "./plan-search.ts";
import { planDerivatives, pruneMedia } from "./plan-media.ts";
import type { Progress } from "./progress.ts";
import { publish } from "../output/publish.ts";
import type { PlannedFile } from "../output/publish-plan.ts";
import { beginLook } from "../output/output-look.ts";
import type { Looking } from "../output/output-look.ts";
import { buildKey, rememberStanding, standingBuild } from "./standing-build.ts";
import { planHeaders } from "./plan-headers.ts";
import { planPages } from "./plan-pages.ts";
import type { PlannedPages } from "./plan-pages.ts";
import type { Settings } from "../settings/settings.ts";
import { linkFolder, openWorkingFolder } from "../settings/working-folder.ts";
import type { WorkingFolder } from "../settings/working-folder.ts";

/** What a build needs from outside. */
export interface BuildContext {
  environment: Readonly<Record<string, string | undefined>>;
  /** Node's version. */
  node: string;
  /** Milliseconds since 1970 by the machine's clock. */
  clock: () => number;
  progress: Progress;
  /** Who reads, indexes and prints; the build ends them. */
  workers: Workers;
}

/** How a build ended. */
export type BuildOutcome =
  | { kind: "invalid"; diagnostics: Diagnostic[] }
  | {
      kind: "built";
      diagnostics: Diagnostic[];
      summary: BuildSummary;
      /** Path that the bundle is made for, with a slash at both ends. */
      base: string;
      nextPublishAt?: number;
    };

/** What a build did, in files unless said otherwise. */
export interface BuildSummary {
  articles: number;
  pages: number;
  rendered: number;
  kept: number;
  removed: number;
  warnings: number;
  bytes: number;
  /** Bundle paths that were written, in order. */
  written: string[];
}

/** How a bundle is built otherwise than usual. */
export interface BuildOptions {
  /** Renders everything anew. */
  clean?: boolean;
  /** Renders all pages by Astro's own way, without the string runtime. */
  byAstro?: boolean;
  /** Who makes the search index. */
  searchBy?: IndexMaker;
}

/**
 * Builds the bundle of a content folder: check, plan, render what changed, publish. With errors in the content
 * nothing is written.
 *
 * Throws LockHeld, PublishRefused, FilesMissing, PublishInterrupted, SettingsError, and what components throw;
 * whatever is thrown before the publication leaves the output folder as it was.
 */
export async function buildBundle(
  settings: Settings,
  context: BuildContext,
  { clean = false, byAstro = false, searchBy = "press" }: BuildOptions = {},
): Promise<BuildOutcome> {
  const { root, content, out, cache, now } = settings;
  const { clock, progress, workers } = context;
  assertOutputFolder({ out, content, checkout: root });
  // Again when publishing; here, so that nobody waits for a rendering that ends in a refusal.
  assertOwnFolder(resolveLinks(out));
  const work = openWorkingFolder(settings);
  const started = new Date(clock());
  const locks = [
    acquireLock(work.lock, started, `Another build is using the working folder ${settings.work}`),
  ];
  try {
    locks.push(lockOutput(out, started));
    linkFolder(join(root, "node_modules"), work.packages);
    const { environment, node } = context;
    const inputs = codeInputs({ root, environment, node, byAstro });
    const checking = progress.stage("Checking");
    const looking = clean ? undefined : beginLook(workers, { cache, out });
    const listing = listContentFiles(content, clock);
    const key = buildKey({ settings, listing, inputs, searchBy, clock });
    const standing =
      key === undefined ? undefined : await standingBuild(settings, key, looking?.isWhole);
    if (standing !== undefined) {
      checking.done();
      emptyFolder(work.staging);
      emptyFolder(work.search);
      return standing;
    }
    limitHeapGrowth(listing?.files.articles.length ?? 0);
    workers.prepare(INDEXING);
    const onDamage = (damage: string): void => progress.log(damage);
    const loading = loadPublication({
      content,
      cache,
      now,
      clock,
      readers: new ReadingWorkers(workers),
      listing,
      codeVersion: readingDigest(root, node),
      showExamining: (count) => progress.stage("Examining pictures", count),
      onDamage,
    });
    // While files are read elsewhere.
    const output = clean
      ? Promise.resolve(NOTHING_KNOWN)
      : knownOutput({ cache, out, clock, onDamage, looking });
    const [loaded, { known, intact }] = await Promise.all([loading, output]);
    checking.done();
    const { diagnostics, publication } = loaded;
    if (publication === undefined || diagnostics.some(({ severity }) => severity === "error")) {
      return { kind: "invalid", diagnostics };
    }
    const bundle: Bundle = {
      settings,
      context,
      publication,
      texts: loaded.texts,
      inputs,
      code: inputsDigest(inputs),
      work,
      clean,
      byAstro,
      searchBy,
      known,
      intact,
    };
    const outcome = await print(bundle, loaded);
    if (key !== undefined)
      rememberStanding(settings, key, { publication, now, changes: loaded.changes, outcome });
    return outcome;
  } finally {
    await workers.end();
    for (const release of locks.reverse()) release();
  }
}

/** What is known of an output folder, and which of its files are as they are known. */
type KnownOutput = Pick<Bundle, "known" | "intact">;

const NOTHING_KNOWN: KnownOutput = { known: new Map(), intact: new Map() };

async function knownOutput({
  cache,
  out,
  clock,
  onDamage,
  looking,
}: Pick<Settings, "cache" | "out"> &
  Pick<BuildContext, "clock"> & {
    onDamage: OnDamage;
    looking: Looking | undefined;
  }): Promise<KnownOutput> {
  const strayed = await looking?.strayed();
  // Whoever reads is to be told what, before this thread is busy.
  await setImmediate();
  const known = loadOutputState(cache, out, onDamage);
  return { known, intact: intactRecords(out, known, clock, strayed) };
}

/** A build under way. */
interface Bundle {
  settings: Settings;
  context: BuildContext;
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
  known: ReadonlyMap<string, OutputRecord>;
  intact: ReadonlyMap<string, OutputRecord>;
}

async function print(bundle: Bundle, loaded: Loaded): Promise<BuildOutcome> {
  const { settings, context, publication, intact, work } = bundle;
  const { staging } = work;
  const { progress, clock } = context;
  emptyFolder(staging);
  const media = mediaFiles(publication);
  const { pages, plan } = await planBundle(bundle, media);
  const publishing = progress.stage("Publishing");
  const onDamage = (damage: string): void => progress.log(damage);
  const { out, cache } = settings;
  const url = publication.site.origin + publication.site.base;
  const result = await publish({ out, cache, plan, url, intact, onDamage });
  publishing.done();
  await pruneMedia([...media.derivatives.values()], { out, cache, clock, onDamage });
  emptyFolder(staging);
  emptyFolder(work.search);
  return {
    kind: "built",
    diagnostics: loaded.diagnostics,
    base: publication.site.base,
    summary: {
      articles: publication.articles.length,
      pages: pages.total,
      rendered: pages.rendered,
      kept: result.kept,
      removed: result.removed.length,
      warnings: loaded.diagnostics.length,
      bytes: result.bytes,
      written: result.written,
    },
    ...(loaded.nextPublishAt === undefined ? {} : { nextPublishAt: loaded.nextPublishAt }),
  };
}

async function planBundle(
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
  const pages = await planPages({ ...bundle, root: settings.root, progress, routes, workers });
  const plan = new Map<string, PlannedFile>([
    ...planCopies(copiedFiles(settings.root, publication, media), staging, intact, clock),
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
  root: string,
  publication: Publication,
  { originals }: MediaFiles,
): CopiedFile[] {
  const pictures = [...originals].map(([address, picture]) => ({
    path: address.slice(1),
    source: join(publication.content, picture.file),
    sha256: picture.digest,
  }));
  const own = Object.entries(publication.files).map(([address, file]) => ({
    path: address.slice(1),
    source: join(publication.content, file),
  }));
  return [...publicFilesOf(join(root, "public")), ...own, ...pictures];
}
