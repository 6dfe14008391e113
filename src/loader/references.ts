import type { BodyMetadata } from "../domain/body.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { composed } from "../domain/composed.ts";
import type { YamlDocument } from "./yaml/yaml-document.ts";

/** What a text asks of other files. An article is one, and so is a standing page but for its front matter. */
export interface References {
  /** Path below the content folder. */
  file: string;
  /** Address below the base. */
  path: string;
  category?: string;
  authors?: string[];
  story?: string;
  image?: { src: string };
  metadata: BodyMetadata;
}

/** Where the front matter names something that lies in another file, kept for the check across files. */
export type ReferenceLocations = Partial<
  Record<
    | "category"
    | "author"
    | "story"
    | "image"
    | "id"
    | "feedId"
    | "tags"
    | "updated"
    | "corrections"
    | "ended"
    | "aliases",
    SourceLocation
  >
> & {
  /** Where each stands, if there are several. */
  authors?: { name: string; location: SourceLocation }[];
};

/** What a text references, and where. */
export interface LocatedReferences {
  references: References;
  places: ReferenceLocations;
}

/**
 * What front matter references although the schema refuses it, so that its author is told of everything at once.
 * What is not a text where it should be one is left out.
 */
export function referencesOf(
  { value }: YamlDocument,
  text: Pick<References, "file" | "path" | "metadata">,
): References {
  const { category, author, story, image } = value;
  const src = typeof image === "object" && image !== null && "src" in image ? image.src : undefined;
  const authors = (Array.isArray(author) ? author : [author]).filter(isText).map(composed);
  return {
    ...text,
    authors,
    ...(isText(category) ? { category: composed(category) } : {}),
    ...(isText(story) ? { story: composed(story) } : {}),
    ...(isText(src) ? { image: { src } } : {}),
  };
}

/** The places of what the front matter references. */
export function placesOf(document: YamlDocument): ReferenceLocations {
  const { value, locationOf, locationOfKey } = document;
  const places: ReferenceLocations = {};
  for (const key of ["category", "author", "story", "id", "feedId", "updated", "ended"] as const) {
    if (value[key] !== undefined) places[key] = locationOf([key]);
  }
  for (const key of ["tags", "corrections", "aliases"] as const) {
    if (value[key] !== undefined) places[key] = locationOfKey([key]);
  }
  const { author } = value;
  if (Array.isArray(author) && author.length > 1) {
    places.authors = author.flatMap((name: unknown, at) =>
      isText(name) ? [{ name: composed(name.trim()), location: locationOf(["author", at]) }] : [],
    );
  }
  if (value["image"] !== undefined) places.image = locationOf(["image", "src"]);
  return places;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** What can be referred to: by slug, the name that readers see. */
export type DataFiles = ReadonlyMap<string, string>;
