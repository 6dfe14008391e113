/** How a slug is made: `pretty` keeps signs that may stand in addresses. */
export type SlugMode = "default" | "pretty";

const REPLACED: Readonly<Record<SlugMode, RegExp>> = {
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
};

/** What Jekyll makes of a title or a name in an address. */
export function jekyllSlug(text: string, mode: SlugMode = "default", isCased = false): string {
  const slug = text.replace(REPLACED[mode], "-").replace(/^-|-$/g, "");
  return isCased ? slug : slug.toLowerCase();
}

/** What Jekyll takes for a title where there is none. */
export function jekyllTitle(slug: string): string {
  return slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(" ");
}
