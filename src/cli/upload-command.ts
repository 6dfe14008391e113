import { writeFileSync } from "node:fs";
import { HEADERS_NAME } from "../deploy/bundled-headers.ts";
import type { ObjectStore } from "../deploy/object-store.ts";
import { RcloneFailed, RcloneMissing } from "../deploy/rclone.ts";
import { storedFiles } from "../deploy/stored-bundle.ts";
import type { CopyUse } from "../deploy/stored-bundle.ts";
import { filesToSend, planUpload } from "../deploy/upload-plan.ts";
import type { UploadPlan } from "../deploy/upload-plan.ts";
import { filesToKeep } from "../deploy/rollback-plan.ts";
import type { KeptStore } from "../deploy/rollback-store.ts";
import { bundleId, dropKept, keepFiles } from "../pipeline/earlier-bundles.ts";
import { digestOf } from "../cache/file-digest.ts";
import { formatManifest, readManifest } from "../output/manifest.ts";
import { EXIT, formatVerification } from "./outcome.ts";
import { DamagedRecord, readPublicState } from "../pipeline/public-state.ts";
import type { PublicState } from "../pipeline/public-state.ts";
import { changePublic, sendFrom } from "./public-change.ts";
import { formatUpload } from "./upload-summary.ts";
import { verifyBundle } from "../output/verify.ts";

/** What sending a bundle to where it is public needs. */
export interface UploadOptions {
  /** The bundle, absolute. */
  folder: string;
  /** What the place is called, for people. */
  target: string;
  store: ObjectStore;
  /** Tell what would be sent, and send nothing. */
  dryRun: boolean;
  /** Send a preview too, which shows drafts. */
  preview: boolean;
  /** Take nothing that is public for what its manifest says. */
  all: boolean;
  /** What is sent of the packed copies in the bundle. */
  use: CopyUse;
  /** How many earlier bundles are kept, and where; absent where none are. */
  keep?: { store: KeptStore; most: number };
  /** The machine's clock, in milliseconds. */
  clock: () => number;
  /** Where to keep the manifest that was public before, absolute. */
  before?: string;
  /** Settled when readers who were loading a page of before have what it names. */
  grace: () => Promise<void>;
  /** Told before each step. */
  onStep: (step: string) => void;
}

/** What was sent, for people, and the exit code that says how it went. */
export interface UploadResult {
  text: string;
  exitCode: number;
}

/**
 * Makes what is public the bundle, by sending what differs. Readers meet no page that points at something not
 * there yet (`planUpload`); the manifest is replaced when all files are there, and what only the old one lists
 * goes after that, when nobody is still loading a page that names it.
 *
 * Before anything else a journal of all that will be touched is written to the store, and it goes last. One that
 * an upload left which did not end makes the next one send or remove all that it names, whatever the old manifest
 * says. Two uploads to one place must not run at the same time.
 *
 * Throws what is no fault of rclone's or of the records.
 */
