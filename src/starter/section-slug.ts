import { slugify } from "../domain/slug.ts";
import { withoutAmpersands } from "../i18n/ampersand.ts";

/** The name of the file of a section whose title is in a language, without its ending; its address is the same. */
export function sectionSlug(title: string, language: string): string {
  return slugify(withoutAmpersands(title, language));
}
