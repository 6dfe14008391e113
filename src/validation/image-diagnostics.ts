import { nameOf } from "../domain/path-parts.ts";
import { rule as brokenImage } from "../checks/picture/broken.ts";
import { rule as unfitFormat } from "../checks/picture/format.ts";
import { rule as leadSize } from "../checks/picture/lead-size.ts";
import { rule as missingImage } from "../checks/picture/missing.ts";
import { rule as outsideImage } from "../checks/picture/outside.ts";
import { rule as remoteImage } from "../checks/picture/remote.ts";
import { rule as largeImage } from "../checks/picture/too-large.ts";
import { rule as unsafeImage } from "../checks/picture/unsafe.ts";
import type { Location } from "../checks/rule.ts";
import type { Meant } from "../checks/words.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { isImageFile } from "../loader/files-beside.ts";
import type { ExaminedImage } from "../loader/images/examined-image.ts";
import type { ImageOffers } from "./meant-image.ts";
import type { LocatedReferences } from "../loader/references.ts";
import { decoded, imageSource } from "../urls/image-source.ts";
import { typedAddress } from "./typed-path.ts";

/** What is known of pictures. */
export interface CheckedImages {
  /** By composed path below the content folder. */
  readings: ReadonlyMap<string, ExaminedImage>;
  /** For those that are asked for by a wrong address. */
  offers: Pick<ImageOffers, "meant">;
}

/** The same, with the least width of a lead picture, in pixels. */
export interface MeasuredImages extends CheckedImages {
  leastLead: number;
}

const TOP: SourceLocation = { line: 1, column: 1 };

/** Pictures that a text asks for and that cannot be shown, or not as well as they should. */
export function imageDiagnostics(
  { references: text, places }: LocatedReferences,
  images: MeasuredImages,
): Diagnostic[] {
  const lead = text.image === undefined ? [] : [{ src: text.image.src, ...(places.image ?? TOP) }];
  return [
    ...[...lead, ...text.metadata.images].flatMap(
      ({ src, ...location }) =>
        imageDiagnostic(src, { ...location, file: text.file }, images) ?? [],
    ),
    ...lead.flatMap(
      ({ src, ...location }) => leadDiagnostic(src, { ...location, file: text.file }, images) ?? [],
    ),
  ];
}

/** That a lead picture is too small for its place. */
function leadDiagnostic(
  src: string,
  location: Location,
  { readings, leastLead }: Pick<MeasuredImages, "readings" | "leastLead">,
): Diagnostic | undefined {
  const source = imageSource(src, location.file);
  const reading = source.kind === "file" ? readings.get(source.file) : undefined;
  if (reading === undefined || "fault" in reading) return undefined;
  const { file, width, type } = reading.image;
  return type === "svg" || width >= leastLead
    ? undefined
    : leadSize.at(location, { file, width, least: leastLead });
}

/** Why the picture that is written as `src` at a place cannot be shown; `undefined` if it can. */
export function imageDiagnostic(
  src: string,
  location: Location,
  { readings, offers }: CheckedImages,
): Diagnostic | undefined {
  if (src.trim() === "") return missingImage.at(location, { kind: "no-address" });
  const from = location.file;
  const source = imageSource(src, from);
  if (source.kind !== "file") {
    const copy = { ...copyBeside(src, from), meant: offers.meant(src, from) };
    const imported = from.endsWith(".md");
    return source.kind === "outside"
      ? outsideImage.at(location, {
          src,
          ...copy,
          ...(imported ? { meanwhile: "it is left out" } : {}),
        })
      : remoteImage.at(location, {
          src,
          where: whereOf(src, copy.meant),
          ...copy,
          ...(imported ? { meanwhile: "a link replaces it" } : {}),
        });
  }
  const { file } = source;
  const reading = readings.get(file);
  if (reading === undefined) {
    const name = typedAddress(nameOf(file));
    const meant = offers.meant(src, from);
    return missingImage.at(location, { kind: "absent", file, name, meant });
  }
  if (!("fault" in reading)) return undefined;
  const { fault, why } = reading;
  switch (fault) {
    case "missing":
      return missingImage.at(location, { kind: "empty", file });
    case "format": {
      const path = src.replace(/[?#].*$/s, "");
      const isCalledSo = isImageFile(file);
      const renamed = isCalledSo ? undefined : typedAddress(decoded(withEnding(path, "jpg")));
      return unfitFormat.at(location, { file, why, renamed });
    }
    case "broken":
      return brokenImage.at(location, { file, why });
    case "too-large":
      return largeImage.at(location, { file, why });
    case "unsafe":
      return unsafeImage.at(location, { file, why });
  }
}

function whereOf(src: string, meant: Meant | undefined): "host" | "own" | "text" | "disk" {
  if (/^(?:data|blob):/i.test(src)) return "text";
  if (/^(?:file:|[a-z]:)/i.test(src)) return "disk";
  return meant?.sure === true ? "own" : "host";
}

/** How a copy of a picture from elsewhere is written that lies beside the file which shows it. */
function copyBeside(src: string, from: string): { beside: string; copy: string } {
  const written = /^data:image\/([a-z]+)/i.exec(src)?.[1];
  const path = decoded(src.replace(/[?#].*$/s, "")).replaceAll("\\", "/");
  const name = written === undefined ? nameOf(path) : `picture.${written.replace("jpeg", "jpg")}`;
  const plain = name.replace(/[^\p{L}\p{N}\p{M}._-]+/gu, "-");
  const copy = isImageFile(plain) ? plain : withEnding(plain === "" ? "picture" : plain, "jpg");
  return { beside: besideOf(from), copy: `./${copy}` };
}

function besideOf(from: string): string {
  const folder = from.slice(0, Math.max(0, from.indexOf("/")));
  return { articles: "the article", pages: "the page", posts: "the post" }[folder] ?? from;
}

function withEnding(path: string, ending: string): string {
  return `${path.replace(/\.[a-z\d]{1,5}$/i, "")}.${ending}`;
}
