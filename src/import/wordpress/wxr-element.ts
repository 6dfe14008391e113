/**
 * An element of an export with what is in it. Its name has the usual prefix of its namespace (`wp:status`, `content:encoded`),
 * whatever prefix the file uses.
 */
export interface WxrElement {
  name: string;
  attributes: Record<string, string>;
  /** Its own text, without that of elements in it. */
  text: string;
  children: WxrElement[];
  /** Where it begins, from 1. */
  line: number;
}

const NAMESPACES: readonly (readonly [uri: RegExp, prefix: string])[] = [
  [/^https?:\/\/wordpress\.org\/export\/1\.\d+\/?$/, "wp:"],
  [/^https?:\/\/wordpress\.org\/export\/1\.\d+\/excerpt\/?$/, "excerpt:"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, "content:"],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/$/, "dc:"],
  [/^https?:\/\/purl\.org\/dc\/terms\/$/, "dcterms:"],
  [/^http:\/\/www\.w3\.org\/2005\/Atom$/, "atom:"],
  [/^$/, ""],
];

/** The usual prefix of a namespace, with its colon; undefined for one that WordPress does not use. */
export function usualPrefix(uri: string): string | undefined {
  return NAMESPACES.find(([known]) => known.test(uri))?.[1];
}

/** The text of the first element of that name, without blanks around it; empty where there is none. */
export function textIn(element: WxrElement, name: string): string {
  return rawTextIn(element, name).trim();
}

/** The same with its blanks. */
export function rawTextIn(element: WxrElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? "";
}

/** The values of an item's or a term's meta fields of one name, or of all, in order. */
export function metaOf(element: WxrElement): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const child of element.children) {
    if (!META.has(child.name)) continue;
    const key = textIn(child, "wp:meta_key");
    const known = values.get(key);
    if (known === undefined) values.set(key, [rawTextIn(child, "wp:meta_value")]);
    else known.push(rawTextIn(child, "wp:meta_value"));
  }
  return values;
}

const META = new Set(["wp:postmeta", "wp:termmeta"]);
