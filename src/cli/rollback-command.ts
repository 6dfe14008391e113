import { digestOf } from "../cache/file-digest.ts";
import { HEADERS_NAME } from "../deploy/bundled-headers.ts";
import { filesToKeep, planReturn } from "../deploy/rollback-plan.ts";
import type { ReturnPlan } from "../deploy/rollback-plan.ts";
import type { KeptStore } from "../deploy/rollback-store.ts";
import type { ObjectStore } from "../deploy/object-store.ts";
import { RcloneFailed } from "../deploy/rclone.ts";
import { batchesOf } from "../deploy/stored-headers.ts";
import { filesToSend } from "../deploy/upload-plan.ts";
import type { BundleFile } from "../deploy/upload-plan.ts";
import { formatManifest } from "../output/manifest.ts";
import { bundleId, keepFiles, readKept } from "../pipeline/earlier-bundles.ts";
import type { KeptBundle } from "../pipeline/earlier-bundles.ts";
import { DamagedRecord, readPublicState } from "../pipeline/public-state.ts";
import type { PublicState } from "../pipeline/public-state.ts";
import { printable } from "../report/terminal-text.ts";
import { formatHistory, listed } from "./history-text.ts";
import { EXIT } from "./outcome.ts";
import { changePublic } from "./public-change.ts";
import { damagedKept, TELL_HEADERS, whyRefused } from "./upload-command.ts";
import type { UploadResult } from "./upload-command.ts";
import { formatUpload } from "./upload-summary.ts";

/** What going back to a bundle that was public needs. */
export interface RollbackOptions {
  /** What the place is called, for people. */
  target: string;
  store: ObjectStore;
  kept: KeptStore;
  /** Which bundle, by its name or the beginning of it; or `previous`. */
  id: string;
  /** Make pages public again that readers do not find now. */
  yes: boolean;
  /** Make a preview public too, which shows drafts. */
  preview: boolean;
  /** Tell what would be done, and do nothing. */
  dryRun: boolean;
  /** The machine's clock, in milliseconds. */
  clock: () => number;
  /** Settled when readers who were loading a page of before have what it names. */
  grace: () => Promise<void>;
  /** Told before each step. */
  onStep: (step: string) => void;
}

/** The bundle that was public before the one that is. */
const PREVIOUS = "previous";

/** Lists the bundles that can be made public again, the last one first. Throws what is no fault of rclone's. */
export async function listKept({
  target,
  store,
  kept,
}: Pick<RollbackOptions, "target" | "store" | "kept">): Promise<UploadResult> {
  try {
    const found = await readPublicState(store, { all: false });
    return { text: formatHistory(await readKept(kept), found, target), exitCode: EXIT.done };
  } catch (error) {
    return refusedFor(error, target);
  }
}

/**
 * Makes an earlier bundle public again, in the order of an upload and with its journal: files come from where earlier
 * uploads have kept them. What this replaces is kept in the same way, so that there is a way back from it too. Nothing
 * is touched before every file is known to be there. One that was cut is finished by the same command, or by an upload.
 *
 * Throws what is no fault of rclone's or of the records.
 */
