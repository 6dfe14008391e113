import { posix } from "node:path";
import { composed } from "../../domain/composed.ts";
import { folderOf } from "../../domain/path-parts.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import { fileBeside } from "../../loader/files-beside.ts";
import { absolute } from "../../urls/hrefs.ts";
import { decoded, imageSource, joinInside } from "../../urls/image-source.ts";
import { resolveLink } from "../../urls/resolve-link.ts";
import { TextLines } from "../../domain/text-edits.ts";
import type { TextEdit } from "../../domain/text-edits.ts";
import type { RenameSources, Renamed } from "./rename-sources.ts";

/** A rename, with the files that move along. */
export interface Renaming {
  old: Renamed;
  new: Renamed;
  /** New paths of files beside it, by their composed paths. */
  along: ReadonlyMap<string, string>;
}

/** An address in a text that is to be another one: where it stands, as it is written, and as it is to be. */
export interface ChangedAddress extends SourceLocation {
  written: string;
  wanted: string;
}

/** The links of a text that are to be written anew; `from` is the text as it is. */
export function changedLinks(
  from: {
    file: string;
    path: string;
    metadata: { links: readonly ({ href: string } & SourceLocation)[] };
  },
  renaming: Renaming,
  sources: RenameSources,
): ChangedAddress[] {
  return from.metadata.links.flatMap(({ href, ...place }) => {
    const wanted = wantedLink(href, from, renaming, sources);
    return wanted === undefined || wanted === href ? [] : [{ ...place, written: href, wanted }];
  });
}

/** Pictures, recordings and figures of a text that are to be written anew, because it lies in another folder. */
export function changedSources(
  from: {
    file: string;
    metadata: {
      images: readonly ({ src: string } & SourceLocation)[];
      media?: readonly ({ src: string } & SourceLocation)[];
      drawn?: readonly ({ src?: string } & SourceLocation)[];
    };
  },
  renaming: Renaming,
): ChangedAddress[] {
  const { images, media = [], drawn = [] } = from.metadata;
  return [...images, ...media, ...drawn].flatMap(({ src, line, column, length }) => {
    const wanted = src === undefined ? undefined : wantedSource(src, from.file, renaming);
    const place = { line, column, ...(length === undefined ? {} : { length }) };
    return src === undefined || wanted === src || wanted === undefined
      ? []
      : [{ ...place, written: src, wanted }];
  });
}

/** How a picture or another file beside a text is named after the rename. */
export function wantedSource(
  src: string,
  file: string,
  { old, new: now, along }: Renaming,
): string | undefined {
  if (src.startsWith("/")) return undefined;
  const source = imageSource(src, file);
  if (source.kind !== "file") return undefined;
  const place = file === old.file ? now.file : file;
  return relative(along.get(source.file) ?? source.file, place, src);
}

/** Puts changed addresses into a text; those that are not found where they were read are given back. */
export function addressEdits(
  text: string,
  changed: readonly ChangedAddress[],
): { edits: TextEdit[]; left: ChangedAddress[] } {
  const lines = new TextLines(text);
  const edits = new Map<number, TextEdit>();
  const left: ChangedAddress[] = [];
  for (const one of changed) {
    const start = lines.offsetOf(one);
    const slice = text.slice(start, start + (one.length ?? one.written.length));
    const at = slice.indexOf(one.written);
    if (at < 0 || slice.indexOf(one.written, at + 1) >= 0) left.push(one);
    else {
      const from = start + at;
      edits.set(from, { start: from, end: from + one.written.length, text: one.wanted });
    }
  }
  return { edits: [...edits.values()], left };
}

function wantedLink(
  written: string,
  from: { file: string; path: string },
  { old, new: now, along }: Renaming,
  { urls, files, site }: RenameSources,
): string | undefined {
  const [, head = "", tail = ""] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
  if (head.trim() === "") return undefined;
  const isOwn = from.file === old.file;
  const place = isOwn ? { file: now.file, path: now.path } : from;
  const isRelative = !/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(head.trim());
  const beside = fileBeside(written, from.file);
  if (beside !== undefined && files.assets.has(beside))
    return isOwn && isRelative
      ? relative(along.get(beside) ?? beside, place.file, head) + tail
      : undefined;
  const target = resolveLink(written, from, urls);
  if (target.kind !== "internal" && target.kind !== "unpublished") return undefined;
  const asFile = isRelative ? joinInside(folderOf(from.file), decoded(head)) : undefined;
  const isFile = asFile !== undefined && urls.byFile.has(asFile);
  const path = movedPath(target.path, old, now);
  if (isFile) {
    const to = asFile === composed(old.file) ? now.file : asFile;
    return to === asFile && !isOwn ? undefined : relative(to, place.file, head) + tail;
  }
  if (path !== target.path)
    return (isRelative || head.startsWith("/") ? path : absolute(site, path)) + tail;
  if (!isOwn || !isRelative) return undefined;
  const after = resolveLink(written, place, urls);
  return after.kind === target.kind && "path" in after && after.path === path
    ? undefined
    : path + tail;
}

/** A path after the rename: the pages below a section have its address before theirs. */
function movedPath(path: string, old: Renamed, now: Renamed): string {
  if (path === old.path) return now.path;
  return old.kind !== "article" && old.kind !== "page" && path.startsWith(old.path)
    ? now.path + path.slice(old.path.length)
    : path;
}

/** How a file is named in another, with `./` where the name before had it. */
function relative(file: string, from: string, before: string): string {
  const way = posix
    .relative(folderOf(from), file)
    .replaceAll(/[\s%#?"'`()<>[\]\\]/g, encodeURIComponent);
  return way.startsWith("../") || !before.startsWith("./") ? way : `./${way}`;
}
