import { statSync } from "node:fs";
import { resolve } from "node:path";
import { ArchiveError } from "../archive.ts";
import type { Archive, ArchiveBody, ArchiveReader } from "../archive.ts";
import { ArchiveBuilder } from "./archive-builder.ts";
import type { BuilderOptions } from "./archive-builder.ts";
import { bodyDetails } from "./body-details.ts";
import { countWxr } from "./count-wxr.ts";
import { itemComments } from "./item-comments.ts";
import { UploadsFolder } from "../uploads-folder.ts";
import { rawTextIn, textIn } from "./wxr-element.ts";
import { wxrElements } from "./wxr-stream.ts";

/** What is known of an export besides its files. */
export interface WordPressOptions extends Omit<BuilderOptions, "uploads"> {
  /** A folder with the site's uploads: `uploads` itself, or one with `wp-content/uploads` in it. */
  uploads?: string | undefined;
  /** Address of the old site, in place of the one that the export names. */
  base?: string | undefined;
  /** An IANA name, for dates of which the export does not say the offset. */
  timezone?: string | undefined;
  /** What items of further types become. */
  types?: Readonly<Record<string, "article" | "page">> | undefined;
}

/**
 * A reader of the export of a site, in one file or several. Neither reading nor converting fetches anything, and at most
 * one item of the files is in memory at a time. Its methods throw ArchiveError.
 */
export function readWordPress(
  files: readonly string[],
  { uploads, ...options }: WordPressOptions = {},
): ArchiveReader {
  const folder = uploads === undefined ? undefined : new UploadsFolder(resolve(uploads));
  let builder: ArchiveBuilder | undefined;
  return {
    system: "wordpress",
    read: async (onProgress) => {
      const reading = new ArchiveBuilder({ ...options, uploads: folder });
      const archive = await readAll(files, reading, onProgress);
      builder = reading;
      return archive;
    },
    bodies: () => {
      if (builder === undefined) throw new Error("Bodies are read after the archive.");
      return bodiesOf(files, builder);
    },
    count: () => countWxr(files),
  };
}

async function readAll(
  files: readonly string[],
  builder: ArchiveBuilder,
  onProgress: (done: number, all: number) => void,
): Promise<Archive> {
  if (files.length === 0)
    throw new ArchiveError("No file is named. Name the `.xml` files of the export.");
  const all = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const faults: string[] = [];
  let done = 0;
  for (const [at, file] of files.entries()) {
    const listener = {
      onBytes: (count: number) => onProgress((done += count), all),
      onNote: (note: string) => builder.note(note),
    };
    try {
      let number = 0;
      for await (const element of wxrElements(file, listener)) {
        builder.add(element, file, `${at}:${number}`);
        if (element.name === "item") number += 1;
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      faults.push(error.message);
    }
  }
  if (faults.length > 0) throw new ArchiveError(faults.join("\n"));
  return builder.finish();
}

async function* bodiesOf(
  files: readonly string[],
  builder: ArchiveBuilder,
): AsyncGenerator<ArchiveBody> {
  for (const [at, file] of files.entries()) {
    let number = -1;
    for await (const element of wxrElements(file)) {
      if (element.name !== "item") continue;
      number += 1;
      const key = builder.textKeys.get(`${at}:${number}`);
      if (key === undefined) continue;
      const body = rawTextIn(element, "content:encoded");
      const attached = builder.attachments.of(textIn(element, "wp:post_id"));
      const comments = itemComments(element);
      const details = bodyDetails(element, body, { attached, blocks: builder.blocks });
      yield { key, body, details, comments };
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
