import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";

/**
 * Absolute path of the folder that compiled code is kept in, as other processes of this Node are told it;
 * undefined where none is kept.
 */
export function compiledCodeFolder(): string | undefined {
  const ofThisVersion = getCompileCacheDir();
  return ofThisVersion === undefined ? undefined : dirname(ofThisVersion);
}
