import type { Picture } from "../domain/publication.ts";
import type { ContentFile } from "../cache/content-file.ts";
import type { ContentFiles } from "./content-lists.ts";
import { indexOf } from "../cache/index-file.ts";
import type { IndexedFolders } from "../cache/index-file.ts";
import type { References } from "./references.ts";
import { pictureSource } from "../urls/picture-source.ts";
import { examinePictures } from "./pictures/pictures.ts";
import type { PictureReading } from "./pictures/picture-reading.ts";
import type { ShowExamining } from "./pictures/pictures.ts";
import type { Readers } from "./readers.ts";

/** Where pictures are read from and where what is known of them is kept. */
export interface PictureFolders extends IndexedFolders {
  readers: Readers;
  showExamining?: ShowExamining;
}

/** Examines the picture files that texts ask for, and further ones, by path below the content folder. */
export async function readPictures(
  options: PictureFolders,
  files: ContentFiles,
  texts: readonly References[],
  further: readonly string[],
): Promise<Map<string, PictureReading>> {
  const wanted = new Map<string, ContentFile>();
  for (const file of [...texts.flatMap(pictureFiles), ...further]) {
    const found = files.assets.get(file) ?? files.publicFiles.get(file);
    if (found !== undefined) wanted.set(file, found);
  }
  const { content, readers, showExamining: show } = options;
  const index = indexOf<PictureReading>("pictures", options);
  const readings = await examinePictures(content, [...wanted.values()], { index, readers, show });
  index.save();
  return readings;
}

/** Content paths of the pictures that a text asks for. */
function pictureFiles(text: References): string[] {
  const sources = text.metadata.pictures.map(({ src }) => src);
  if (text.image !== undefined) sources.push(text.image.src);
  return sources.flatMap((src) => {
    const source = pictureSource(src, text.file);
    return source.kind === "file" ? [source.file] : [];
  });
}

/** The pictures of these texts, and further ones, that can be shown, by path below the content folder. */
export function shownPictures(
  texts: readonly References[],
  further: readonly string[],
  readings: ReadonlyMap<string, PictureReading>,
): Record<string, Picture> {
  return picturesOf([...texts.flatMap(pictureFiles), ...further], readings);
}

/** Those of these files that are sound pictures, by path below the content folder. */
export function picturesOf(
  files: readonly string[],
  readings: ReadonlyMap<string, PictureReading>,
): Record<string, Picture> {
  const pictures: Record<string, Picture> = {};
  for (const file of files) {
    const reading = readings.get(file);
    if (reading !== undefined && "picture" in reading) pictures[file] = reading.picture;
  }
  return pictures;
}
