import { plainText } from "../html-text.ts";
import { urlOf } from "../web-address.ts";

/** Names of meta fields by plugin, in the order in which they are asked. */
const FIELDS = {
  // Yoast, Rank Math, All in One SEO (new and old), SEOPress, The SEO Framework.
  title: [
    "_yoast_wpseo_title",
    "rank_math_title",
    "_aioseo_title",
    "_aioseop_title",
    "_seopress_titles_title",
    "_genesis_title",
  ],
  description: [
    "_yoast_wpseo_metadesc",
    "rank_math_description",
    "_aioseo_description",
    "_aioseop_description",
    "_seopress_titles_desc",
    "_genesis_description",
  ],
  canonical: [
    "_yoast_wpseo_canonical",
    "rank_math_canonical_url",
    "_aioseo_canonical_url",
    "_seopress_robots_canonical",
    "_genesis_canonical_uri",
  ],
} as const;

/** Fields that are read here. */
export const SEO_FIELDS: readonly string[] = Object.values(FIELDS).flat();

/** What plugins replace when a page is shown: `%%title%%`, `%sep%`, `#post_title`. */
const VARIABLE = /%%?[a-z][\w()]*%%?|#[a-z]+_[a-z_]+/;

/** What SEO plugins keep of an item. Texts with variables in them are left out; `canonical` only leads to other hosts. */
export function seoOf(
  meta: ReadonlyMap<string, string[]>,
  host: string | undefined,
): { seo?: { title?: string; description?: string }; canonical?: string } {
  const title = firstOf(meta, FIELDS.title);
  const description = firstOf(meta, FIELDS.description);
  const address = firstOf(meta, FIELDS.canonical);
  const url = address === undefined ? undefined : urlOf(address);
  const isElsewhere =
    url !== undefined && /^https?:$/.test(url.protocol) && bare(url.hostname) !== bare(host ?? "");
  return {
    ...(title === undefined && description === undefined ? {} : { seo: { title, description } }),
    ...(isElsewhere ? { canonical: url.href } : {}),
  };
}

function firstOf(
  meta: ReadonlyMap<string, string[]>,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const text = plainText(meta.get(name)?.[0] ?? "");
    if (text !== "" && !VARIABLE.test(text)) return text;
  }
  return undefined;
}

function bare(host: string): string {
  return host.replace(/^www\./, "");
}
