import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/** Where an upload may lie below the folder that was given. */
const ROOTS = ["", "wp-content/uploads", "uploads", "files", "content/uploads"];

/** A folder with copies of the files that a site holds, looked through by name. Nothing outside it is ever named. */
export class UploadsFolder {
  private readonly roots: string[];
  /** The folder where symbolic links to it lead, with a separator behind it. */
  private readonly real: string;
  private readonly listings = new Map<string, Map<string, string>>();

  /**
   * `folder` is absolute; files may lie in it, or in folders below it: for WordPress, it is `uploads` itself, or one with
   * `wp-content/uploads` in it.
   */
  constructor(folder: string, roots: readonly string[] = ROOTS) {
    this.real = join(realPath(folder) ?? folder, sep);
    this.roots = roots.map((root) => join(folder, root)).filter((root) => isFolder(root));
  }

  /** The absolute path of the first of these paths (`2012/07/a.jpg`) that is there; undefined where none is. */
  find(paths: readonly string[]): string | undefined {
    for (const path of paths) {
      const parts = path.split("/").filter((part) => part !== "" && part !== ".");
      if (parts.length === 0 || parts.some(isOutside)) continue;
      for (const root of this.roots) {
        const found = this.below(root, parts);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  private below(root: string, parts: readonly string[]): string | undefined {
    let folder = root;
    for (const [at, part] of parts.entries()) {
      const names = this.listing(folder);
      const name = names.get(part) ?? names.get(comparable(part));
      if (name === undefined) return undefined;
      if (at === parts.length - 1) {
        const path = join(folder, name);
        return this.isWithin(path) && isFile(path) ? path : undefined;
      }
      folder = join(folder, name);
    }
    return undefined;
  }

  /** Whether what is there is in the folder: a symbolic link may lead elsewhere, or nowhere. */
  private isWithin(path: string): boolean {
    return realPath(path)?.startsWith(this.real) === true;
  }

  /** Names in a folder, as they are and as they are compared: systems differ in case and in how they write accents. */
  private listing(folder: string): Map<string, string> {
    const known = this.listings.get(folder);
    if (known !== undefined) return known;
    const names = new Map<string, string>();
    const all = namesIn(folder);
    for (const name of all) if (!names.has(comparable(name))) names.set(comparable(name), name);
    // A name that is written exactly so goes before those that only compare as equal.
    for (const name of all) names.set(name, name);
    this.listings.set(folder, names);
    return names;
  }
}

function comparable(name: string): string {
  return name.normalize().toLowerCase();
}

function isOutside(part: string): boolean {
  return part === ".." || /[\\\0]/.test(part);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Where a path leads; undefined where nowhere. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
