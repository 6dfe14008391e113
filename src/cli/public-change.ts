import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ObjectStore } from "../deploy/object-store.ts";
import { inTemporaryFolder, sendTexts } from "../deploy/store-texts.ts";
import { batchesOf } from "../deploy/stored-headers.ts";
import { filesToSend, UPLOAD_PHASES } from "../deploy/upload-plan.ts";
import type { BundleFile, UploadPlan } from "../deploy/upload-plan.ts";
import { COPY_ENDINGS } from "../domain/encodings.ts";
import { JOURNAL_NAME, MANIFEST_NAME } from "../output/bundle-path.ts";
import { formatJournal } from "../output/journal.ts";

/** A change of what is public. */
export interface PublicChange {
  store: ObjectStore;
  plan: UploadPlan;
  /** What the new manifest says. */
  manifest: string;
  /** Whether the manifest that is public says the same already. */
  isManifestCurrent: boolean;
  /** Whether a change that did not end has left its journal. */
  hasJournal: boolean;
  /** Brings files to where they are public; settled when all are there. */
  deliver: (files: readonly BundleFile[]) => Promise<void>;
  /** Settled when readers who were loading a page of before have what it names. */
  grace: () => Promise<void>;
  /** Told before each step. */
  onStep: (step: string) => void;
}

/**
 * Makes a change public: a journal of all that it touches, the files phase by phase, the manifest, and after a period
 * of grace the removals; the journal goes last. Gives whether there was anything to do.
 */
export async function changePublic(change: PublicChange): Promise<boolean> {
  const { store, plan, onStep } = change;
  const files = filesToSend(plan);
  const isCurrent = files.length + plan.remove.length === 0 && change.isManifestCurrent;
  if (isCurrent && !change.hasJournal) return false;
  if (!isCurrent) {
    const journal = { write: files.map(({ path }) => path), remove: plan.remove };
    await sendTexts(store, [[JOURNAL_NAME, formatJournal(journal)]]);
    for (const phase of UPLOAD_PHASES) {
      if (plan.send[phase].length === 0) continue;
      onStep(phase);
      await change.deliver(plan.send[phase]);
    }
    onStep("manifest");
    await sendTexts(store, [[MANIFEST_NAME, change.manifest]]);
    if (plan.remove.length > 0) {
      await change.grace();
      onStep("removals");
      await store.remove(plan.remove);
    }
  }
  await store.remove([JOURNAL_NAME]);
  return true;
}

/** Sends files of a bundle: of those that are stored packed, the bytes of their copies. */
export async function sendFrom(
  folder: string,
  store: ObjectStore,
  files: readonly BundleFile[],
): Promise<void> {
  for (const { headers, paths } of batchesOf(files)) {
    const encoding = headers["Content-Encoding"];
    if (encoding === undefined) await store.send(folder, paths, headers);
    else
      await inTemporaryFolder(async (packed) => {
        for (const path of paths) {
          mkdirSync(dirname(join(packed, path)), { recursive: true });
          copyFileSync(join(folder, path + COPY_ENDINGS[encoding]), join(packed, path));
        }
        await store.send(packed, paths, headers);
      });
  }
}
