import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "astro/zod";
import { rule as alteredRule } from "../checks/media/altered.ts";
import { rule as listRule } from "../checks/media/list.ts";
import type { MediaListFault } from "../checks/media/list.ts";
import type { OnDamage } from "../cache/cache-damage.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { indexOf } from "../cache/index-file.ts";
import { composed } from "../domain/composed.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { isListedImage, isMediaName, storedName } from "../domain/listed-media.ts";
import type { ListedMedia } from "../domain/listed-media.ts";
import { compareText } from "../domain/order.ts";
import type { ContentFiles } from "./content-lists.ts";
import { placeIn } from "./content-view.ts";
import type { FolderView } from "./content-view.ts";
import { tryDigestFile } from "../cache/file-digest.ts";
import { unreadableDiagnostic } from "./unreadable.ts";

/** The name of the list, below the content folder. */
export const MEDIA_FILE = "media.jsonl";

/** A listed file, and the line of the list that says so. */
export interface MediaLine extends ListedMedia {
  /** From 1. */
  line: number;
}

/** Where media files may lie, below the content folder; at its top, those of `site.yaml`. */
const FOLDERS = /^(?:(?:articles|pages|posts|public)\/|[^/]+$)/;

const path = z.string().min(1);

const lineSchema = z.strictObject({
  file: path,
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[\da-f]{64}$/),
  image: z
    .strictObject({
      width: z.int().min(1),
      height: z.int().min(1),
      type: z.enum(["jpg", "png", "gif", "webp", "avif"]),
      transparent: z.literal(true).optional(),
      animated: z.literal(true).optional(),
    })
    .optional(),
  stored: path.optional(),
});

/**
 * Reads the text of `media.jsonl`: an object a line. A line that cannot be used is told of, and leaves the others as
 * they are.
 */
export function parseMediaList(text: string): { media: MediaLine[]; diagnostics: Diagnostic[] } {
  const media: MediaLine[] = [];
  const seen = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, written] of text.split("\n").entries()) {
    if (written.trim() === "") continue;
    const line = index + 1;
    const found = parseLine(written);
    const fault: MediaListFault | undefined =
      "is" in found ? found : takenBefore(found, line, seen);
    if (fault !== undefined)
      diagnostics.push(listRule.at({ file: MEDIA_FILE, line, column: 1 }, fault));
    else if (!("is" in found)) media.push({ ...found, line });
  }
  return { media, diagnostics };
}

/** Takes note of a file, by its path and by its path in the store; gives the fault where one of them is taken. */
function takenBefore(
  listed: ListedMedia,
  line: number,
  seen: Map<string, number>,
): MediaListFault | undefined {
  const names = [listed.file, `stored ${storedName(listed)}`];
  const taken = names.map((name) => seen.get(name)).find((before) => before !== undefined);
  if (taken !== undefined) return { is: "twice", file: listed.file, line: taken };
  for (const name of names) seen.set(name, line);
  return undefined;
}

function parseLine(written: string): ListedMedia | MediaListFault {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return { is: "json" };
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { is: "shape", key: issue?.path.join(".") ?? "" };
  }
  const { file, bytes, sha256, image, stored } = parsed.data;
  if (!isMediaPath(file)) return { is: "path", file };
  if (stored !== undefined && !isPlainPath(stored)) return { is: "path", file: stored };
  if (!isMediaName(file)) return { is: "ending", file };
  if (isListedImage(file) !== (image !== undefined)) return { is: "facts", file };
  return {
    file,
    bytes,
    sha256,
    ...(image === undefined
      ? {}
      : {
          image: {
            width: image.width,
            height: image.height,
            type: image.type,
            ...(image.transparent === undefined ? {} : { transparent: true as const }),
            ...(image.animated === undefined ? {} : { animated: true as const }),
          },
        }),
    ...(stored === undefined ? {} : { stored }),
  };
}

/** Whether a media file may have this path below the content folder. */
export function isMediaPath(file: string): boolean {
  return composed(file) === file && FOLDERS.test(file) && isPlainPath(file);
}

/** Whether a path leads down from where it starts, to a file that is not hidden, and means the same everywhere. */
function isPlainPath(file: string): boolean {
  return (
    !/[\\\p{Cc}]/u.test(file) &&
    file.split("/").every((part) => part !== "" && !part.startsWith("."))
  );
}

