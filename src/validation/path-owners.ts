import type { Owner, rule as takenAddress } from "../checks/redirect/taken.ts";
import type { Article } from "../domain/article.ts";
import { scheduledPaths } from "../urls/scheduled-paths.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import type { ReservedPaths } from "../urls/reserved-paths.ts";

/** What addresses are traced to their files by. */
export interface OwnerSources {
  published: Pick<PublishedUrls, "byFile" | "takedowns">;
  /** Articles held back, whose lists come with them. */
  unpublished: readonly Article[];
  /** Slugs by the folder of their cards. */
  dataFiles: Readonly<
    Record<"authors" | "categories" | "stories" | "tags", ReadonlyMap<string, unknown>>
  >;
}

/** The file that an address is there for, if it is there for one; what Stet makes of several, or of none, has none. */
export class PathOwners {
  readonly #sources: OwnerSources;
  #files: ReadonlyMap<string, string> | undefined;
  #scheduled: Map<string, string> | undefined;

  constructor(sources: OwnerSources) {
    this.#sources = sources;
  }

  /** Whether something was taken down there. */
  isGone(address: string): boolean {
    return this.#sources.published.takedowns.has(address);
  }

  /** The file of an address that is there now. */
  ownerOf(address: string): Owner | undefined {
    const { dataFiles } = this.#sources;
    const own = this.#fileAt(address);
    if (own !== undefined) return own;
    const [first = "", second = ""] = address.split("/").slice(1);
    const folder = (["authors", "stories", "tags"] as const).find((name) => name === first);
    const dataFile =
      folder === undefined
        ? dataFiles.categories.has(first) && `categories/${first}`
        : dataFiles[folder].has(second) && `${folder}/${second}`;
    return dataFile === false ? undefined : { file: `${dataFile}.yaml`, isOwn: true };
  }

  /** The article held back that an address comes with. */
  laterOwnerOf(address: string): Owner | undefined {
    const file = this.#scheduledAt(address);
    return this.#fileAt(address) ?? (file === undefined ? undefined : { file, isOwn: false });
  }

  /** The file of the first scheduled article that brings a path with it. */
  #scheduledAt(path: string): string | undefined {
    if (this.#scheduled === undefined) {
      this.#scheduled = new Map();
      for (const article of this.#sources.unpublished)
        for (const one of scheduledPaths(article))
          if (!this.#scheduled.has(one)) this.#scheduled.set(one, article.file);
    }
    return this.#scheduled.get(path);
  }

  #fileAt(address: string): Owner | undefined {
    this.#files ??= new Map(
      Array.from(this.#sources.published.byFile, ([file, path]) => [path, file]),
    );
    const file = this.#files.get(address);
    return file === undefined ? undefined : { file, isOwn: true };
  }
}

/** Who has an address that an old one, or a take-down, wants. */
export function claimOf(
  address: string,
  taken: ReservedPaths,
  owners: PathOwners,
): Extract<Parameters<typeof takenAddress.at>[1]["by"], { kind: "later" | "page" | "withdrawn" }> {
  if (owners.isGone(address)) return { kind: "withdrawn" };
  return taken.isLater(address)
    ? { kind: "later", address, owner: owners.laterOwnerOf(address) }
    : { kind: "page", address, owner: owners.ownerOf(address) };
}
