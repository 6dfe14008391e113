import { sep } from "node:path";
import type { ContentFiles } from "../loader/content-lists.ts";
import { rule as alteredRule } from "../checks/media/altered.ts";
import { rule as lostRule } from "../checks/media/lost.ts";
import { rule as storeRule } from "../checks/media/store.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ListedFile } from "../domain/listed-media.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { ExaminedImage } from "../loader/images/examined-image.ts";
import { MEDIA_FILE } from "../loader/media-list.ts";
import { mediaTarget } from "../loader/media-target.ts";

/** The media store as `site.yaml` names it, and where. */
export interface NamedStore {
  from: string;
  /** In `site.yaml`. */
  location: SourceLocation;
}

/** The media files of a content folder that are outside git, by composed path. */
export function listedMedia({ assets, publicFiles }: ContentFiles): Map<string, ListedFile> {
  const listed = new Map<string, ListedFile>();
  for (const files of [publicFiles, assets])
    for (const [path, file] of files) if (file.listed !== undefined) listed.set(path, file.listed);
  return listed;
}

/**
 * What is wrong with the media store that `media` names, with pictures that are not as they are listed, and with files
 * that are not here if no store is named.
 */
export function listedMediaDiagnostics(
  listed: ReadonlyMap<string, ListedFile>,
  images: ReadonlyMap<string, ExaminedImage>,
  { content, store }: { content: string; store: NamedStore | undefined },
): Diagnostic[] {
  const at = ({ line }: ListedFile) => ({ file: MEDIA_FILE, line, column: 1 });
  const diagnostics: Diagnostic[] = [];
  for (const file of listed.values()) {
    const examined = file.isHere && file.image !== undefined ? images.get(file.file) : undefined;
    if (examined !== undefined && !isAsListed(file, examined))
      diagnostics.push(alteredRule.at(at(file), { file: file.file, facts: true }));
  }
  if (store === undefined) {
    const absent = [...listed.values()].filter(({ isHere }) => !isHere);
    const [first] = absent;
    if (first !== undefined) {
      const { file } = first;
      diagnostics.push(lostRule.at(at(first), { is: "nowhere", file, count: absent.length }));
    }
    return diagnostics;
  }
  const place = mediaTarget(store.from, content);
  if (place.kind === "remote") return diagnostics;
  const fault = isBelow(place.folder, content)
    ? "inside"
    : isBelow(content, place.folder)
      ? "around"
      : undefined;
  if (fault !== undefined) {
    const location = { file: "site.yaml", ...store.location };
    diagnostics.push(storeRule.at(location, { from: store.from, fault }));
  }
  return diagnostics;
}

function isAsListed({ image }: ListedFile, examined: ExaminedImage): boolean {
  if (image === undefined || !("image" in examined)) return false;
  const { width, height, type, transparent, animated } = examined.image;
  return (
    width === image.width &&
    height === image.height &&
    type === image.type &&
    transparent === image.transparent &&
    animated === image.animated
  );
}

function isBelow(folder: string, above: string): boolean {
  return `${folder}${sep}`.startsWith(`${above}${sep}`);
}
