import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileEnding } from "../domain/publishable-types.ts";
import type { ContentFile } from "./content-file.ts";
import { indexOf } from "./index-file.ts";
import type { IndexedFolders } from "./index-file.ts";
import { isVerification, isVerificationName, LONGEST_VERIFICATION } from "./public-rules.ts";
import { unsafeSvg } from "./unsafe-svg.ts";

/** Why a file of `public/` must not be published as it is, by what it holds. */
export interface PublicContents {
  /** A drawing that is more than one, as the end of a sentence. */
  unsafe?: string;
  /** A file with the name of a search engine's that holds more than a code. */
  unlike?: true;
}

/** Largest drawing that is read, in bytes. */
const LARGEST_DRAWING = 50_000_000;

/**
 * Looks into those files of `public/` whose type does not tell what they do: drawings, and files by which search
 * engines recognize a site. What is wrong, by path below the content folder; one that is as it was in an earlier build
 * is not opened.
 *
 * Throws what the file system throws.
 */
export function publicContents(
  folders: IndexedFolders,
  files: ReadonlyMap<string, ContentFile>,
): Map<string, PublicContents> {
  const contents = new Map<string, PublicContents>();
  const index = indexOf<PublicContents>("public", folders);
  for (const [path, file] of files) {
    const kind = kindOf(path.slice("public/".length));
    if (kind === undefined) continue;
    let reading = index.recall(file);
    if (reading === undefined) {
      reading = LOOKS[kind](join(folders.content, file.file), file.bytes);
      index.keep(file, reading);
    }
    if (Object.keys(reading).length > 0) contents.set(path, reading);
  }
  index.save();
  return contents;
}

function kindOf(path: string): keyof typeof LOOKS | undefined {
  if (fileEnding(path) === "svg") return "drawing";
  return isVerificationName(path) ? "verification" : undefined;
}

const LOOKS = {
  drawing: (path: string, bytes: number): PublicContents => {
    const why =
      bytes > LARGEST_DRAWING
        ? `it has more than ${LARGEST_DRAWING.toLocaleString("en")} bytes`
        : unsafeSvg(readFileSync(path));
    return why === undefined ? {} : { unsafe: why };
  },
  verification: (path: string, bytes: number): PublicContents =>
    bytes <= LONGEST_VERIFICATION && isVerification(readFileSync(path, "utf8"))
      ? {}
      : { unlike: true },
};
