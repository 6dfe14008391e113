import { escapeXml } from "../domain/xml-text.ts";
import { escapeAddress } from "./sitemap.ts";

/** An article of the last two days, for a news sitemap. */
export interface NewsEntry {
  /** Absolute, percent-encoded. */
  address: string;
  title: string;
  /** RFC 3339 with offset. */
  published: string;
}

/** How long an article counts as news, in milliseconds, and how many addresses such a sitemap may hold. */
export const NEWS_SPAN = 48 * 60 * 60 * 1000;
export const MOST_NEWS = 1000;

/**
 * A news sitemap (Google's `sitemap-news/0.9`). A sitemap has one address at least (its XML Schema): where there is no
 * news, it has that of the front page, as a page like any other. So the file is always where search engines look for it.
 */
export function newsSitemapXml(
  entries: readonly NewsEntry[],
  publication: { name: string; language: string; front: string },
): string {
  const name = escapeXml(publication.name);
  const language = newsLanguage(publication.language);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...(entries.length === 0 ? [`<url><loc>${escapeAddress(publication.front)}</loc></url>`] : []),
    ...entries.map(({ address, title, published }) =>
      [
        `<url><loc>${escapeAddress(address)}</loc><news:news>`,
        `<news:publication><news:name>${name}</news:name><news:language>${language}</news:language></news:publication>`,
        `<news:publication_date>${published}</news:publication_date>`,
        `<news:title>${escapeXml(title)}</news:title>`,
        "</news:news></url>",
      ].join(""),
    ),
    "</urlset>",
    "",
  ].join("\n");
}

/** The language as ISO 639 has it, without a territory; only Chinese is told apart by its script. */
export function newsLanguage(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" || region === "TW" ? "zh-tw" : "zh-cn";
}
