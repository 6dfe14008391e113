import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { postFile } from "../domain/post.ts";
import type { Post } from "../domain/post.ts";
import type { References } from "../loader/references.ts";
import { imageDiagnostic } from "./image-diagnostics.ts";
import type { CheckedImages } from "./image-diagnostics.ts";
import { imageSource } from "../urls/image-source.ts";
import type { YamlDocument } from "../loader/yaml/yaml-document.ts";

/** The picture that a post shows, and where its file names it. */
export interface PostImage {
  slug: string;
  src: string;
  location: SourceLocation;
}

/** The pictures that posts name, even where the schema refuses something else in them. */
export function postImages(documents: ReadonlyMap<string, YamlDocument>): PostImage[] {
  return [...documents].flatMap(([slug, { value, locationOf }]) => {
    const { picture: image } = value;
    const src =
      typeof image === "object" && image !== null && "src" in image ? image.src : undefined;
    if (typeof src !== "string" || src.trim() === "") return [];
    return [{ slug, src: src.trim(), location: locationOf(["picture", "src"]) }];
  });
}

/** Paths below the content folder of the files that these name. */
export function postImageFiles(images: readonly PostImage[]): string[] {
  return images.flatMap(({ slug, src }) => {
    const source = imageSource(src, postFile(slug));
    return source.kind === "file" ? [source.file] : [];
  });
}

/** Pictures of posts that cannot be shown. */
export function postImageDiagnostics(
  images: readonly PostImage[],
  checked: CheckedImages,
): Diagnostic[] {
  return images.flatMap(
    ({ slug, src, location }) =>
      imageDiagnostic(src, { ...location, file: postFile(slug) }, checked) ?? [],
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
