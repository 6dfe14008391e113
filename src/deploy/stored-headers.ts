import type { Encoding } from "../domain/encodings.ts";
import { cacheControl } from "./caching.ts";
import { contentType } from "./content-type.ts";
import type { BundleFile } from "./upload-plan.ts";

/** What an object store keeps with a file and serves with it. */
export interface StoredHeaders {
  "Content-Type": string;
  "Cache-Control": string;
  /** Where the bytes are packed. */
  "Content-Encoding"?: Encoding;
}

/** Files that are sent in one go, because they are stored with the same headers. */
export interface UploadBatch {
  headers: StoredHeaders;
  paths: string[];
}

/** Parts files by the headers they are stored with. */
export function batchesOf(files: readonly Pick<BundleFile, "path" | "encoding">[]): UploadBatch[] {
  const batches = new Map<string, UploadBatch>();
  for (const { path, encoding } of files) {
    const headers: StoredHeaders = {
      "Content-Type": contentType(path),
      "Cache-Control": cacheControl(path),
      ...(encoding === undefined ? {} : { "Content-Encoding": encoding }),
    };
    const key = Object.values(headers).join("\n");
    const batch = batches.get(key) ?? { headers, paths: [] };
    batch.paths.push(path);
    batches.set(key, batch);
  }
  return [...batches.values()];
}
