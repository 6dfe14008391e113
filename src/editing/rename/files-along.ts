import { folderOf, foldedPath, nameOf } from "../../domain/path-parts.ts";
import { fileBeside } from "../../loader/files-beside.ts";
import type { References } from "../../loader/references.ts";
import { imageSource } from "../../urls/image-source.ts";
import type { RenameSources, Renamed } from "./rename-sources.ts";

/**
 * The files that belong to an article alone and move with it to another folder, by their composed paths: the pictures and
 * figures beside it that no other text and not `site.yaml` names. What readers can open at an address of its own, a document
 * that is linked for instance, stays there; so does what `media.jsonl` lists.
 */
export function filesAlong(
  old: Renamed,
  now: Renamed,
  { files, texts, textOf }: RenameSources,
): Map<string, string> {
  const along = new Map<string, string>();
  const folder = folderOf(old.file);
  if (old.kind !== "article" || folder === folderOf(now.file)) return along;
  const own = new Set<string>();
  const others = new Set<string>();
  for (const { references } of texts) {
    const isOwn = references.file === old.file;
    for (const file of shownFiles(references)) (isOwn ? own : others).add(file);
    for (const file of openFiles(references)) others.add(file);
  }
  const site = textOf("site.yaml") ?? "";
  const taken = new Set([...files.assets.keys()].map(foldedPath));
  for (const file of own) {
    const asset = files.assets.get(file);
    const to = `${folderOf(now.file)}/${nameOf(file)}`;
    const stays =
      asset === undefined ||
      asset.listed !== undefined ||
      others.has(file) ||
      folderOf(file) !== folder ||
      site.includes(nameOf(file)) ||
      taken.has(foldedPath(to));
    if (!stays) along.set(file, to);
  }
  return along;
}

/** What a text shows in forms that are made from it. */
function* shownFiles({ file, image, metadata }: References): Generator<string> {
  const { images, drawn = [] } = metadata;
  for (const { src } of [...images, ...drawn, ...(image === undefined ? [] : [image])]) {
    const source = src === undefined ? undefined : imageSource(src, file);
    if (source?.kind === "file") yield source.file;
  }
}

/** What a text publishes as it is. */
function* openFiles({ file, metadata }: References): Generator<string> {
  for (const { src } of metadata.media ?? []) {
    const source = imageSource(src, file);
    if (source.kind === "file") yield source.file;
  }
  for (const { href } of metadata.links) {
    const beside = fileBeside(href, file);
    if (beside !== undefined) yield beside;
  }
}
