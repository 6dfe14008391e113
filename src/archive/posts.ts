import type { Place } from "../domain/body.ts";
import type { Finding } from "../domain/finding.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import { postFile } from "../domain/post.ts";
import type { Post } from "../domain/post.ts";
import { finding } from "./diagnostics.ts";
import type { Mentions } from "./mentions.ts";
import { pictureProblem } from "./picture-findings.ts";
import { pictureSource } from "./picture-source.ts";
import type { PictureReading } from "./look-at-picture.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** The picture that a post shows, and where its file names it. */
export interface PostPicture {
  slug: string;
  src: string;
  place: Place;
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
export function postPictureFindings(
  pictures: readonly PostPicture[],
  readings: ReadonlyMap<string, PictureReading>,
  nearest: NearestPath,
): Finding[] {
  return pictures.flatMap(({ slug, src, place }) => {
    const file = postFile(slug);
    const problem = pictureProblem(src, file, readings, nearest);
    return problem === undefined ? [] : [finding({ ...problem, file, ...place })];
  });
}

/** Those of the posts that these texts quote. The others are not published, and neither are their pictures. */
export function quotedPosts(
  texts: readonly Pick<Mentions, "facts">[],
  posts: Readonly<Record<string, Post>>,
): Record<string, Post> {
  const slugs = new Set(texts.flatMap(({ facts }) => facts.posts ?? []).map(({ slug }) => slug));
  return Object.fromEntries(Object.entries(posts).filter(([slug]) => slugs.has(slug)));
}
