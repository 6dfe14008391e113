import { statSync } from "node:fs";
import { parse } from "node:path";
import type { ContentFile } from "../cache/content-file.ts";
import { publishableType } from "../domain/publishable-types.ts";
import { examineImages } from "../loader/images/images.ts";
import { ReadingWorkers } from "../loader/readers.ts";
import type { Workers } from "../workers/worker.ts";
import type { ArchiveFile } from "./archive.ts";

/**
 * Why pictures of the archive cannot be shown, and why files cannot be linked to, by where their bytes are, absolute: what
 * the check would refuse. Files without a fault are not in it.
 */
export async function fileFaults(
  files: readonly ArchiveFile[],
  workers: Workers,
  onProgress: (done: number, all: number) => void,
): Promise<Map<string, string>> {
  const sources = new Set(
    files.flatMap(({ source }) =>
      source !== undefined && publishableType(source)?.startsWith("image/") === true
        ? [source]
        : [],
    ),
  );
  const byRoot = Map.groupBy(sources, (source) => parse(source).root);
  const faults = new Map<string, string>();
  for (const { source } of files)
    if (source !== undefined && statSync(source).size === 0)
      faults.set(source, "its file is empty");
  for (const [root, own] of byRoot) {
    const listed = own.map((source): ContentFile => {
      const file = source.slice(root.length).replaceAll("\\", "/");
      return { file, stamp: "", bytes: statSync(source).size };
    });
    let done = 0;
    const examined = await examineImages(root, listed, {
      index: { recall: () => undefined, earlier: () => undefined, keep: () => undefined },
      readers: new ReadingWorkers(workers),
      show: (all) => ({
        advance: () => onProgress((done += 1), all),
        done: () => undefined,
      }),
    });
    for (const [file, reading] of examined)
      if ("fault" in reading) faults.set(`${root}${file}`, reading.why);
  }
  return faults;
}
