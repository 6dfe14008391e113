/** What readers can narrow a search down by. The names stand in addresses and in the index. */
export const FACETS = ["category", "author", "year", "kind"] as const;

export type Facet = (typeof FACETS)[number];

/** The address of the search worker's files below the base. */
export const INDEX_FOLDER = "pagefind/";

/** An author as the index holds one: the slug, which never has a blank in it, and the name. */
export function authorValue({ slug, name }: { slug: string; name: string }): string {
  return `${slug} ${name}`;
}

/** The slug of a facet's value and the text that readers see, where the value has one. */
export function readFacetValue(facet: Facet, value: string): { slug: string; text: string } {
  const end = facet === "author" ? value.indexOf(" ") : -1;
  return end === -1
    ? { slug: value, text: value }
    : { slug: value.slice(0, end), text: value.slice(end + 1) };
}
