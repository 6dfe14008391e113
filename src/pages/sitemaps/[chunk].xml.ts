import type { APIContext } from "astro";
import { sitemapXml } from "../../seo/sitemap.ts";
import { staticPaths } from "../../views/render-context.ts";
import type { PageProps } from "../../views/render-context.ts";
import type { RouteViews } from "../../views/route-views.ts";

export const getStaticPaths = () => staticPaths("sitemap");

/** A sitemap of one month's articles, or of everything else. */
export function GET({ props }: APIContext<PageProps<RouteViews["sitemap"]>>): Response {
  return new Response(sitemapXml(props.view.entries), {
    headers: { "content-type": "application/xml" },
  });
}
