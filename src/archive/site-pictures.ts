import type { Place } from "../domain/body.ts";
import type { Finding } from "../domain/finding.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import type { Picture } from "../domain/publication.ts";
import { isShareable, SHARE_SIZE } from "../domain/share-size.ts";
import { finding } from "./diagnostics.ts";
import { pictureProblem } from "./picture-findings.ts";
import type { PictureProblem } from "./picture-findings.ts";
import { pictureSource } from "./picture-source.ts";
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
  readings: ReadonlyMap<string, PictureReading>,
  nearest: NearestPath,
): Finding[] {
  const unfit = {
    image: shareProblem(sitePicture(pictures, "image", readings)),
    logo: undefined,
    icon: iconProblem(sitePicture(pictures, "icon", readings)),
  };
  return pictures.flatMap(({ key, src, place }) => {
    const problem = pictureProblem(src, SITE_FILE, readings, nearest) ?? unfit[key];
    return problem === undefined ? [] : [finding({ ...problem, file: SITE_FILE, ...place })];
  });
}

function shareProblem(picture: Picture | undefined): PictureProblem | undefined {
  if (picture === undefined || isShareable(picture)) return undefined;
  const { file, width, height } = picture;
  return {
    code: "picture/too-small",
    message: `The picture ${file} is ${width} by ${height} pixels; share cards need ${SHARE_SIZE.width} by ${SHARE_SIZE.height} or more.`,
    fix: "Put a larger version there, or an SVG.",
  };
}

/** Icons are made in sizes of up to 512 pixels. */
const ICON_SIZE = 512;

function iconProblem(picture: Picture | undefined): PictureProblem | undefined {
  if (picture === undefined) return undefined;
  const { file, width, height, type } = picture;
  if (width !== height) {
    return {
      code: "picture/not-square",
      message: `The picture ${file} is ${width} by ${height} pixels; an icon is as high as it is wide.`,
      fix: "Draw it on a square.",
    };
  }
  if (type === "svg" || width >= ICON_SIZE) return undefined;
  return {
    code: "picture/too-small",
    message: `The picture ${file} is ${width} by ${height} pixels; icons need ${ICON_SIZE} by ${ICON_SIZE} or more.`,
    fix: "Put a larger version there, or an SVG.",
  };
}
