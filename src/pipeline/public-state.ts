import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ObjectStore } from "../deploy/object-store.ts";
import { JOURNAL_NAME, MANIFEST_NAME } from "../output/bundle-path.ts";
import { JournalError, readJournal } from "../output/journal.ts";
import type { Journal } from "../output/journal.ts";
import { ManifestError, readManifest } from "../output/manifest.ts";
import type { Manifest, ManifestEntry } from "../output/manifest.ts";

/** What an object store says of the bundle that lies in it. */
export interface PublicState {
  /** What its manifest lists; nothing where there is none. */
  entries: ManifestEntry[];
  /** Address that it is made for, where its manifest tells it. */
  url?: string;
  /** Whether it shows what is not public yet. */
  preview?: true;
  /** SHA-256 of its manifest file. */
  digest?: string;
  /** Paths that an upload which did not end meant to send or to remove. */
  doubtful: string[];
  /** Whether such an upload left its journal. */
  hasJournal: boolean;
}

/** A record in an object store that cannot be relied on; the message says which and why. */
export class DamagedRecord extends Error {
  override name = "DamagedRecord";
}

/**
 * Reads the manifest and the journal of an object store. With `all` a damaged one is taken for none. Throws
 * DamagedRecord, and what the store throws.
 */
export async function readPublicState(
  store: ObjectStore,
  { all }: { all: boolean },
): Promise<PublicState> {
  const folder = mkdtempSync(join(tmpdir(), "stet-public-"));
  try {
    await store.fetch([MANIFEST_NAME, JOURNAL_NAME], folder);
    const manifest = unlessDamaged<Manifest>(() => readManifest(folder), all);
    const journal = unlessDamaged<Journal>(() => readJournal(folder), all);
    return {
      entries: [],
      ...(manifest.record ?? {}),
      doubtful: [...(journal.record?.write ?? []), ...(journal.record?.remove ?? [])],
      hasJournal: journal.isThere,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unlessDamaged<Read>(
  read: () => Read | undefined,
  forgive: boolean,
): { record?: Read; isThere: boolean } {
  try {
    const record = read();
    return record === undefined ? { isThere: false } : { record, isThere: true };
  } catch (error) {
    const why = damage(error);
    if (why === undefined) throw error;
    if (!forgive) throw new DamagedRecord(why, { cause: error });
    return { isThere: true };
  }
}

function damage(error: unknown): string | undefined {
  if (error instanceof ManifestError) return `${MANIFEST_NAME}, line ${error.line}: ${error.why}`;
  return error instanceof JournalError ? `${JOURNAL_NAME}: ${error.why}` : undefined;
}
