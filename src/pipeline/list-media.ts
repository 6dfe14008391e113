import { copyFileSync, existsSync, lstatSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { contentFile } from "../cache/content-file.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { digestFile, tryDigestFile } from "../cache/file-digest.ts";
import { indexOf } from "../cache/index-file.ts";
import { composed } from "../domain/composed.ts";
import { isListedImage, isMediaName, isSentName, sentName } from "../domain/listed-media.ts";
import type { ImageFacts, ListedMedia } from "../domain/listed-media.ts";
import { examineImages } from "../loader/images/images.ts";
import type { ExaminedImage } from "../loader/images/examined-image.ts";
import { isMediaPath } from "../loader/media-list.ts";
import type { Readers } from "../loader/readers.ts";
import { batchesOf, fetchFolder } from "./fetch-media.ts";
import type { MediaList } from "./media-list-file.ts";
import type { MediaStore } from "./media-store.ts";
import type { Progress } from "./progress.ts";

/** What the listing of media files works with; folders are absolute. */
export interface MediaDesk {
  content: string;
  cache: string;
  /** Digest of the code that examines pictures. */
  codeVersion: string;
  clock: () => number;
  readers: Readers;
  store: MediaStore;
  list: MediaList;
  progress: Progress;
}

/** A file that was not listed, and why, as the end of a sentence. */
export interface Unfit {
  file: string;
  why: string;
}

const CHANGED = "it was changed while it was sent; run `npm run media` again";

/** A file with its digest. */
export type DigestedFile = ContentFile & { sha256: string };

/**
 * Sends files of the content folder to the store, and lists those that are there. Gives the pictures that were not
 * sent, because they cannot be shown. A batch that was sent is listed, whatever comes of the next.
 */
export async function sendMedia(files: readonly DigestedFile[], desk: MediaDesk): Promise<Unfit[]> {
  const unfit: Unfit[] = [];
  const { content, store, list, progress } = desk;
  if (files.length === 0) return unfit;
  const sending = progress.stage("Sending media", files.length);
  const { folder, remove } = fetchFolder(content);
  try {
    for (const batch of batchesOf(files)) {
      const media = await toBeListed(content, batch, desk, unfit);
      for (const { listed, source } of media) layOut(source, join(folder, sentName(listed)));
      await store.add(
        folder,
        media.map(({ listed }) => sentName(listed)),
      );
      const sent = media.filter(
        ({ listed, source }) => tryDigestFile(source)?.sha256 === listed.sha256,
      );
      for (const { listed } of new Set(media).difference(new Set(sent)))
        unfit.push({ file: listed.file, why: CHANGED });
      list.add(sent.map(({ listed }) => listed));
      sending.advance(batch.length);
    }
    return unfit;
  } finally {
    sending.done();
    remove();
  }
}

/**
 * Lists what the store has besides, by its paths there; what Stet has sent is passed over. Files are fetched for that
 * and deleted again. Gives what was not listed.
 */
export async function adoptMedia(desk: MediaDesk): Promise<Unfit[]> {
  const { content, store, list, progress, clock } = desk;
  const unfit: Unfit[] = [];
  const known = list.storedNames();
  const found = (await store.list()).filter(
    ({ path, bytes }) =>
      bytes > 0 &&
      isMediaName(path) &&
      isMediaPath(composed(path)) &&
      path.includes("/") &&
      !isSentName(path) &&
      !known.has(path) &&
      list.get(composed(path)) === undefined,
  );
  if (found.length === 0) return unfit;
  const adopting = progress.stage("Listing media of the store", found.length);
  try {
    for (const batch of batchesOf(found)) {
      const { folder, remove } = fetchFolder(content);
      try {
        await store.fetch(
          batch.map(({ path }) => path),
          folder,
        );
        const files = batch.flatMap(({ path }): DigestedFile[] => {
          const file = join(folder, path);
          if (!existsSync(file)) return [];
          const entry = contentFile(path, lstatSync(file, { bigint: true }), clock());
          return [{ ...entry, sha256: digestFile(file).sha256 }];
        });
        const media = await toBeListed(folder, files, desk, unfit);
        list.add(media.map(({ listed, file }) => ({ ...listed, stored: file })));
      } finally {
        remove();
      }
      adopting.advance(batch.length);
    }
    return unfit;
  } finally {
    adopting.done();
  }
}

/** What is to be listed of files of a folder, with their paths as they are on disk; adds to `unfit` what is not. */
async function toBeListed(
  folder: string,
  files: readonly DigestedFile[],
  { cache, codeVersion, readers, content }: MediaDesk,
  unfit: Unfit[],
): Promise<{ listed: ListedMedia; file: string; source: string }[]> {
  const images = files.filter(({ file }) => isListedImage(file));
  // Only looked up: it is the check that keeps it.
  const index = indexOf<ExaminedImage>("pictures", { content, cache, codeVersion });
  const examined = await examineImages(folder, images, { index, readers });
  return files.flatMap(({ file, bytes, sha256 }) => {
    const path = composed(file);
    const listed = { file: path, bytes, sha256 };
    const source = join(folder, file);
    if (!isListedImage(file)) {
      if (bytes > 0) return [{ listed, file, source }];
      unfit.push({ file, why: "it is empty" });
      return [];
    }
    const facts = factsOf(examined.get(path));
    if ("why" in facts) {
      unfit.push({ file, why: facts.why });
      return [];
    }
    return [{ listed: { ...listed, image: facts }, file, source }];
  });
}

function factsOf(examined: ExaminedImage | undefined): ImageFacts | { why: string } {
  if (examined === undefined) return { why: "it cannot be read" };
  if (!("image" in examined)) return { why: examined.why };
  const { width, height, type, transparent, animated } = examined.image;
  if (type === "svg") return { why: "it is a drawing, which is kept in git" };
  return {
    width,
    height,
    type,
    ...(transparent === undefined ? {} : { transparent }),
    ...(animated === undefined ? {} : { animated }),
  };
}

/**
 * Gives a file a second name without a copy, where the system can do that. No hard link: that would change the stamp
 * of the file, and all that is known by it.
 */
function layOut(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  try {
    symlinkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
