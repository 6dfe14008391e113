import type { Encoding } from "../domain/encodings.ts";
import { originalOf } from "./upload-plan.ts";
import type { BundleFile } from "./upload-plan.ts";

/** What of the packed copies in a bundle is sent. */
export interface CopyUse {
  /** Copies too, as files of their own: for a server that sends them. */
  copies: boolean;
  /** Packed bytes under the plain name, where there is a copy: for a store that keeps `Content-Encoding`. */
  encoding?: Encoding;
}

/**
 * The files that a place is to hold of a bundle. One that is stored packed has its `encoding`; its digest stays that
 * of the plain bytes, by which a feed is known to have changed.
 */
export function storedFiles<File extends BundleFile>(
  files: readonly File[],
  { copies, encoding }: CopyUse,
): File[] {
  const packed = new Set(
    files.flatMap((file) =>
      encoding !== undefined && file.copyAs === encoding ? [originalOf(file)] : [],
    ),
  );
  return files
    .filter((file) => copies || file.copyAs === undefined)
    .map((file) => (packed.has(file.path) ? { ...file, encoding } : file));
}
