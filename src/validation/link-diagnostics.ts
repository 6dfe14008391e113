import { rule as deadLink } from "../checks/link/dead.ts";
import { rule as linkedFile } from "../checks/link/file.ts";
import { rule as missingFragment } from "../checks/link/fragment.ts";
import { rule as goneLink } from "../checks/link/gone.ts";
import { rule as movedLink } from "../checks/link/moved.ts";
import { rule as outsideLink } from "../checks/link/outside.ts";
import { rule as unpublishedLink } from "../checks/link/unpublished.ts";
import type { Location } from "../checks/rule.ts";
import type { Meant } from "../checks/words.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { Comparisons, likelyMeant } from "../domain/likely-meant.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import { slugify } from "../domain/slug.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { fileBeside, isImageFile, refusedBeside } from "../loader/files-beside.ts";
import { addressElsewhere, meantAddress } from "./meant-link.ts";
import type { References } from "../loader/references.ts";
import { imageDiagnostic } from "./image-diagnostics.ts";
import type { CheckedImages } from "./image-diagnostics.ts";
import { decoded } from "../urls/image-source.ts";
import { resolveLink } from "../urls/resolve-link.ts";
import type { PublishedUrls, LinkTarget } from "../urls/resolve-link.ts";
import { typedAddress, typedLike, typedPath } from "./typed-path.ts";

/** What links are compared with. */
export interface LinkContext {
  published: PublishedUrls;
  /** Among the addresses. */
  nearest: NearestPath;
  /** Files beside texts, by composed path. */
  assets: ReadonlyMap<string, ContentFile>;
  /** What is known of pictures. */
  images: CheckedImages;
  /** Among all files that a link may lead to. */
  nearestFile: NearestPath;
}

/** The ids of a text that links are looked through in, and how often the parts of pages may still be compared for it. */
interface OwnParts {
  ids: ReadonlySet<string>;
  comparisons: Comparisons;
}

/** Links of a text that lead nowhere, to what is not published, or out of the publication's folder. */
export function linkDiagnostics(text: References, context: LinkContext): Diagnostic[] {
  const own = { ids: new Set(text.metadata.ids), comparisons: new Comparisons() };
  return text.metadata.links.flatMap(({ href, ...position }) => {
    const location = { ...position, file: text.file };
    const file = fileBeside(href, text.file);
    const asset = file === undefined ? undefined : context.assets.get(file);
    const found =
      file === undefined || asset === undefined
        ? linkDiagnostic(href, location, text, { ...context, own })
        : fileDiagnostic(href, location, asset, { file, images: context.images });
    return found ?? [];
  });
}

/** Why a file that lies beside a text is not published with it. */
function fileDiagnostic(
  written: string,
  location: Location,
  { bytes }: ContentFile,
  { file, images }: { file: string; images: CheckedImages },
): Diagnostic | undefined {
  if (isImageFile(file)) return imageDiagnostic(written, location, images);
  const reason = bytes === 0 ? undefined : refusedBeside(file);
  if (bytes > 0 && reason === undefined) return undefined;
  return linkedFile.at(location, { written, file, reason });
}

function linkDiagnostic(
  written: string,
  location: Location,
  text: References,
  context: LinkContext & { own: OwnParts },
): Diagnostic | undefined {
  const { published, own } = context;
  const target = resolveLink(written, text, published);
  switch (target.kind) {
    case "external":
      return undefined;
    case "outside": {
      const imported = text.file.endsWith(".md");
      return outsideLink.at(location, {
        written,
        imported,
        meant: likeWritten(meantAddress(written, text, published), written, published),
      });
    }
    case "unpublished":
      return unpublishedLink.at(location, { written });
    case "moved":
      return movedLink.at(location, {
        written,
        to: target.to,
        typed: newAddress(written, target, published),
      });
    case "gone":
      return goneLink.at(location, { written });
    case "dead":
      return deadLink.at(location, deadDetails(written, target.path, text, context));
    case "internal":
      return fragmentDiagnostic(written, location, target, text, published, own);
  }
}

/**
 * The address that an old one leads to, as a link like this one has it: with what it asks of the page, and with the part
 * of the page, where the new one says nothing else.
 */
