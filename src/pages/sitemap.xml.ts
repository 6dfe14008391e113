import { sitemapIndexXml } from "../seo/sitemap.ts";
import { fixedProps } from "../views/render-context.ts";

/** The sitemap of sitemaps. */
export function GET(): Response {
  const { view } = fixedProps("sitemapIndex");
  return new Response(sitemapIndexXml(view.entries), {
    headers: { "content-type": "application/xml" },
  });
}
