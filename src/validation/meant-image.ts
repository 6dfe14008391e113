import { posix } from "node:path";
import { composed } from "../domain/composed.ts";
import { Comparisons, likelyMeant } from "../domain/likely-meant.ts";
import type { Site } from "../domain/publication.ts";
import type { Meant } from "../checks/words.ts";
import { isImageFile } from "../loader/files-beside.ts";
import type { References } from "../loader/references.ts";
import { decoded, imageSource } from "../urls/image-source.ts";
import { typedPath } from "./typed-path.ts";

/** What offers of pictures are made from. */
export interface ImageOffersSources {
  /** Every file that a picture could be, by composed path below the content folder. */
  files: Iterable<string>;
  /** Texts with the pictures that they show. */
  texts: readonly References[];
  site: Pick<Site, "origin" | "base">;
}

/**
 * Offers the picture that a wrong address means. One that the address leads to if it is read in another way (from the
 * root of the repository, with other capitals, by the path on somebody's disk) is that; one that has the name alone is
 * offered if no other text has it: a `lead.jpg` that another article shows is another picture.
 */
export class ImageOffers {
  readonly #sources: ImageOffersSources;
  #known: ImageNames | undefined;

  constructor(sources: ImageOffersSources) {
    this.#sources = sources;
  }

  /** How the picture that `src` means in the file `from` is written there. */
  meant(src: string, from: string): Meant | undefined {
    const images = (this.#known ??= new ImageNames(this.#sources));
    const path = localPath(src, this.#sources.site);
    if (path === undefined) return undefined;
    const read = images.readAs(formsOf(path).flatMap((form) => spelledOut(form, from)));
    if (read !== undefined) return { typed: typedPath(read, from), sure: true };
    const near =
      images.readAs(
        formsOf(path).flatMap((form) => seenFrom(form, from)),
        from,
      ) ?? images.near(path, from);
    return near === undefined ? undefined : { typed: typedPath(near, from) };
  }
}

/** The path of an address, with `/`; `undefined` for one on another host, or of no path at all. */
function localPath(
  src: string,
  { origin, base }: Pick<Site, "origin" | "base">,
): string | undefined {
  const plain = decoded(src.trim()).replaceAll("\\", "/");
  const disk = /^(?:file:\/{0,2}|[a-z]:)(?=\/)(.*)$/is.exec(plain)?.[1];
  if (disk !== undefined) return disk;
  if (!/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(plain)) return plain;
  const address = URL.parse(src.trim(), origin);
  const isOwn = address?.host === new URL(origin).host && address.pathname.startsWith(base);
  return isOwn ? `/${decoded(address.pathname.slice(base.length))}` : undefined;
}

/** Folders that a path below the content folder may begin with. */
const TOP_FOLDERS = new Set(["articles", "pages", "posts", "public"]);

/** How an address may be meant: also without what stands behind a `#` or `?`, and decoded once more. */
function formsOf(path: string): string[] {
  const forms = [path, path.replace(/[?#].*$/s, "")];
  return [...new Set([...forms, ...forms.map(decoded)])];
}

/** The files that a path says: seen from the file that it stands in, or from the root of the content folder. */
function spelledOut(path: string, from: string): string[] {
  const source = imageSource(path, from);
  const parts = partsOf(path);
  const top = parts.findLastIndex((part) => TOP_FOLDERS.has(part));
  return [
    ...(source.kind === "file" ? [source.file] : []),
    ...(top < 0 ? [] : [parts.slice(top).join("/")]),
  ];
}

/** The files that a path of several parts is, seen from the folders around and from `public/`. */
function seenFrom(path: string, from: string): string[] {
  const parts = partsOf(path);
  if (parts.length < 2) return [];
  const whole = parts.join("/");
  const folders = partsOf(posix.dirname(from));
  return [
    ...folders.map((_, at) => [...folders.slice(0, folders.length - at), whole].join("/")),
    whole,
    `public/${whole}`,
    // Where other generators keep what is published as it is.
    ...(/^(?:static|assets)$/.test(parts[0] ?? "") ? [`public/${parts.slice(1).join("/")}`] : []),
  ];
}

function partsOf(path: string): string[] {
  const parts: string[] = [];
  for (const part of composed(path).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts;
}

/** Pictures by how their paths may be written, and who shows them. */
class ImageNames {
  readonly #byCase = new Map<string, string[]>();
  readonly #byFold = new Map<string, string[]>();
  readonly #byName = new Map<string, string[]>();
  readonly #byFolder = new Map<string, string[]>();
  readonly #shownBy = new Map<string, Set<string>>();
  readonly #slugs = new Set<string>();
  readonly #comparisons = new Comparisons();

  constructor({ files, texts }: ImageOffersSources) {
    for (const file of files) {
      if (!isImageFile(file)) continue;
      add(this.#byCase, file.toLowerCase(), file);
      add(this.#byFold, folded(file), file);
      add(this.#byName, folded(posix.basename(file)), file);
      add(this.#byFolder, posix.dirname(file), file);
    }
    for (const { file, image, metadata } of texts) {
      this.#slugs.add(textFolder(file));
      for (const src of [...metadata.images.map(({ src: shown }) => shown), image?.src ?? ""]) {
        const source = imageSource(src, file);
        if (source.kind !== "file") continue;
        const shown = this.#shownBy.get(source.file) ?? new Set();
        this.#shownBy.set(source.file, shown.add(file));
      }
    }
  }

  /** The one picture that one of these paths is, but for capitals or what parts words; with `from`, of those alone that no other text has. */
  readAs(paths: readonly string[], from?: string): string | undefined {
    const only = (files: readonly string[] = []): string | undefined => {
      const free = from === undefined ? files : files.filter((file) => this.#isFree(file, from));
      return free.length === 1 ? free[0] : undefined;
    };
    for (const path of paths) {
      const alike = this.#byCase.get(path.toLowerCase());
      const found = alike?.includes(path) === true ? only([path]) : only(alike);
      if (found !== undefined) return found;
    }
    for (const path of paths) {
      const found = only(this.#byFold.get(folded(path)));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The one picture of that name elsewhere, or of nearly that name in the folder, which no other text has. */
  near(path: string, from: string): string | undefined {
    const name = posix.basename(path.replace(/[?#].*$/s, ""));
    const moved = (this.#byName.get(folded(name)) ?? []).filter((file) => this.#isFree(file, from));
    if (moved.length > 0) return moved.length === 1 ? moved[0] : undefined;
    const source = imageSource(path, from);
    const asked = source.kind === "file" ? posix.dirname(source.file) : undefined;
    for (const folder of new Set([asked ?? posix.dirname(from), posix.dirname(from)])) {
      const files = this.#byFolder.get(folder) ?? [];
      if (!this.#comparisons.allow(name, files.length)) return undefined;
      const free = files.filter((file) => this.#isFree(file, from));
      const stem = withoutEnding(folded(name));
      const same = free.filter((file) => withoutEnding(folded(posix.basename(file))) === stem);
      if (same.length === 1) return same[0];
      const near = likelyMeant(
        name,
        free.map((file) => posix.basename(file)),
      );
      if (near !== undefined) return `${folder}/${near}`;
    }
    return undefined;
  }

  /** Whether a picture is not that of other texts: none shows it, and it lies in the folder of none. */
  #isFree(file: string, from: string): boolean {
    const shown = this.#shownBy.get(file);
    if (shown !== undefined) return shown.has(from);
    const folders = posix.dirname(file).split("/");
    return folders.every((_, at) => {
      const folder = folders.slice(0, at + 1).join("/");
      return folder === textFolder(from) || !this.#slugs.has(folder);
    });
  }
}

/** The folder that a text's own files lie in, if it has one: called as the text is. */
function textFolder(file: string): string {
  return file.replace(/\.mdx?$/, "");
}

function withoutEnding(name: string): string {
  return name.replace(/\.[a-z\d]{1,5}$/, "");
}

/** As two people may write it: capitals do not count, and neither does what parts words. */
function folded(path: string): string {
  return path.toLowerCase().replace(/[\s_-]+/g, "-");
}

function add(map: Map<string, string[]>, key: string, file: string): void {
  const files = map.get(key);
  if (files === undefined) map.set(key, [file]);
  else files.push(file);
}
