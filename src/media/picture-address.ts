import type { Picture } from "../domain/publication.ts";
import { slugify } from "../domain/slug.ts";

/**
 * Where a picture that is published as it is lies in the bundle, below the base. Files of `public/` keep their own
 * address; all others are named after their content, so that a replaced picture has a new address and caches can
 * keep the old one for ever.
 */
export function pictureAddress(picture: Picture): string {
  if (picture.file.startsWith("public/")) return picture.file.slice("public".length);
  return `/media/${pictureName(picture)}.${picture.digest.slice(0, 16)}.${picture.type}`;
}

/** The readable part of the names of a picture's files. */
export function pictureName({ file }: Picture): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf(":")) + 1);
  return slugify(name.replace(/\.[^.]*$/, "")).slice(0, 80);
}
