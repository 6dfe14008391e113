import { composed } from "../domain/composed.ts";
import type { Image } from "../domain/publication.ts";
import { slugify } from "../domain/slug.ts";

/**
 * Where a picture that is published as it is lies in the bundle, below the base. Files of `public/` keep their own
 * address; all others are named after their content, so that a replaced picture has a new address and caches can
 * keep the old one for ever.
 */
export function imageAddress(image: Image): string {
  if (image.file.startsWith("public/")) return composed(image.file.slice("public".length));
  return `/media/${imageName(image)}.${image.digest.slice(0, 16)}.${image.type}`;
}

/** File systems take 255 bytes a name; digest, size and ending want theirs. */
const MOST_NAME_BYTES = 120;

/** The readable part of the names of a picture's files. */
export function imageName({ file }: Image): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf(":")) + 1);
  return withinBytes(slugify(name.replace(/\.[^.]*$/, "")), MOST_NAME_BYTES);
}

function withinBytes(text: string, most: number): string {
  let kept = "";
  let bytes = 0;
  for (const sign of text) {
    bytes += new TextEncoder().encode(sign).length;
    if (bytes > most) break;
    kept += sign;
  }
  return kept;
}
