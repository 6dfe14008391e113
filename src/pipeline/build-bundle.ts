import type { BuildOutcome } from "./build-outcome.ts";
import { compareDiagnostics } from "../domain/diagnostic.ts";
import type { OwnParts } from "../domain/own-parts.ts";
import { listContentFiles } from "../loader/content-files.ts";
import { ReadingWorkers } from "../loader/readers.ts";
import { mediaFiles } from "../media/media-files.ts";
import { emptyFolder } from "../output/clean-folder.ts";
import { acquireLock } from "../output/lock.ts";
import { assertOutputFolder, assertOwnFolder, resolveLinks } from "../output/output-folder.ts";
import { lockOutput } from "../output/output-lock.ts";
import { beginLook } from "../output/output-look.ts";
import { publish } from "../output/publish.ts";
import { INDEXING } from "../search/index-in-workers.ts";
import type { IndexMaker } from "../search/search-index.ts";
import type { Settings } from "../settings/settings.ts";
import { linkFolder, openWorkingFolder } from "../settings/working-folder.ts";
import type { BuildContext } from "./build-context.ts";
import { codeInputs, inputsDigest, readingDigest } from "./code-digest.ts";
import { packagesFolder } from "../settings/packages-folder.ts";
import { limitHeapGrowth } from "./heap-growth.ts";
import { editorPackages } from "./editor-package.ts";
import { knownOutput, NOTHING_KNOWN } from "./earlier-output.ts";
import { loadPublication } from "./load-publication.ts";
import type { Loaded } from "./load-publication.ts";
import { fetchNeeded, planBundle } from "./plan-bundle.ts";
import type { Bundle } from "./plan-bundle.ts";
import { pruneMedia } from "./plan-media.ts";
import { buildKey, rememberStanding, standingBuild } from "./standing-build.ts";

/** How a bundle is built otherwise than usual. */
export interface BuildOptions {
  /** Renders everything anew. */
  clean?: boolean;
  /** Renders all pages by Astro's own way, without the string runtime. */
  byAstro?: boolean;
  /** Shows drafts and scheduled articles too, marked: for the newsroom. */
  drafts?: boolean;
  /** Lays packed copies beside files, for servers that send them as they are. */
  compress?: boolean;
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
  {
    clean = false,
    byAstro = false,
    drafts = false,
    compress = false,
    searchBy = "press",
  }: BuildOptions = {},
): Promise<BuildOutcome> {
  const { packageRoot, projectRoot, content, out, cache, now } = settings;
  const { clock, progress, workers } = context;
  assertOutputFolder({ out, content, packageRoot, projectRoot });
  // Again when publishing; here, so that nobody waits for a rendering that ends in a refusal.
  assertOwnFolder(resolveLinks(out));
  const work = openWorkingFolder(settings);
  const started = new Date(clock());
  const locks = [
    acquireLock(work.lock, started, `Another build is using the working folder ${settings.work}`),
  ];
  try {
    locks.push(lockOutput(out, started));
    const { environment, node } = context;
    const ownCode = {
      ...codeInputs({ packageRoot, projectRoot, environment, node, byAstro }),
      ...(drafts ? { "--drafts": "" } : {}),
    };
    const checking = progress.stage("Checking");
    const looking = clean ? undefined : beginLook(workers, { cache, out });
    const listing = listContentFiles(content, clock, {
      cache,
      onDamage: (damage) => progress.log(damage),
    });
    const inputsOfAll = { ...ownCode, "the editor's packages": editorPackages(projectRoot) };
    const key = buildKey({ settings, listing, inputs: inputsOfAll, compress, searchBy, clock });
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
      project: projectRoot,
      cache,
      now,
      clock,
      readers: new ReadingWorkers(workers),
      listing,
      preview: drafts,
      codeVersion: readingDigest(packageRoot, node),
      showExamining: (count) => progress.stage("Examining pictures", count),
      onDamage,
    });
    // While files are read elsewhere.
    const output = clean
      ? Promise.resolve(NOTHING_KNOWN)
      : knownOutput({ cache, out, clock, onDamage, looking });
    const [checked, { earlier, intact }] = await Promise.all([loading, output]);
    const loaded = {
      ...checked,
      diagnostics: checked.diagnostics.filter(({ severity }) => severity !== "hint"),
    };
    checking.done();
    const { diagnostics, publication } = loaded;
    if (publication === undefined || diagnostics.some(({ severity }) => severity === "error")) {
      return { kind: "invalid", diagnostics };
    }
    const inputs = { ...ownCode, ...partInputs(publication.parts) };
    const bundle: Bundle = {
      settings,
      context,
      publication,
      texts: loaded.texts,
      inputs,
      code: inputsDigest(inputs),
      outside: loaded.media,
      work,
      clean,
      byAstro,
      compress,
      searchBy,
      earlier,
      intact,
    };
    const outcome = await renderAndPublish(bundle, loaded);
    if (key !== undefined)
      rememberStanding(settings, key, { publication, now, changes: loaded.changes, outcome });
    return outcome;
  } finally {
    await workers.end();
    for (const release of locks.reverse()) release();
  }
}

/** The code that a publication brings, by names for people. */
function partInputs({ slots, components }: OwnParts = {}): Record<string, string> {
  return {
    ...(slots === undefined ? {} : { "slots/": JSON.stringify(slots) }),
    ...(components === undefined ? {} : { "components/": components }),
  };
}

async function renderAndPublish(bundle: Bundle, loaded: Loaded): Promise<BuildOutcome> {
  const { settings, context, publication, intact, work } = bundle;
  const { staging } = work;
  const { progress, clock } = context;
  emptyFolder(staging);
  linkFolder(packagesFolder(settings.packageRoot), work.packages);
  const media = mediaFiles(publication);
  const faults = await fetchNeeded(bundle, media);
  if (faults.length > 0)
    return {
      kind: "invalid",
      diagnostics: [...loaded.diagnostics, ...faults].sort(compareDiagnostics),
    };
  const { pages, plan } = await planBundle(bundle, media);
  const publishing = progress.stage("Publishing");
  const onDamage = (damage: string): void => progress.log(damage);
  const { out, cache } = settings;
  const url = publication.site.origin + publication.site.base;
  const result = await publish({
    out,
    cache,
    plan,
    url,
    preview: publication.site.preview,
    intact,
    onDamage,
  });
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
    ...(loaded.next === undefined ? {} : { next: loaded.next }),
    ...(publication.site.hosts === undefined ? {} : { hosts: publication.site.hosts }),
  };
}
