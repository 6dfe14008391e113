import { rule as collisionRule } from "../checks/path/collision.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ContentFile } from "../cache/content-file.ts";
import type { FreePath } from "./free-paths.ts";
import type { References } from "./references.ts";
import { imageSource } from "../urls/image-source.ts";
import { ownersReason } from "./public-rules.ts";
import { foldedPath } from "../domain/path-parts.ts";
import { ReservedPaths } from "../urls/reserved-paths.ts";

/** A text with what it links to. */
type LinkingText = Pick<References, "file"> & { metadata: Pick<References["metadata"], "links"> };

/** Files by their composed paths below the content folder. */
type Files = ReadonlyMap<string, ContentFile>;

/** Endings of pictures that pages show in forms made from them: a link leads to such a form, not to the original. */
const IMAGES = new Set(["apng", "avif", "gif", "jpeg", "jpg", "png", "svg", "webp"]);

/** Links to what has an address of its own, to folders and to texts. */
const NO_FILE = /^[/#?]|^[^?#]*(?:\/|\.mdx?)(?:[?#]|$)/i;

/**
 * The file that a link means if it is written as a path beside the text in `file`, `two.pdf` or `../02/two.pdf`: its
 * composed path below the content folder, whether there is such a file or not. Only what lies among articles and
 * standing pages can be meant so.
 */
export function fileBeside(href: string, file: string): string | undefined {
  // Most links lead elsewhere or to texts, and an archive has a million of them.
  if (!href.includes(".") || NO_FILE.test(href)) return undefined;
  const source = imageSource(href, file);
  return source.kind === "file" && /^(?:articles|pages)\/./.test(source.file)
    ? source.file
    : undefined;
}

/** Whether a file is, by its name, a picture that is published in forms made from it. */
export function isImageFile(file: string): boolean {
  return IMAGES.has(file.slice(file.lastIndexOf(".") + 1).toLowerCase());
}

/** The address below the base of a file among the texts: that of its folder. `/2026/03/two.pdf`, `/pages/terms.pdf`. */
export function addressBeside(file: string): string {
  return file.startsWith("articles/") ? file.slice("articles".length) : `/${file}`;
}

/**
 * Why a file among the texts is not published with them, as a sentence: it would need the owner's leave, which is given
 * to files of `public/` alone.
 */
export function refusedBeside(file: string): string | undefined {
  return ownersReason(addressBeside(file).slice(1));
}

/** Files that these texts link to by their paths, by address: their paths on disk. Pictures are not among them. */
export function filesBeside(texts: Iterable<LinkingText>, assets: Files): Record<string, string> {
  const beside: Record<string, string> = {};
  for (const [path, { file, bytes }] of linkedFiles(texts, assets)) {
    if (!isImageFile(path) && refusedBeside(path) === undefined && bytes > 0)
      beside[addressBeside(path)] = file;
  }
  return beside;
}

/** Composed paths of the pictures that these texts link to by their paths. */
export function imagesBeside(texts: Iterable<LinkingText>, assets: Files): string[] {
  return [...linkedFiles(texts, assets).keys()].filter(isImageFile);
}

function linkedFiles(texts: Iterable<LinkingText>, assets: Files): Map<string, ContentFile> {
  const linked = new Map<string, ContentFile>();
  for (const { file, metadata } of texts) {
    for (const { href } of metadata.links) {
      const path = fileBeside(href, file);
      const found = path === undefined ? undefined : assets.get(path);
      if (path !== undefined && found !== undefined) linked.set(path, found);
    }
  }
  return linked;
}

/**
 * Files beside texts, by address, that would take the place of something else: of a page that is printed now or
 * `later`, of a file of `public/` (also by address), or of each other.
 */
export function besideDiagnostics(
  beside: Readonly<Record<string, string>>,
  pages: Iterable<string>,
  later: Iterable<string>,
  publicFiles: Readonly<Record<string, string>>,
  free: FreePath,
): Diagnostic[] {
  if (Object.keys(beside).length === 0) return [];
  const taken = new ReservedPaths(pages, later);
  const files = new Map(
    Object.entries(publicFiles).map(([address, file]) => [foldedPath(address), file]),
  );
  return Object.entries(beside).flatMap(([address, file]) => {
    const holder = files.get(foldedPath(address)) ?? taken.holder(address);
    files.set(foldedPath(address), file);
    if (holder === undefined) return [];
    const better = free(file, file);
    const details = { is: "beside", address, holder, better } as const;
    return [collisionRule.at({ file, line: 1, column: 1 }, details)];
  });
}
