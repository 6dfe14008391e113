import { rule as collisionRule } from "../checks/path/collision.ts";
import type { Collision } from "../checks/path/collision.ts";
import { rule as publicRule } from "../checks/reference/public.ts";
import { rule as notAllowed } from "../checks/public/not-allowed.ts";
import { rule as unsafeDrawing } from "../checks/public/unsafe.ts";
import type { Location } from "../checks/rule.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import type { PublicContents } from "../loader/look-into-public.ts";
import { ownersReason } from "../loader/public-rules.ts";
import { foldedPath } from "../domain/path-parts.ts";
import { ownFolderOf, REPLACEABLE_FILES, ReservedPaths } from "../urls/reserved-paths.ts";
import type { FreePath } from "../loader/free-paths.ts";
import type { ParsedSite } from "../loader/read-site.ts";

/** What the files of `public/` are held against. */
export interface PublicContext {
  /** Addresses of pages. */
  pages: Iterable<string>;
  /** Addresses that come with articles held back. */
  later?: Iterable<string>;
  /** What `public` in `site.yaml` lists. */
  allowed: readonly string[];
  /** Gives paths that files can be moved to. */
  free: FreePath;
  /** What is wrong with what files hold, by path below the content folder. */
  contents: ReadonlyMap<string, PublicContents>;
}

/**
 * Files of `public/`, by path below the content folder, that must not be published: those that would take the place
 * of something the press writes, or stand where it needs a folder, or take each other's; those that act in the name of
 * the publication without its owner's leave; drawings that are more than that.
 */
export function publicFileDiagnostics(
  files: readonly string[],
  { pages, later = [], allowed, contents, free }: PublicContext,
): Diagnostic[] {
  const collision = collisions(pages, later, free);
  return files.flatMap((file) => {
    const held = contents.get(file);
    const location = { file, line: 1, column: 1 };
    const collides = collision(file);
    if (collides !== undefined) return [collisionRule.at(location, collides)];
    if (held?.unsafe !== undefined) return [unsafeDrawing.at(location, { why: held.unsafe })];
    return withoutLeave(location, held, allowed) ?? [];
  });
}

/** What a file takes the place of; it remembers the files that it was asked about. */
function collisions(
  pages: Iterable<string>,
  later: Iterable<string>,
  free: FreePath,
): (file: string) => Collision | undefined {
  const taken = new ReservedPaths(pages, later);
  const twins = new Map<string, string>();
  return (file) => {
    const path = file.slice("public".length);
    const twin = twins.get(foldedPath(path));
    twins.set(foldedPath(path), file);
    const folder = ownFolderOf(path);
    const holder = taken.holder(path);
    const own = path.slice(1);
    if (folder !== undefined)
      return {
        is: "press-folder",
        folder,
        better: free(`public/own-${own.replace(/^_+/, "")}`, file),
      };
    if (holder !== undefined && !(holder === path && REPLACEABLE_FILES.includes(path)))
      return { is: "press-file", holder, better: free(`public/own-${own}`, file) };
    if (twin === undefined) return undefined;
    return { is: "case", other: twin, better: free(file, file) };
  };
}

function withoutLeave(
  location: Location,
  contents: PublicContents | undefined,
  allowed: readonly string[],
): Diagnostic | undefined {
  const { file } = location;
  const reason =
    contents?.unlike === true
      ? "It has the name of a search engine's verification file, but contains more than a code."
      : ownersReason(file.slice("public/".length));
  if (reason === undefined || allowed.some((entry) => covers(entry, file))) return undefined;
  return notAllowed.at(location, { file, reason });
}

/** Whether an entry names a file, or a folder that it lies in; both are composed. */
function covers(entry: string, file: string): boolean {
  return entry.endsWith("/") ? file.startsWith(entry) : file === entry;
}

/** Entries under `public` in `site.yaml` that name no file and no folder. */
export function leaveDiagnostics(
  allowed: readonly string[],
  files: readonly string[],
  locationOf: ParsedSite["locationOf"],
): Diagnostic[] {
  const nearest = new NearestPath(files);
  return allowed.flatMap((entry, index) => {
    if (files.some((file) => covers(entry, file))) return [];
    const near = files.some((file) => covers(`${entry}/`, file))
      ? `${entry}/`
      : nearest.near(entry);
    const isHidden = /\/\.(?!well-known\/)/.test(entry);
    const at = { file: "site.yaml", ...locationOf(["public", index]) };
    return [publicRule.at(at, { entry, isHidden, near })];
  });
}
