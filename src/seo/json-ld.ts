/** A value of structured data. Members that are undefined are left out. */
export type JsonLd =
  | string
  | number
  | boolean
  | undefined
  | readonly JsonLd[]
  | { readonly [name: string]: JsonLd };

/**
 * Structured data as the text of a `script` element (JSON-LD 1.1, section 7): nothing in it can end the element or
 * begin a comment, whatever the texts hold.
 */
export function jsonLdText(graph: readonly JsonLd[]): string {
  const text = JSON.stringify({ "@context": "https://schema.org", "@graph": graph });
  return text.replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
