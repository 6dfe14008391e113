import { join } from "node:path";
import { contentFile } from "../cache/content-file.ts";
import { statOf } from "../cache/file-stat.ts";
import { rule as lostRule } from "../checks/media/lost.ts";
import { RcloneFailed } from "../deploy/rclone.ts";
import { composed } from "../domain/composed.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { isMediaName, storedName } from "../domain/listed-media.ts";
import type { ContentFiles } from "../loader/content-lists.ts";
import { isMediaPath, mediaDigests, MEDIA_FILE } from "../loader/media-list.ts";
import type { OutsideMedia } from "./fetch-media.ts";
import type { DigestedFile, Unfit } from "./list-media.ts";
import type { MediaList } from "./media-list-file.ts";
import type { MediaStore } from "./media-store.ts";

/** With this rclone ends where there is no such folder, or bucket. */
const NO_FOLDER = 3;

/** What the store has, by composed paths there; nothing is asked where nothing is listed. */
export async function storedOf(list: MediaList, store: MediaStore): Promise<Map<string, number>> {
  const files =
    list.size === 0
      ? []
      : await store.list().catch((error: unknown) => {
          // A remote that is new: everything that is here is sent to it.
          if (error instanceof RcloneFailed && error.code === NO_FOLDER) return [];
          throw error;
        });
  return new Map(files.map(({ path, bytes }) => [composed(path), bytes]));
}

/** What is wrong with lines whose files are neither here nor in the store. */
export function lostLines(
  list: MediaList,
  files: OutsideMedia["listed"],
  stored: ReadonlyMap<string, number>,
): Diagnostic[] {
  return list.lines
    .filter(
      (one) => files.get(one.file)?.isHere === false && !stored.has(composed(storedName(one))),
    )
    .map((one) => {
      const at = { file: MEDIA_FILE, line: one.line, column: 1 };
      return lostRule.at(at, { is: "absent", file: one.file, stored: storedName(one) });
    });
}

const REPLACED = `${MEDIA_FILE} lists another one since; delete the file, and that one is fetched`;

/**
 * The media files of a content folder that are not listed as they are now, or that the store does not have whole; and
 * those that are as they were listed before: sent again, they would undo what somebody else has listed since.
 */
export function lookAtFiles(
  { assets, publicFiles }: ContentFiles,
  {
    content,
    cache,
    clock,
    list,
    stored,
  }: {
    content: string;
    cache: string;
    clock: () => number;
    list: MediaList;
    stored: ReadonlyMap<string, number>;
  },
): { toSend: DigestedFile[]; replaced: Unfit[] } {
  const digests = mediaDigests(content, cache);
  const replaced: Unfit[] = [];
  const toSend = [...assets, ...publicFiles].flatMap(([path, { file, listed }]) => {
    if (!isMediaName(path) || !isMediaPath(path) || listed?.isHere === false) return [];
    // Of a listed file the listing says what it should be.
    const stats = statOf(join(content, file));
    if (stats === undefined) return [];
    const entry = contentFile(file, stats, clock());
    const known = list.get(path);
    const { sha256, wasListed } = digests.of(entry, known?.sha256);
    if (sha256 === undefined) return [];
    if (known?.sha256 === sha256)
      return stored.get(composed(storedName(known))) === known.bytes ? [] : [{ ...entry, sha256 }];
    if (known === undefined || !wasListed) return [{ ...entry, sha256 }];
    replaced.push({ file, why: REPLACED });
    return [];
  });
  digests.save();
  return { toSend, replaced };
}
