import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import type { Dirent } from "node:fs";
import { dirname, join } from "node:path";

/** A folder that stands for another one, of which it holds some files in another state. */
export interface FolderView {
  /** The other folder, absolute: what is kept of its files counts for the view. */
  of: string;
  /** Paths below the view, with `/`, that are links into the other folder; what else is a link was one there. */
  links: ReadonlySet<string>;
}

/** The folder that an entry of a view is looked up in, where it is a link to there. */
export function placeIn(view: FolderView | undefined, file: string): string | undefined {
  return view?.links.has(file) === true ? view.of : undefined;
}

/** A content folder with some of its files in another state, while the folder itself stays as it is. */
export interface ContentView extends FolderView {
  /** Where it lies, absolute. */
  folder: string;
  /** Takes it away. */
  remove: () => void;
}

/** Files by their path below the content folder, with `/`: their bytes, or `undefined` for one that is not there. */
export type ChangedFiles = ReadonlyMap<string, Uint8Array | undefined>;

/**
 * Makes a view of a content folder in the folder `parent`, which must exist: folders without a changed file are links, and
 * so are unchanged files beside changed ones. Where links cannot be made, files are copied. Throws the system's errors.
 */
export function viewContent(content: string, changed: ChangedFiles, parent: string): ContentView {
  const folder = mkdtempSync(join(parent, "view-"));
  const links = new Set<string>();
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const own = foldersOf(changed.keys());
    for (const path of own) {
      mkdirSync(join(folder, path), { recursive: true });
      for (const entry of entriesOf(join(content, path))) {
        const name = path === "" ? entry.name : `${path}/${entry.name}`;
        // A file may take the place of a folder.
        if (own.has(name) || changed.has(name)) continue;
        linkOrCopy(join(content, name), join(folder, name), entry);
        links.add(name);
      }
    }
    for (const [name, bytes] of changed) {
      if (bytes === undefined) continue;
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { of: content, folder, links, remove };
}

/** The folders that files lie in, with those around them: outer ones first. */
function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set([""]);
  for (const file of files) {
    for (let end = file.indexOf("/"); end >= 0; end = file.indexOf("/", end + 1))
      folders.add(file.slice(0, end));
  }
  return new Set([...folders].sort((a, b) => a.length - b.length));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // There is none, or it is one in another state alone.
    return [];
  }
}

function linkOrCopy(from: string, to: string, entry: Dirent): void {
  const isFolder = entry.isDirectory();
  try {
    // A junction needs no right that people on Windows lack; elsewhere the type means nothing.
    symlinkSync(from, to, isFolder ? "junction" : "file");
  } catch (error) {
    if (isFolder || !lstatSync(from).isFile()) throw error;
    copyFileSync(from, to);
  }
}
