/** A link with the text that stands on it. */
export interface NamedLink {
  text: string;
  href: string;
}