/** The text of a list: a line a file, in the order of their paths, so that two branches seldom change the same one. */
export function formatMediaList(media: Iterable<ListedMedia>): string {
  return [...media]
    .sort((a, b) => compareText(a.file, b.file))
    .map(({ file, bytes, sha256, image, stored }) =>
      JSON.stringify({ file, bytes, sha256, image, stored }),
    )
    .map((line) => `${line}\n`)
    .join("");
}

/**
 * Adds the files that the list names to those that were found, whether they are here or not: whatever follows from
 * one follows from its digest. Adds what is wrong with the list, and files that are not what it says; they are not
 * opened where their digests are known from an earlier run, nor without a cache.
 */
export function addListedMedia(
  content: string,
  files: ContentFiles,
  diagnostics: Diagnostic[],
  folders: {
    cache?: string | undefined;
    onDamage?: OnDamage | undefined;
    view?: FolderView | undefined;
  },
): void {
  if (files.media === undefined) return;
  const list = readList(content, files.media);
  diagnostics.push(...list.diagnostics);
  if (list.media.length === 0) return;
  const digests =
    folders.cache === undefined ? undefined : mediaDigests(content, folders.cache, folders);
  for (const listed of list.media) {
    const { file, line } = listed;
    const at = file.startsWith("public/") ? files.publicFiles : files.assets;
    const found = at.get(file);
    const here = found === undefined ? undefined : digests?.of(found, listed.sha256);
    if (here !== undefined && here.sha256 !== listed.sha256)
      diagnostics.push(
        alteredRule.at(
          { file: MEDIA_FILE, line, column: 1 },
          { file, ...(here.wasListed ? { wasListed: true } : {}) },
        ),
      );
    else if (!isBelowLink(file, files))
      at.set(file, {
        file: found?.file ?? file,
        stamp: `sha256 ${listed.sha256}`,
        bytes: listed.bytes,
        listed: { ...listed, isHere: found !== undefined },
      });
  }
  digests?.save();
  for (const map of [files.publicFiles, files.assets]) sortByPath(map);
}

/** Whether a path leads over a symbolic link, maybe out of the content folder. */
function isBelowLink(file: string, { symbolicLinks }: ContentFiles): boolean {
  if (symbolicLinks.size === 0) return false;
  const parts = file.split("/");
  return parts.some((_, index) => symbolicLinks.has(parts.slice(0, index + 1).join("/")));
}

function readList(content: string, file: ContentFile): ReturnType<typeof parseMediaList> {
  try {
    return parseMediaList(readFileSync(join(content, file.file), "utf8"));
  } catch (error) {
    return { media: [], diagnostics: [unreadableDiagnostic(file.file, error)] };
  }
}

/** What is known of a media file that is here. */
interface MediaDigest {
  /** Undefined of a file that cannot be read. */
  sha256: string | undefined;
  /** Whether this is what was listed when the file was last looked at, and so nothing that was put there since. */
  wasListed: boolean;
}

/** The digests of files of a content folder, remembered in the cache. */
export function mediaDigests(
  content: string,
  cache: string,
  { onDamage, view }: { onDamage?: OnDamage | undefined; view?: FolderView | undefined } = {},
): { of: (file: ContentFile, listed: string | undefined) => MediaDigest; save: () => void } {
  const index = indexOf<MediaDigest>("media-digests", {
    content,
    cache,
    codeVersion: "2",
    onDamage,
    view,
  });
  return {
    of: (file, listed) => {
      const known = index.peek(file);
      const folder = placeIn(view, file.file) ?? content;
      const sha256 = known?.sha256 ?? tryDigestFile(join(folder, file.file))?.sha256;
      if (sha256 === undefined) return { sha256, wasListed: false };
      const before = index.earlier(file);
      const wasListed =
        sha256 === listed || (before?.wasListed === true && before.sha256 === sha256);
      if (known?.wasListed === wasListed) index.recall(file);
      else index.keep(file, { sha256, wasListed });
      return { sha256, wasListed };
    },
    save: () => index.save(),
  };
}

/** In one order, whichever of the files are here. */
function sortByPath(map: Map<string, ContentFile>): void {
  const entries = [...map].sort(([a], [b]) => compareText(a, b));
  map.clear();
  for (const [file, entry] of entries) map.set(file, entry);
}
