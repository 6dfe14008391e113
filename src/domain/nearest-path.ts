import { Comparisons, likelyMeant } from "./likely-meant.ts";

/**
 * Offers the path that a wrong one most likely means: the only one of the same last part elsewhere (a file that moved),
 * or the only one of a similar last part in the same folder (a misspelt one). A folder that does not exist
 * is read as the one of a similar name, else as the top one. Asking costs no more than the folder is large, or than there
 * are folders, however many paths there are; and where very many are asked for in large folders, misspelt ones are looked
 * for among the first only, for the others would take as long as both numbers multiplied.
 */
export class NearestPath {
  readonly #paths: Iterable<string>;
  #byName: Map<string, string | undefined> | undefined;
  readonly #byFolder = new Map<string, string[]>();
  readonly #comparisons = new Comparisons();

  constructor(paths: Iterable<string>) {
    this.#paths = paths;
  }

  /** The path most likely meant, or `undefined`. A closing slash does not count. */
  near(path: string): string | undefined {
    const { folder, name } = split(path);
    const byName = this.#index();
    const moved = byName.get(name);
    if (moved !== undefined) return moved;
    const neighbours = this.#neighbours(folder);
    if (!this.#comparisons.allow(name, neighbours.length)) return undefined;
    const near = likelyMeant(
      name,
      neighbours.map((neighbour) => split(neighbour).name),
    );
    return near === undefined
      ? undefined
      : neighbours.find((neighbour) => split(neighbour).name === near);
  }

  /** The paths in a folder, or in the one that is meant by it. */
  #neighbours(folder: string): readonly string[] {
    const written = this.#byFolder.get(folder);
    if (written !== undefined) return written;
    const folders = this.#byFolder.keys();
    const meant = this.#comparisons.allow(folder, this.#byFolder.size)
      ? likelyMeant(folder, folders)
      : undefined;
    const top = folder.startsWith("/") ? "/" : "";
    return this.#byFolder.get(meant ?? top) ?? [];
  }

  #index(): Map<string, string | undefined> {
    if (this.#byName !== undefined) return this.#byName;
    const byName = new Map<string, string | undefined>();
    for (const path of this.#paths) {
      const { folder, name } = split(path);
      // A bare number is a month's archive; it names nothing. Neither does a name that two have.
      if (!/^\d*$/.test(name)) byName.set(name, byName.has(name) ? undefined : path);
      const neighbours = this.#byFolder.get(folder);
      if (neighbours === undefined) this.#byFolder.set(folder, [path]);
      else neighbours.push(path);
    }
    this.#byName = byName;
    return byName;
  }
}

function split(path: string): { folder: string; name: string } {
  const plain = path.replace(/\/$/, "");
  const at = plain.lastIndexOf("/") + 1;
  return { folder: plain.slice(0, at), name: plain.slice(at) };
}
