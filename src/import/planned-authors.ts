import { isWebAddress } from "./web-address.ts";
import type { Archive, ArchiveText } from "./archive.ts";
import { freeNames } from "./free-names.ts";
import type { ImportMap } from "./import-map.ts";
import { kindOf } from "./planned-text.ts";
import { dataSlug } from "./text-slug.ts";

/** The authors of the publication, and who wrote a text. */
export interface PlannedAuthors {
  /** Data files by slug. */
  files: Map<string, { name: string; is?: "desk"; bio?: string; url?: string }>;
  /** Slugs of those who wrote a text; of the publication's own desk where nobody is named. */
  ofText: (text: ArchiveText) => string[];
  /** The slug of an author by the key in the archive. */
  slugOf: (key: string) => string | undefined;
}

/**
 * Plans the data files of authors. Two that the map gives one slug become one, with what the first says. Articles without
 * an author are by a desk that is called as the publication.
 */
export function plannedAuthors(
  { authors, texts }: Pick<Archive, "authors" | "texts">,
  map: Pick<ImportMap, "authors">,
  { name, language }: { name: string; language: string },
): PlannedAuthors {
  const files: PlannedAuthors["files"] = new Map();
  const slugs = new Map<string, string>();
  const free = freeNames();
  for (const { key, name: called, slug, bio, url } of authors) {
    const mapped = Object.hasOwn(map.authors, slug) ? map.authors[slug] : undefined;
    const made =
      mapped !== undefined && files.has(mapped)
        ? mapped
        : free(mapped ?? dataSlug(slug, called, language));
    slugs.set(key, made);
    if (files.has(made)) continue;
    files.set(made, {
      name: called,
      ...(bio ? { bio } : {}),
      ...(isWebAddress(url) ? { url } : {}),
    });
  }
  const isNobody = ({ authors: own }: ArchiveText): boolean => !own.some((key) => slugs.has(key));
  const desk = texts.some((text) => kindOf(text) === "article" && isNobody(text))
    ? free(dataSlug("", name, language))
    : "";
  if (desk !== "") files.set(desk, { name, is: "desk" });
  return {
    files,
    slugOf: (key) => slugs.get(key),
    ofText: ({ authors: own }) => {
      const known = own.flatMap((key) => slugs.get(key) ?? []);
      return known.length === 0 ? [desk] : [...new Set(known)];
    },
  };
}
