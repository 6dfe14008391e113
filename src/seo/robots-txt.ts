/** `robots.txt` (RFC 9309): everything may be read, and here is where it is listed. Addresses are absolute. */
export function robotsTxt(sitemaps: readonly string[]): string {
  return ["User-agent: *", "Allow: /", "", ...sitemaps.map((url) => `Sitemap: ${url}`), ""].join(
    "\n",
  );
}
