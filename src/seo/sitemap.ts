import { escapeXml } from "../domain/xml-text.ts";

/** One address of a sitemap. */
export interface SitemapEntry {
  /** Absolute address, percent-encoded. */
  address: string;
  /** Last change of what stands there, RFC 3339; absent where nothing honest can be said. */
  changed?: string;
}

/** A sitemap of pages (sitemaps.org protocol 0.9). */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  return xml("urlset", "url", entries);
}

/** A sitemap of sitemaps. */
export function sitemapIndexXml(entries: readonly SitemapEntry[]): string {
  return xml("sitemapindex", "sitemap", entries);
}

function xml(root: string, item: string, entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ address, changed }) => {
    const lastmod = changed === undefined ? "" : `<lastmod>${changed}</lastmod>`;
    return `<${item}><loc>${escapeAddress(address)}</loc>${lastmod}</${item}>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...lines,
    `</${root}>`,
    "",
  ].join("\n");
}

/** Escapes an address for XML; sitemaps ask for the apostrophe as well. */
export function escapeAddress(address: string): string {
  return escapeXml(address).replace(/'/g, "&apos;");
}