export async function rollBack(options: RollbackOptions): Promise<UploadResult> {
  const { target, store, kept } = options;
  let found: PublicState;
  let bundles: KeptBundle[];
  let wanted: KeptBundle | undefined;
  let plan: ReturnPlan;
  try {
    found = await readPublicState(store, { all: false });
    bundles = await readKept(kept);
    wanted = chosen(bundles, options.id, found);
    const history = formatHistory(bundles, found, target);
    // The manifest may be replaced already: then the bundle before is the one that this was to get rid of.
    if (options.id === PREVIOUS && found.hasJournal)
      return refused(
        `An upload or a rollback has not ended. Name the bundle to go back to.\n${history}`,
      );
    if (wanted?.entries === undefined)
      return refused(
        `${target} has no bundle "${printable(options.id)}" to go back to.\n${history}`,
      );
    if (wanted.preview === true && !options.preview)
      return refused(
        `${wanted.id} is a preview, with drafts. Add --preview if this is not where readers are.`,
      );
    plan = planReturn(wanted.entries, found.entries, new Set(found.doubtful), bundles);
    const missing = plan.missing.length > 0 ? plan.missing : await absent(kept, plan);
    if (missing.length > 0) return refused(cannot(wanted.id, missing, found));
  } catch (error) {
    return refusedFor(error, target);
  }
  const { change, again } = plan;
  const summary = formatUpload(change);
  if (again.length > 0 && !options.yes)
    return refused(
      `${wanted.id} shows pages that readers do not find now:\n${listed(again)}They may have been taken down for a reason. Add --yes to make them public again.`,
    );
  if (options.dryRun)
    return { text: `${summary}This was a dry run: nothing was changed.\n`, exitCode: EXIT.done };
  try {
    const files = filesToKeep(found.entries, change, new Set(found.doubtful));
    const manifest = formatManifest(wanted.entries, wanted.url, wanted.preview);
    const isManifestCurrent = found.digest === digestOf(manifest);
    if (!isManifestCurrent) {
      options.onStep("what is kept");
      await keepFiles(kept, found, files, options.clock());
    }
    const touched = await changePublic({
      store,
      plan: change,
      manifest,
      isManifestCurrent,
      hasJournal: found.hasJournal,
      deliver: (some) => restore(kept, some, plan.sources),
      grace: options.grace,
      onStep: options.onStep,
    });
    const end = touched ? `${target} is what it was as ${wanted.id}.` : `${wanted.id} is public.`;
    const headers = filesToSend(change).some(({ path }) => path === HEADERS_NAME);
    const next = "The next upload makes public what is built then.";
    return {
      text: `${summary}${end} ${next}\n${headers ? TELL_HEADERS : ""}`,
      exitCode: EXIT.done,
    };
  } catch (error) {
    if (!(error instanceof RcloneFailed)) throw error;
    const text = `Going back at ${target} stopped. ${error.message}\nThe public site works for readers and is partly changed. Run it again with --rollback ${wanted.id} to finish, or upload a bundle.\n`;
    return { text, exitCode: EXIT.failed };
  }
}

/** The bundle that is meant; one that a rollback which did not end meant to make public can be meant again. */
function chosen(
  bundles: readonly KeptBundle[],
  id: string,
  found: PublicState,
): KeptBundle | undefined {
  const current = found.digest === undefined ? "" : bundleId(found.digest);
  if (id === PREVIOUS) return bundles.findLast((one) => one.id !== current);
  const meant = bundles.filter((one) => id !== "" && one.id.startsWith(id));
  return meant.length === 1 ? meant[0] : undefined;
}

/** Paths of files that the records list and that are not there, or of another length. */
async function absent(kept: KeptStore, { change, sources }: ReturnPlan): Promise<string[]> {
  const missing: string[] = [];
  for (const [id, files] of byFolder(filesToSend(change), sources)) {
    const lengths = await kept.measure(
      id,
      files.map(({ path }) => path),
    );
    for (const { path, bytes, encoding } of files) {
      const length = lengths.get(path);
      // How long the packed bytes are no record tells.
      const isThere = encoding === undefined ? length === bytes : length !== undefined;
      if (!isThere) missing.push(path);
    }
  }
  return missing;
}

async function restore(
  kept: KeptStore,
  files: readonly BundleFile[],
  sources: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [id, some] of byFolder(files, sources))
    for (const { headers, paths } of batchesOf(some)) await kept.restore(id, paths, headers);
}

function byFolder(
  files: readonly BundleFile[],
  sources: ReadonlyMap<string, string>,
): Map<string, BundleFile[]> {
  return Map.groupBy(files, ({ path }) => sources.get(path) ?? "");
}

function cannot(id: string, missing: readonly string[], found: PublicState): string {
  const why = found.hasJournal
    ? "An upload has not ended: run it again first, then go back."
    : "They were replaced by an upload without --keep, or deleted. Choose another bundle, or build that state again from git and upload it.";
  return `${id} cannot be made public again: files of it were not kept.\n${listed(missing)}${why}`;
}

function refused(why: string): UploadResult {
  return { text: `${why.trimEnd()}\nNothing was changed.\n`, exitCode: EXIT.refused };
}

function refusedFor(error: unknown, target: string): UploadResult {
  if (error instanceof DamagedRecord && error.message.startsWith("stet-kept"))
    return refused(damagedKept(error));
  const text = whyRefused(error, target);
  if (text === undefined) throw error;
  return refused(text);
}
