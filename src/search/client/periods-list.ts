import { INDEX_FOLDER } from "../facets.ts";
import { PERIODS_FILE } from "../periods-file.ts";
import type { PeriodsFile } from "../periods-file.ts";

/**
 * The list of periods of a bundle whose base is `base`: the one file of the search that changes with every edition
 * under the same name. Throws where it cannot be fetched.
 */
export async function fetchPeriodsList(base: string): Promise<PeriodsFile> {
  const address = `${base}${INDEX_FOLDER}${PERIODS_FILE}`;
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address} is answered with ${response.status}.`);
  return (await response.json()) as PeriodsFile;
}
