/** Whether a text is an absolute address that begins with http or https. */
export function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** An address as a URL; undefined where it is none. */
export function urlOf(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

/** The name that an author or a term has in addresses, where the export does not say it. */
export function slugLike(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** A name to show, in which no e-mail address stands: of those, what comes before the sign. */
export function withoutEmail(name: string): string {
  return name.replace(/([^\s@<>]{1,200})@[^\s@<>]{1,200}\.[^\s@<>.]{2,60}/g, "$1");
}

/** Whether a text is an e-mail address. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim());
}
