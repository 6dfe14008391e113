import { folderOf } from "../domain/path-parts.ts";
import { composed } from "../domain/composed.ts";
import { portableName } from "../domain/portable-name.ts";
import { publishableType } from "../domain/publishable-types.ts";
import type { ArchiveFile } from "./archive.ts";
import { freeNames } from "./free-names.ts";
import type { PlannedText } from "./planned-text.ts";

/** Where a file of the archive goes. */
export interface PlannedFile {
  file: ArchiveFile;
  /** Below the content folder; absent where it cannot be published, or its bytes were not found. */
  path?: string;
  /** Why it has none. */
  why?: string;
}

/**
 * Plans the paths of files. Two that would have one path differ by a number. `faults` says of files, by where their bytes
 * are, why they cannot be shown.
 */
export function planFiles(
  files: readonly ArchiveFile[],
  texts: readonly Pick<PlannedText, "text" | "stem">[],
  faults: ReadonlyMap<string, string>,
): PlannedFile[] {
  const stems = new Map(texts.map(({ text, stem }) => [text.key, stem]));
  const free = freeNames(texts.flatMap(({ stem }) => [`${stem}.md`, `${stem}.mdx`]));
  return files.map((file): PlannedFile => {
    const { source, target } = file;
    if (source === undefined) return { file, why: "its bytes were not found" };
    const fault = faults.get(source);
    if (fault !== undefined) return { file, why: fault };
    if (publishableType(source) === undefined)
      return { file, why: "files of its type are not published without the owner's leave" };
    if ("public" in target) return { file, path: free(`public/${safePath(target.public)}`) };
    const stem = stems.get(target.besideText);
    const folder = stem === undefined ? "public" : folderOf(stem);
    return { file, path: free(`${folder}/${safeName(target.name)}`) };
  });
}

function safePath(path: string): string {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .map(safeName)
    .join("/");
}

/** A name that every system takes and that stands in Markdown as it is. */
function safeName(name: string): string {
  return (
    portableName(composed(name).replace(/[\s()[\]<>{}#?%&'"`\\]+/g, "-")).replace(/^[-.]+/, "") ||
    "file"
  );
}
