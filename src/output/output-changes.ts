import { foldedPath } from "../domain/path-parts.ts";
import { comparePaths, isTemporary } from "./bundle-path.ts";
import { folderOf } from "../domain/path-parts.ts";
import { foldersOf } from "../domain/path-parts.ts";
import { tryDigestFile } from "../cache/file-digest.ts";
import { lastingStampOf, statOf } from "../cache/file-stat.ts";
import { walkFolder } from "./folder-walk.ts";
import { PublishRefused } from "./output-folder.ts";
import { refreshed } from "./output-state.ts";
import type { OutputRecord } from "./output-state.ts";
import type { SettledFile } from "./publish-plan.ts";

/** What must happen in an output folder; every path is a bundle path. */
export interface OutputChanges {
  /** files to move in, what pages refer to before the pages */
  write: SettledFile[];
  /** files and links to remove before anything is written, because they stand in the way */
  clear: string[];
  /** folders that hold nothing else than `clear` and stand where a file must be */
  clearFolders: string[];
  /** files to remove once everything is written */
  remove: string[];
  /** every path that was Stet's and no longer is, whether or not a file is there */
  gone: string[];
  /** planned files that lie in place already */
  inPlace: Map<string, OutputRecord>;
  /** the folders, among those looked at, that exist */
  folders: Set<string>;
}

/** What an output folder is known to hold. */
export interface OutputKnowledge {
  /** the paths of the old manifest and of an interrupted run's journal */
  owned: ReadonlySet<string>;
  /** records of files that were intact when the build began */
  intact: ReadonlyMap<string, OutputRecord>;
}

type Kind = "absent" | "file" | "folder" | "link" | "special";

/**
 * Compares an output folder with what it is to hold; writes nothing.
 * Throws PublishRefused when something that is not Stet's stands in the way, so that nothing of
 * another's is ever removed, and no symbolic link leads a write out of the folder.
 */
export function findChanges(
  root: string,
  plan: ReadonlyMap<string, SettledFile>,
  { owned, intact }: OutputKnowledge,
): OutputChanges {
  const gone = [...owned].filter((path) => !plan.has(path)).sort(comparePaths);
  const ownedFolders = new Set([...owned].flatMap(foldersOf));
  const variants = new CaseVariants(plan.keys(), gone);
  const clear = new Set<string>();
  const clearFolders: string[] = [];
  const inPlace = new Map<string, OutputRecord>();
  const write: SettledFile[] = [];
  const remove: string[] = [];
  const kinds = new Map<string, Kind>();

  /** A link where one of Stet's folders was is taken for its own: removing it loses no file. */
  const isOwn = (path: string, kind: Kind): boolean =>
    owned.has(path) || (kind === "link" && ownedFolders.has(path));

  /** Whether all folders of a path exist; notes links in the way, and for a write other obstacles. */
  const leadsTo = (path: string, forWrite: boolean): boolean => {
    for (const folder of foldersOf(path)) {
      let kind = kinds.get(folder);
      if (kind === undefined) kinds.set(folder, (kind = kindAt(root, folder)));
      if (kind === "folder") continue;
      if (kind === "absent") return false;
      if (isOwn(folder, kind) && (forWrite || kind === "link")) clear.add(folder);
      else if (forWrite) throw inTheWay(root, folder, kind, `a folder for "${path}"`);
      return false;
    }
    return true;
  };

  const clearFolder = (folder: string): void => {
    for (const { path, kind } of walkFolder(`${root}/${folder}`)) {
      const inner = `${folder}/${path}`;
      if (!isTemporary(inner) && !isOwn(inner, kind === "file" ? kind : kindAt(root, inner))) {
        throw inTheWay(root, inner, kind, `the file "${folder}"`);
      }
      clear.add(inner);
    }
    clearFolders.push(folder);
  };

  for (const file of plan.values()) {
    if (file.kept !== undefined) {
      inPlace.set(file.path, file.kept);
      continue;
    }
    if (leadsTo(file.path, true)) {
      const kind = kindAt(root, file.path);
      const replaced = variants.isReplaced(file.path);
      if (kind === "file" && !replaced) {
        const record = recordInPlace(root, file, intact.get(file.path));
        if (record !== undefined) {
          inPlace.set(file.path, record);
          continue;
        }
      }
      if (kind === "folder") clearFolder(file.path);
      else if (kind !== "absent" && !replaced && !isOwn(file.path, kind)) {
        throw inTheWay(root, file.path, kind, "a file of the same name");
      }
    }
    write.push(file);
  }
  for (const path of gone) {
    if (!leadsTo(path, false)) continue;
    const kind = kindAt(root, path);
    if (kind === "absent" || kind === "folder" || clear.has(path)) continue;
    if (variants.isVariant(path)) clear.add(path);
    else remove.push(path);
  }
  for (const path of clear.size > 0 ? inPlace.keys() : []) {
    const link = foldersOf(path).find((folder) => clear.has(folder));
    if (link !== undefined) throw inTheWay(root, link, "link", `a folder for "${path}"`);
  }
  write.sort(
    (a, b) => Number(isPage(a.path)) - Number(isPage(b.path)) || comparePaths(a.path, b.path),
  );
  const folders = new Set([...kinds].filter(([, kind]) => kind === "folder").map(([path]) => path));
  const ordered = [...clear].sort(comparePaths);
  return { write, clear: ordered, clearFolders, remove, gone, inPlace, folders };
}

