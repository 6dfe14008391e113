import { pictureSource } from "../urls/picture-source.ts";
import type { Article } from "../domain/article.ts";
import type { Picture, Publication } from "../domain/publication.ts";

/** The lead picture of an article; `undefined` where it has none, or none that can be shown. */
export function leadPicture(
  { image, file }: Pick<Article, "image" | "file">,
  { pictures }: Pick<Publication, "pictures">,
): Picture | undefined {
  const source = image === undefined ? undefined : pictureSource(image.src, file);
  return source?.kind === "file" ? pictures[source.file] : undefined;
}
