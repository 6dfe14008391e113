import type { Site } from "../domain/publication.ts";
import { openGraphLocale } from "./open-graph-locale.ts";
import type { PageMeta, ShareCard } from "./page-meta.ts";

/** A `<meta>` of a page's head, called by a `name` (HTML, section 4.2.5.1) or a `property` (Open Graph protocol). */
export type MetaTag = { content: string } & (
  | { name: string; property?: undefined }
  | { property: string; name?: undefined }
);

/**
 * What the head of a page tells by `<meta>`, in the order in which it stands there. Each author has one of their own,
 * as HTML asks (section 4.2.5.1, `author`). What is told of a picture stands right behind it, since that is how it
 * belongs to it (Open Graph protocol, "Arrays").
 */
export function metaTags(
  meta: PageMeta,
  site: Pick<Site, "name" | "language" | "preview">,
): MetaTag[] {
  const { seo, authors = [], canonical, card } = meta;
  const description = seo?.description ?? meta.description;
  return [
    ...(description === undefined ? [] : [{ name: "description", content: description }]),
    ...authors.map((author) => ({ name: "author", content: author })),
    {
      name: "robots",
      content:
        canonical === undefined || site.preview === true ? "noindex" : "max-image-preview:large",
    },
    ...(card === undefined ? [] : cardTags(card, meta, site)),
  ];
}

function cardTags(
  { type, title, url, image, article }: ShareCard,
  meta: PageMeta,
  site: Pick<Site, "name" | "language">,
): MetaTag[] {
  const properties: [property: string, content: string | number | undefined][] = [
    ["og:title", title ?? meta.title ?? site.name],
    ["og:description", meta.description],
    ["og:type", type],
    ["og:url", url],
    ["og:site_name", site.name],
    ["og:locale", openGraphLocale(meta.language ?? site.language)],
    ["og:image", image.url],
    ["og:image:type", image.type],
    ["og:image:width", image.width],
    ["og:image:height", image.height],
    ["og:image:alt", image.alt],
    ["article:published_time", article?.published],
    ["article:modified_time", article?.modified],
    ["article:section", article?.section],
    ...(article?.authors ?? []).map((author) => ["article:author", author] as [string, string]),
    ...(article?.tags ?? []).map((tag) => ["article:tag", tag] as [string, string]),
  ];
  return [
    ...properties.flatMap(([property, content]) =>
      content === undefined ? [] : [{ property, content: String(content) }],
    ),
    { name: "twitter:card", content: "summary_large_image" },
    // X takes the picture from Open Graph, but not what it shows.
    { name: "twitter:image:alt", content: image.alt },
  ];
}
