import { asValues, firstValue, isValues, pick, textOf } from "./values.ts";
import type { Value, Values } from "./values.ts";

/** A lead picture as front matter names it. */
export interface WrittenImage {
  src: string;
  alt?: string;
  caption?: string;
  credit?: string;
}

/** Keys of lead pictures, in the order in which they are believed. */
const KEYS =
  "image cover hero heroImage featured_image featuredImage feature_image coverImage cover_image banner thumbnail thumb images og_image ogImage socialImage social_image teaser photo img".split(
    " ",
  );

/** The lead picture of a text: an address, or an object with one. */
export function writtenImage(values: Values): WrittenImage | undefined {
  for (const key of KEYS) {
    const value = firstValue(values, [key]);
    const found = value === undefined ? undefined : imageOf(value);
    if (found !== undefined) return { ...besides(values, key), ...found };
  }
  // Themes keep it below `header` or the like.
  for (const key of ["header", "seo", "params", "extra"]) {
    const below = asValues(firstValue(values, [key]));
    const found = Object.keys(below).length === 0 ? undefined : writtenImage(below);
    if (found !== undefined) return found;
  }
  return undefined;
}

function imageOf(value: Value): WrittenImage | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === "string") return one.trim() === "" ? undefined : { src: one.trim() };
  if (!isValues(one)) return undefined;
  const src = textOf(one, "src", "image", "url", "path", "file", "filename", "feature");
  return src === undefined
    ? undefined
    : { src, ...said(one, ["alt", "image_alt", "description", "title"]) };
}

function said(values: Values, alts: readonly string[]): Omit<WrittenImage, "src"> {
  return {
    ...pick("alt", textOf(values, ...alts)),
    ...pick("caption", textOf(values, "caption", "image_caption")),
    ...pick("credit", textOf(values, "credit", "photo_credit", "attribution", "copyright")),
  };
}

/** What keys beside that of a picture say of it: `image_alt`, `heroImageAlt`. */
function besides(values: Values, key: string): Omit<WrittenImage, "src"> {
  const stem = key.replace(/_?image$/i, "");
  const named = (what: string): string | undefined =>
    textOf(
      values,
      `${key}_${what}`,
      `${stem}_${what}`,
      `${stem}_image_${what}`,
      ...(stem === "" ? [what] : []),
    );
  return {
    ...pick("alt", named("alt") ?? textOf(values, "image_alt", "alt")),
    ...pick("caption", named("caption")),
    ...pick("credit", named("credit")),
  };
}