function newAddress(
  written: string,
  { to }: Extract<LinkTarget, { kind: "moved" }>,
  { base }: PublishedUrls,
): string {
  if (/^https?:/i.test(to)) return to;
  const [path = "", part] = to.split("#", 2);
  const [, query = "", asked] = /^[^?#]*(\?[^#]*)?(?:#(.+))?$/s.exec(written) ?? [];
  const fragment = part ?? asked;
  const address = typedLike(written, typedAddress(path), base);
  return `${address}${query}${fragment === undefined ? "" : `#${fragment}`}`;
}

/** An address that was meant, with scheme and host where the link was written with them. */
function likeWritten(
  meant: Meant | undefined,
  written: string,
  { base }: PublishedUrls,
): Meant | undefined {
  return meant && { ...meant, typed: typedLike(written, meant.typed, base) };
}

function deadDetails(
  written: string,
  path: string,
  text: References,
  { published, nearest, nearestFile }: LinkContext,
): Parameters<typeof deadLink.at>[1] {
  const read = likeWritten(meantAddress(written, text, published), written, published);
  const file = missingFile(written, text.file, path);
  const wanted =
    file === undefined ? ({ kind: "page", path } as const) : ({ kind: "file", file } as const);
  if (read !== undefined) return { written, wanted, meant: read };
  const elsewhere = addressElsewhere(written);
  if (elsewhere !== undefined)
    return { written, wanted: { kind: elsewhere.kind }, meant: elsewhere.meant };
  const nearFile = file === undefined ? undefined : nearestFile.near(file);
  const near = nearest.near(path.replace(PAGE_ENDING, ""));
  const typed =
    nearFile === undefined
      ? near && typedAddress(near)
      : (published.byFile.get(nearFile) ?? typedPath(nearFile, text.file));
  const meant = typed === undefined ? undefined : { typed };
  return { written, wanted, meant: likeWritten(meant, written, published) };
}

/** Most parts of a page that are listed where none is like the one that was asked for. */
const MOST_PARTS = 5;

function fragmentDiagnostic(
  written: string,
  location: Location,
  { path, fragment }: Extract<LinkTarget, { kind: "internal" }>,
  text: References,
  published: PublishedUrls,
  own: OwnParts,
): Diagnostic | undefined {
  const ids = path === text.path ? own.ids : published.pages.get(path);
  if (fragment === undefined || fragment === "top" || ids === undefined || ids.has(fragment))
    return undefined;
  const page = written.slice(0, written.indexOf("#"));
  const typed = (id: string): string => `${page}#${typedAddress(id)}`;
  const parts = ids.size > MOST_PARTS ? [] : Array.from(ids, typed);
  const meant = own.comparisons.allow(fragment, ids.size) ? meantPart(fragment, ids) : undefined;
  return missingFragment.at(location, {
    written,
    fragment,
    path,
    parts,
    meant: meant && { ...meant, typed: typed(meant.typed) },
  });
}

/** The part of a page that a fragment means: the same words as other generators write them, or nearly the same. */
function meantPart(fragment: string, ids: ReadonlySet<string>): Meant | undefined {
  const slug = slugify(decoded(fragment));
  const same = [...ids].filter((id) => slugify(id) === slug);
  if (same[0] !== undefined && same.length === 1) return { typed: same[0], sure: true };
  const near = likelyMeant(fragment, ids);
  return near === undefined ? undefined : { typed: near };
}

/** Endings of addresses that are pages on other systems. */
const PAGE_ENDING = /\.(?:html?|php\d?|aspx?|jsp|cfm|cgi)$/i;

/** The file that a dead link seems to mean, by its path below the content folder; `undefined` if it means a page. */
function missingFile(written: string, from: string, path: string): string | undefined {
  if (!/[^/]\.[a-z][a-z\d]{0,7}$/i.test(path) || PAGE_ENDING.test(path)) return undefined;
  const beside = fileBeside(written, from);
  if (beside !== undefined) return beside;
  if (written.startsWith("/")) return `public${path}`;
  return /\.mdx?$/i.test(path) ? path.slice(1) : undefined;
}
