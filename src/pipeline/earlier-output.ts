import { setImmediate } from "node:timers/promises";
import type { OnDamage } from "../cache/cache-damage.ts";
import type { Looking } from "../output/output-look.ts";
import { intactRecords, loadOutputState } from "../output/output-state.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { Settings } from "../settings/settings.ts";

/** What is known of an output folder, and which of its files are as they are known. */
export interface EarlierOutput {
  earlier: ReadonlyMap<string, OutputRecord>;
  intact: ReadonlyMap<string, OutputRecord>;
}

/** Of a folder that everything is made anew in. */
export const NOTHING_KNOWN: EarlierOutput = { earlier: new Map(), intact: new Map() };

/** Reads what is known of an output folder, and looks which of its files are as they are known, while a worker may look too. */
export async function knownOutput({
  cache,
  out,
  clock,
  onDamage,
  looking,
}: Pick<Settings, "cache" | "out"> & {
  clock: () => number;
  onDamage: OnDamage;
  looking: Looking | undefined;
}): Promise<EarlierOutput> {
  const strayed = await looking?.strayed();
  // Whoever reads is to be told what, before this thread is busy.
  await setImmediate();
  const known = loadOutputState(cache, out, onDamage);
  return { earlier: known, intact: intactRecords(out, known, clock, strayed) };
}
