import type { Image } from "../domain/publication.ts";
import type { ContentFile } from "../cache/content-file.ts";
import type { ContentFiles } from "./content-lists.ts";
import { indexOf } from "../cache/index-file.ts";
import type { IndexedFolders } from "../cache/index-file.ts";
import type { References } from "./references.ts";
import { imageSource } from "../urls/image-source.ts";
import { examineImages } from "./images/images.ts";
import type { ExaminedImage } from "./images/examined-image.ts";
import type { ShowExamining } from "./images/images.ts";
import type { Readers } from "./readers.ts";

/** Where pictures are read from and where what is known of them is kept. */
export interface ImageFolders extends IndexedFolders {
  readers: Readers;
  showExamining?: ShowExamining;
}

/** Examines the picture files that texts ask for, and further ones, by path below the content folder. */
export async function readImages(
  options: ImageFolders,
  files: ContentFiles,
  texts: readonly References[],
  further: readonly string[],
): Promise<Map<string, ExaminedImage>> {
  const wanted = new Map<string, ContentFile>();
  for (const file of [...texts.flatMap(imageFiles), ...further]) {
    const found = files.assets.get(file) ?? files.publicFiles.get(file);
    if (found !== undefined) wanted.set(file, found);
  }
  const { content, readers, showExamining: show } = options;
  const index = indexOf<ExaminedImage>("pictures", options);
  const readings = await examineImages(content, [...wanted.values()], { index, readers, show });
  index.save();
  return readings;
}

/** Content paths of the pictures that a text asks for. */
function imageFiles(text: References): string[] {
  const sources = text.metadata.images.map(({ src }) => src);
  if (text.image !== undefined) sources.push(text.image.src);
  return sources.flatMap((src) => {
    const source = imageSource(src, text.file);
    return source.kind === "file" ? [source.file] : [];
  });
}

/** The pictures of these texts, and further ones, that can be shown, by path below the content folder. */
export function shownImages(
  texts: readonly References[],
  further: readonly string[],
  readings: ReadonlyMap<string, ExaminedImage>,
): Record<string, Image> {
  return imagesOf([...texts.flatMap(imageFiles), ...further], readings);
}

/** Those of these files that are sound pictures, by path below the content folder. */
export function imagesOf(
  files: readonly string[],
  readings: ReadonlyMap<string, ExaminedImage>,
): Record<string, Image> {
  const images: Record<string, Image> = {};
  for (const file of files) {
    const reading = readings.get(file);
    if (reading !== undefined && "image" in reading) images[file] = reading.image;
  }
  return images;
}
