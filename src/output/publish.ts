import { mkdirSync, readdirSync, renameSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { JOURNAL_NAME, MANIFEST_NAME } from "./bundle-path.ts";
import { foldersOf } from "../domain/path-parts.ts";
import { referenceReader } from "./bundle-references.ts";
import { BundleWriter } from "./bundle-writer.ts";
import type { Rename } from "./bundle-writer.ts";
import { flushFolder, writeDurably } from "./durable-write.ts";
import type { Interrupt } from "./durable-write.ts";
import { digestOf } from "../cache/file-digest.ts";
import type { OnDamage } from "../cache/cache-damage.ts";
import { lastingStampOf, statOf } from "../cache/file-stat.ts";
import { hasJournal, JournalError, readJournal, writeJournal } from "./journal.ts";
import type { Journal } from "./journal.ts";
import { formatManifest, ManifestError, readManifest } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { assertNoneMissing } from "./missing-files.ts";
import { findChanges, findLeftovers } from "./output-changes.ts";
import type { OutputChanges } from "./output-changes.ts";
import { assertOwnFolder, PublishRefused, resolveLinks } from "./output-folder.ts";
import { saveOutputState } from "./output-state.ts";
import type { OutputRecord } from "./output-state.ts";
import { PublishInterrupted } from "./publish-interrupted.ts";
import { settlePlan } from "./publish-plan.ts";
import type { PublishPlan, SettledFile } from "./publish-plan.ts";

/** What to publish, and where; folders are absolute. */
export interface Publication {
  out: string;
  cache: string;
  plan: PublishPlan;
  /** the publication's address, with a closing slash */
  url: string;
  /** whether it shows what is not public yet */
  preview?: true | undefined;
  /** what `intactRecords` gave when the build began; spares reading files that stay as they are */
  intact?: ReadonlyMap<string, OutputRecord>;
  /** is told where what is known of the folder cannot be kept */
  onDamage?: OnDamage;
  /** for tests: called before each change, may throw */
  interrupt?: Interrupt;
  /** for tests: how a staged file is moved */
  rename?: Rename;
}

/** What a publication did: bundle paths; `kept` counts the others, `bytes` is the whole bundle's. */
export interface PublishResult {
  written: string[];
  removed: string[];
  kept: number;
  bytes: number;
}

/**
 * Makes an output folder hold exactly the planned files and a manifest of them, as a transaction:
 * until the first change the old bundle is whole, from then on a journal marks the folder as
 * unfinished, and it goes only when all files and the manifest are on the disk. Files that are
 * neither planned nor Stet's stay. A folder that is right already is not touched.
 *
 * It trusts that nobody else changes the folder meanwhile; call `assertOutputFolder` and hold the
 * lock. Throws PublishRefused or FilesMissing (nothing was written), or PublishInterrupted (with the
 * `cause`).
 */
export async function publish(publication: Publication): Promise<PublishResult> {
  const { plan, cache, url, preview, intact = new Map<string, OutputRecord>() } = publication;
  const root = resolveLinks(publication.out);
  assertOwnFolder(root);
  const { manifest, journal } = readOwn(root);
  const read = referenceReader(url);
  const settled = settlePlan(root, plan, { read, trusted: manifest?.url === url });
  const before = new Set(manifest?.entries.map(({ path }) => path));
  const isOneGone = [...before].some((path) => !settled.has(path));
  assertNoneMissing(root, settled, read, isOneGone);
  const owned = new Set([...before, ...(journal?.write ?? []), ...(journal?.remove ?? [])]);
  const changes = findChanges(root, settled, { owned, intact });
  const leftovers = findLeftovers(root, namesIn(root), journal !== undefined);
  const text = formatManifest(settled.values(), url, preview);
  const digest = digestOf(text);

  const isRight =
    journal === undefined &&
    manifest?.digest === digest &&
    changes.write.length + changes.clear.length + changes.remove.length + leftovers.length === 0;
  if (!isRight) {
    const written = changes.write.map(({ path }) => path);
    const unknown = [...settled.keys()].filter((path) => !before.has(path));
    const next = { write: [...new Set([...written, ...unknown])], remove: changes.gone };
    try {
      await carryOut(root, publication, changes, leftovers, { text, journal: next });
    } catch (error) {
      throw interrupted(root, error);
    }
  }
  publication.interrupt?.("save the state");
  const { onDamage } = publication;
  saveOutputState(cache, root, digest, recordsOf(root, settled, changes), onDamage);
  const removed = new Set([...changes.remove, ...changes.clear]);
  return {
    written: changes.write.map(({ path }) => path),
    removed: changes.gone.filter((path) => removed.has(path)),
    kept: changes.inPlace.size,
    bytes: [...settled.values()].reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

async function carryOut(
  root: string,
  { plan, rename = renameSync, interrupt = () => undefined }: Publication,
  changes: OutputChanges,
  leftovers: readonly string[],
  { text, journal }: { text: string; journal: Journal },
): Promise<void> {
  interrupt("make the output folder");
  if (mkdirSync(root, { recursive: true }) !== undefined) flushFolder(dirname(root));
  writeJournal(root, journal, interrupt);

  const writer = new BundleWriter(root, changes.folders, interrupt, rename);
  for (const path of leftovers) writer.remove(path);
  for (const path of changes.clear) writer.remove(path);
  for (const folder of changes.clearFolders) writer.removeEmptyTree(folder);
  writer.pruneFoldersOf(changes.clear, new Set());
  for (const { path, staged } of changes.write)
    if (staged !== undefined) writer.place(staged, path);
  for (const path of changes.remove) writer.remove(path);
  writer.pruneFoldersOf(changes.gone, new Set([...plan.keys()].flatMap(foldersOf)));
  await writer.flush();

  writeDurably(join(root, MANIFEST_NAME), text, { interrupt, step: "manifest" });
  interrupt("remove the journal");
  unlinkSync(join(root, JOURNAL_NAME));
  flushFolder(root);
}

function readOwn(root: string): { manifest: Manifest | undefined; journal: Journal | undefined } {
  try {
    return { manifest: readManifest(root), journal: readJournal(root) };
  } catch (error) {
    if (!(error instanceof ManifestError || error instanceof JournalError)) throw error;
    // What is Stet's and what is not cannot be told apart any more.
    throw new PublishRefused(error.message, { cause: error });
  }
}

function namesIn(root: string): string[] {
  return statOf(root) === undefined ? [] : readdirSync(root);
}

function recordsOf(
  root: string,
  settled: ReadonlyMap<string, SettledFile>,
  { inPlace }: OutputChanges,
): OutputRecord[] {
  return [...settled.values()].map(({ path, key, bytes, sha256, references }) => {
    const known = inPlace.get(path);
    if (known !== undefined) return { ...known, key, references };
    const stats = statOf(`${root}/${path}`);
    const stat = stats === undefined ? "" : lastingStampOf(stats, Date.now());
    return { path, key, bytes, sha256, stat, references };
  });
}

function interrupted(root: string, cause: unknown): PublishInterrupted {
  const state = hasJournal(root)
    ? "Its content is incomplete; the next build completes it."
    : "Its earlier content is unchanged.";
  const why = cause instanceof Error ? cause.message : String(cause);
  return new PublishInterrupted(`Publishing into ${root} stopped: ${why} ${state}`, { cause });
}
