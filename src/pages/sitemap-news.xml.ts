import { newsSitemapXml } from "../seo/news-sitemap.ts";
import { fixedProps } from "../views/render-context.ts";

/** The sitemap of the last two days. */
export function GET(): Response {
  const { view } = fixedProps("news");
  return new Response(newsSitemapXml(view.entries, view), {
    headers: { "content-type": "application/xml" },
  });
}
