import type { SourceLocation } from "../domain/source-location.ts";
import type { Picture } from "../domain/publication.ts";
import { pictureSource } from "../urls/picture-source.ts";
import type { PictureReading } from "./pictures/picture-reading.ts";
import type { YamlDocument } from "./yaml/yaml-document.ts";

/** Where these are named. */
export const SITE_FILE = "site.yaml";

/** A picture that `site.yaml` names, and where it does. */
export interface SitePicture {
  key: "image" | "logo" | "icon";
  src: string;
  place: SourceLocation;
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
