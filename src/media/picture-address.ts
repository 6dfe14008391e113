import type { Picture } from "../domain/publication.ts";
import { slugify } from "../domain/slug.ts";

/**
 * Where a picture lies in the bundle, below the base. Files of `public/` keep their own address; all others are
 * named after their content, so that a replaced picture has a new address and caches can keep the old one for ever.
 */
export function pictureAddress(picture: Picture): string {
  if (picture.file.startsWith("public/")) return picture.file.slice("public".length);
  const name = picture.file.slice(picture.file.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return `/media/${slugify(name).slice(0, 80)}.${picture.digest.slice(0, 16)}.${picture.type}`;
}
