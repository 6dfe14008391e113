import type { SourceLocation } from "../domain/source-location.ts";
import type { Image } from "../domain/publication.ts";
import { imageSource } from "../urls/image-source.ts";
import type { ExaminedImage } from "./images/examined-image.ts";
import type { YamlDocument } from "./yaml/yaml-document.ts";

/** Where these are named. */
export const SITE_FILE = "site.yaml";

/** A picture that `site.yaml` names, and where it does. */
export interface SiteImage {
  key: "image" | "logo" | "icon";
  src: string;
  location: SourceLocation;
}

/** The pictures that `site.yaml` names, even where the schema refuses something else in it. */
export function siteImagesOf({ value, locationOf }: YamlDocument): SiteImage[] {
  return (["image", "logo", "icon"] as const).flatMap((key) => {
    const src = value[key];
    const isPath = typeof src === "string" && src.trim() !== "";
    return isPath ? [{ key, src: src.trim(), location: locationOf([key]) }] : [];
  });
}

/** Paths below the content folder of the files that these name. */
export function siteImageFiles(images: readonly SiteImage[]): string[] {
  return images.flatMap(({ src }) => {
    const source = imageSource(src, SITE_FILE);
    return source.kind === "file" ? [source.file] : [];
  });
}

/** The picture of a key, where there is one and it can be shown. */
export function siteImage(
  images: readonly SiteImage[],
  key: SiteImage["key"],
  readings: ReadonlyMap<string, ExaminedImage>,
): Image | undefined {
  const [file] = siteImageFiles(images.filter((image) => image.key === key));
  const reading = file === undefined ? undefined : readings.get(file);
  return reading !== undefined && "image" in reading ? reading.image : undefined;
}
