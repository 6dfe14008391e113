import { absolute, hrefWithFragment } from "../urls/hrefs.ts";
import type { Moved, Site } from "../domain/publication.ts";
import { escapeXml } from "../domain/xml-text.ts";
import { textDirection } from "../i18n/text-direction.ts";
import { messagesFor } from "../i18n/languages.ts";

/**
 * The page at an old address: it sends browsers on at once and tells search engines where the page is now (HTML,
 * section 4.2.5.3, `refresh`), without script, on any host. Small, because a moved archive has one for each page.
 */
export function movedPage({ to }: Moved, site: Site): string {
  const isOwn = to.startsWith("/");
  const link = escapeXml(isOwn ? hrefWithFragment(site, to) : to);
  const page = to.replace(/#.*/s, "");
  const canonical = escapeXml(isOwn ? absolute(site, page) : page);
  const words = messagesFor(site);
  return [
    "<!DOCTYPE html>",
    `<html lang="${escapeXml(site.language)}" dir="${textDirection(site.language)}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(words.moved)}</title>`,
    `<meta http-equiv="refresh" content="0; url=${link}">`,
    `<link rel="canonical" href="${canonical}">`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${escapeXml(words.moved)}</h1>`,
    `<p><a href="${link}">${escapeXml(words.movedText)}</a></p>`,
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
