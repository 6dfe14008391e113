import { imageSource } from "../urls/image-source.ts";
import type { Article } from "../domain/article.ts";
import type { Image, Publication } from "../domain/publication.ts";

/** The lead picture of an article; `undefined` where it has none, or none that can be shown. */
export function leadImage(
  { image, file }: Pick<Article, "image" | "file">,
  { images }: Pick<Publication, "images">,
): Image | undefined {
  const source = image === undefined ? undefined : imageSource(image.src, file);
  return source?.kind === "file" ? images[source.file] : undefined;
}
