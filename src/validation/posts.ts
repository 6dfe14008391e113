import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { postFile } from "../domain/post.ts";
import type { Post } from "../domain/post.ts";
import type { References } from "../loader/references.ts";
import { pictureDiagnostic } from "./picture-diagnostics.ts";
import type { KnownPictures } from "./picture-diagnostics.ts";
import { pictureSource } from "../urls/picture-source.ts";
import type { YamlDocument } from "../loader/yaml/yaml-document.ts";

/** The picture that a post shows, and where its file names it. */
export interface PostPicture {
  slug: string;
  src: string;
  place: SourceLocation;
}

/** The pictures that posts name, even where the schema refuses something else in them. */
export function postPictures(documents: ReadonlyMap<string, YamlDocument>): PostPicture[] {
  return [...documents].flatMap(([slug, { value, placeOf }]) => {
    const { picture } = value;
    const src =
      typeof picture === "object" && picture !== null && "src" in picture ? picture.src : undefined;
    if (typeof src !== "string" || src.trim() === "") return [];
    return [{ slug, src: src.trim(), place: placeOf(["picture", "src"]) }];
  });
}

/** Paths below the content folder of the files that these name. */
export function postPictureFiles(pictures: readonly PostPicture[]): string[] {
  return pictures.flatMap(({ slug, src }) => {
    const source = pictureSource(src, postFile(slug));
    return source.kind === "file" ? [source.file] : [];
  });
}

/** Pictures of posts that cannot be shown. */
export function postPictureDiagnostics(
  pictures: readonly PostPicture[],
  known: KnownPictures,
): Diagnostic[] {
  return pictures.flatMap(
    ({ slug, src, place }) =>
      pictureDiagnostic(src, { ...place, file: postFile(slug) }, known) ?? [],
  );
}

/** Those of the posts that these texts quote. The others are not published, and neither are their pictures. */
export function quotedPosts(
  texts: readonly Pick<References, "metadata">[],
  posts: Readonly<Record<string, Post>>,
): Record<string, Post> {
  const slugs = new Set(
    texts.flatMap(({ metadata }) => metadata.posts ?? []).map(({ slug }) => slug),
  );
  return Object.fromEntries(Object.entries(posts).filter(([slug]) => slugs.has(slug)));
}