export async function upload(options: UploadOptions): Promise<UploadResult> {
  const { folder, target, store } = options;
  const verification = verifyBundle(folder);
  const bundle = verification.problems.length === 0 ? readManifest(folder) : undefined;
  if (bundle === undefined) {
    const text = `${formatVerification(folder, verification)}Nothing was sent.\n`;
    return { text, exitCode: EXIT.invalid };
  }
  if (bundle.preview === true && !options.preview)
    return {
      text: `${folder} is a preview, with drafts and scheduled articles. Build without --drafts, or add --preview if this is not where readers are. Nothing was sent.\n`,
      exitCode: EXIT.refused,
    };
  const { use } = options;
  if (use.encoding !== undefined && !bundle.entries.some(({ copyAs }) => copyAs === use.encoding))
    return {
      text: `${folder} has no ${use.encoding} copies to send. Build with --compress. Nothing was sent.\n`,
      exitCode: EXIT.refused,
    };
  const entries = storedFiles(bundle.entries, use);
  let found: PublicState;
  try {
    found = await readPublicState(store, { all: options.all });
  } catch (error) {
    const text = whyRefused(error, target);
    if (text === undefined) throw error;
    return { text: `${text} Nothing was sent.\n`, exitCode: EXIT.refused };
  }
  const doubtful = new Set(options.all ? entries.map(({ path }) => path) : []);
  for (const path of found.doubtful) doubtful.add(path);
  const plan = planUpload(found.entries, entries, doubtful);
  const summary = formatUpload(plan);
  if (options.dryRun)
    return { text: `${summary}This was a dry run: nothing was sent.\n`, exitCode: EXIT.done };
  if (options.before !== undefined)
    writeFileSync(options.before, formatManifest(found.entries, found.url));
  try {
    const isFirstKept = await keepReplaced(options, found, plan, doubtful);
    const manifest = formatManifest(entries, bundle.url, bundle.preview);
    const touched = await changePublic({
      store,
      plan,
      manifest,
      isManifestCurrent: found.digest === digestOf(manifest),
      hasJournal: found.hasJournal,
      deliver: (files) => sendFrom(folder, store, files),
      grace: options.grace,
      onStep: options.onStep,
    });
    const { keep } = options;
    if (keep !== undefined) await dropKept(keep.store, bundleId(digestOf(manifest)), keep.most);
    const end = touched
      ? `${target} is up to date.`
      : `${target} was up to date: nothing was sent.`;
    const headersChanged = filesToSend(plan).some(({ path }) => path === HEADERS_NAME);
    return {
      text: `${summary}${end}\n${headersChanged ? TELL_HEADERS : ""}${isFirstKept ? TELL_KEPT : ""}`,
      exitCode: EXIT.done,
    };
  } catch (error) {
    if (error instanceof DamagedRecord)
      return { text: `${damagedKept(error)}\n`, exitCode: EXIT.refused };
    if (!(error instanceof RcloneFailed)) throw error;
    const text = `The upload to ${target} stopped. ${error.message}\nThe public site works for readers and is partly updated. Run the same command again to finish.\n`;
    return { text, exitCode: EXIT.failed };
  }
}

/** Said where they changed: a store keeps no such headers with its files; what serves them has to be told. */
export const TELL_HEADERS = `The headers for all responses are new or have changed: configure the host to send those in ${HEADERS_NAME}. \`npm run hosts -- --for HOST\` writes its configuration.\n`;

const TELL_KEPT =
  "Earlier bundles are kept from now on, also what is taken down later. Readers must not reach them: hide /.stet-kept/ in what serves the files, or name a private place with --kept.\n";

/** Keeps what a change replaces or removes, where that is wanted; gives whether it is the first time. */
async function keepReplaced(
  { keep, clock, onStep }: UploadOptions,
  found: PublicState,
  plan: UploadPlan,
  doubtful: ReadonlySet<string>,
): Promise<boolean> {
  const isTouched = filesToSend(plan).length + plan.remove.length > 0;
  if (keep === undefined || keep.most === 0 || found.digest === undefined || !isTouched)
    return false;
  onStep("what is kept");
  return keepFiles(keep.store, found, filesToKeep(found.entries, plan, doubtful), clock());
}

/** What to do where the list of what is kept cannot be relied on. */
export function damagedKept({ message }: DamagedRecord): string {
  return `What was kept cannot be read: ${message}. Delete the folder of what is kept, and upload with --keep.`;
}

/** Why what is public cannot be read, for people; `undefined` for a fault of another kind. */
export function whyRefused(error: unknown, target: string): string | undefined {
  if (error instanceof RcloneMissing) return error.message;
  if (error instanceof RcloneFailed) return `${target} cannot be read. ${error.message}\n`;
  if (error instanceof DamagedRecord) {
    return `${target}: ${error.message}. It was damaged or written by another program. With --all every file is sent and a new record is written; files that only the damaged record lists stay where they are.`;
  }
  return undefined;
}
