import { closeSync, readFileSync } from "node:fs";
import { canNameFiles } from "./bundle-references.ts";
import type { ReferenceReader } from "./bundle-references.ts";
import { digestFile, digestOf, openPlainFile } from "../cache/file-digest.ts";
import type { FileDigest } from "../cache/file-digest.ts";

/** What a file holds, and the bundle paths that it names where it is of a kind that can. */
export interface FileContent extends FileDigest {
  named?: string[];
}

/**
 * Digests a plain file and finds what it names, reading it once. `path` is where it lies in the bundle, and `bytes` how
 * long it is thought to be. Throws as `openPlainFile` does.
 */
export function readContent(
  file: string,
  path: string,
  bytes: number,
  read: ReferenceReader | undefined,
): FileContent {
  if (read === undefined || !canNameFiles(path, bytes)) return digestFile(file);
  const descriptor = openPlainFile(file);
  try {
    const content = readFileSync(descriptor);
    return { bytes: content.length, sha256: digestOf(content), named: read(path, content) };
  } finally {
    closeSync(descriptor);
  }
}
