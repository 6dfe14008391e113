import { rule as oblongPicture } from "../checks/picture/not-square.ts";
import { rule as smallPicture } from "../checks/picture/too-small.ts";
import type { Location } from "../checks/rule.ts";
import type { Place } from "../domain/body.ts";
import type { Finding } from "../domain/finding.ts";
import type { Picture } from "../domain/publication.ts";
import { isShareable, SHARE_SIZE } from "../domain/share-size.ts";
import { pictureFinding } from "./picture-findings.ts";
import type { KnownPictures } from "./picture-findings.ts";
import { pictureSource } from "../urls/picture-source.ts";
import type { PictureReading } from "./look-at-picture.ts";
import type { YamlDocument } from "./yaml-document.ts";

const SITE_FILE = "site.yaml";

/** A picture that `site.yaml` names, and where it does. */
export interface SitePicture {
  key: "image" | "logo" | "icon";
  src: string;
  place: Place;
}

/** The pictures that `site.yaml` names, even where the schema refuses something else in it. */
export function sitePicturesOf({ value, placeOf }: YamlDocument): SitePicture[] {
  return (["image", "logo", "icon"] as const).flatMap((key) => {
    const src = value[key];
    const isPath = typeof src === "string" && src.trim() !== "";
    return isPath ? [{ key, src: src.trim(), place: placeOf([key]) }] : [];
  });
}

/** Paths below the content folder of the files that these name. */
export function sitePictureFiles(pictures: readonly SitePicture[]): string[] {
  return pictures.flatMap(({ src }) => {
    const source = pictureSource(src, SITE_FILE);
    return source.kind === "file" ? [source.file] : [];
  });
}

/** The picture of a key, where there is one and it can be shown. */
export function sitePicture(
  pictures: readonly SitePicture[],
  key: SitePicture["key"],
  readings: ReadonlyMap<string, PictureReading>,
): Picture | undefined {
  const [file] = sitePictureFiles(pictures.filter((picture) => picture.key === key));
  const reading = file === undefined ? undefined : readings.get(file);
  return reading !== undefined && "picture" in reading ? reading.picture : undefined;
}

/** Pictures of `site.yaml` that cannot be shown, or are too small for what they are for. */
export function sitePictureFindings(
  pictures: readonly SitePicture[],
  known: KnownPictures,
): Finding[] {
  return pictures.flatMap(({ key, src, place }) => {
    const location = { ...place, file: SITE_FILE };
    const unshown = pictureFinding(src, location, known);
    if (unshown !== undefined) return [unshown];
    const picture = sitePicture(pictures, key, known.readings);
    return (picture === undefined ? undefined : FITTING[key](picture, location)) ?? [];
  });
}

/** Icons are made in sizes of up to 512 pixels. */
const ICON_SIZE = { width: 512, height: 512 };

/** Why a picture is not fit for what it is for. */
const FITTING: Record<
  SitePicture["key"],
  (picture: Picture, location: Location) => Finding | undefined
> = {
  image: (picture, location) =>
    isShareable(picture)
      ? undefined
      : smallPicture.at(location, { ...picture, use: "share cards", least: SHARE_SIZE }),
  logo: () => undefined,
  icon: (picture, location) => {
    if (picture.width !== picture.height) return oblongPicture.at(location, picture);
    if (picture.type === "svg" || picture.width >= ICON_SIZE.width) return undefined;
    return smallPicture.at(location, { ...picture, use: "icons", least: ICON_SIZE });
  },
};
