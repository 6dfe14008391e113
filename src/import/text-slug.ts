import { decoded } from "../domain/decoded.ts";
import { isDeviceName } from "../domain/portable-name.ts";
import { isSlug, slugify } from "../domain/slug.ts";
import { articleSlug } from "../starter/article-file.ts";

/** Longest name of a file that the check takes. */
const LONGEST = 200;

/** The name of a text's file: its old slug where that is one, else one made of it, of its title, or of its key. */
export function textSlug(
  { slug, title, kind, key }: { slug: string; title: string; kind: string; key: string },
  language: string,
): string {
  const old = decoded(slug).normalize("NFC");
  if (isSlug(old) && old.length <= LONGEST && !isDeviceName(old)) return old;
  const made = old.trim() === "" ? articleSlug(title, language) : slugify(old);
  const short = (made === "" ? slugify(`${kind} ${key}`) : made)
    .slice(0, LONGEST)
    .replace(/(?<![-_.])[-_.]+$/, "");
  return isDeviceName(short) ? `text-${short}` : short;
}

/** The name of the file of an author, a category or a story. */
export function dataSlug(slug: string, name: string, language: string): string {
  return textSlug({ slug, title: name, kind: "entry", key: name }, language);
}