/**
 * Lists what an interrupted run left under a temporary name. Those of copies can lie in any folder,
 * but only while there is a journal (`deep`); else the root alone is looked at.
 */
export function findLeftovers(root: string, names: readonly string[], deep: boolean): string[] {
  if (deep) return walkFolder(root).flatMap(({ path }) => (isTemporary(path) ? [path] : []));
  return names.filter((name) => isTemporary(name) && kindAt(root, name) !== "folder");
}

/**
 * Knows which old paths differ from new ones in nothing but case or Unicode form. Where the file
 * system takes them for the same, the old one must go before the new one is written, or its removal
 * would take the new file away.
 */
class CaseVariants {
  readonly #planned = new Map<string, string>();
  readonly #gone = new Set<string>();

  constructor(planned: Iterable<string>, gone: readonly string[]) {
    if (gone.length === 0) return;
    for (const path of planned) {
      this.#planned.set(foldedPath(path), path);
      for (let part = folderOf(path); part !== ""; part = folderOf(part)) {
        const folded = foldedPath(part);
        if (this.#planned.get(folded) === part) break;
        this.#planned.set(folded, part);
      }
    }
    for (const path of gone) this.#gone.add(foldedPath(path));
  }

  /** Whether an old path, or a folder of it, is another spelling of a planned one. */
  isVariant(path: string): boolean {
    for (let part = path; part !== ""; part = folderOf(part)) {
      const planned = this.#planned.get(foldedPath(part));
      if (planned !== undefined && planned !== part) return true;
    }
    return false;
  }

  /** Whether a planned path is another spelling of an old one, which is removed first. */
  isReplaced(path: string): boolean {
    return this.#gone.has(foldedPath(path));
  }
}

/** Pages, feeds and sitemaps, also packed: they refer to other files and therefore come after them. */
function isPage(path: string): boolean {
  return /\.(?:html|xml)(?:\.(?:br|gz))?$/.test(path);
}

function kindAt(root: string, path: string): Kind {
  const stats = statOf(`${root}/${path}`);
  if (stats === undefined) return "absent";
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  return stats.isSymbolicLink() ? "link" : "special";
}

function recordInPlace(
  root: string,
  { path, key, bytes, sha256 }: SettledFile,
  known: OutputRecord | undefined,
): OutputRecord | undefined {
  if (known !== undefined && known.path === path) {
    if (known.sha256 !== sha256) return undefined;
    const record = refreshed(root, known);
    return record === undefined ? undefined : { ...record, key };
  }
  // Nothing is known after an interrupted run, or with an empty cache: then the bytes tell.
  const stats = statOf(`${root}/${path}`);
  if (stats?.size !== BigInt(bytes)) return undefined;
  const stat = lastingStampOf(stats, Date.now());
  if (tryDigestFile(`${root}/${path}`)?.sha256 !== sha256) return undefined;
  return { path, key, bytes, sha256, stat };
}

function inTheWay(root: string, path: string, kind: string, wanted: string): PublishRefused {
  const what = { folder: "a folder", link: "a symbolic link" }[kind] ?? "a file";
  return new PublishRefused(
    `${root}/${path} is ${what} that Stet did not write, where it must put ${wanted}. ` +
      `Nothing was written. Move it out of the output folder, and build again.`,
  );
}
