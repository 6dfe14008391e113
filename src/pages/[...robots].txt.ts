import type { APIRoute } from "astro";
import { robotsTxt } from "../seo/robots-txt.ts";
import { staticPaths } from "../views/render-context.ts";
import type { RobotsView } from "../views/route-views.ts";

/** There is none where the publication has one of its own. */
export const getStaticPaths = () => staticPaths("robots");

/** What robots may read, and where it is listed. */
export const GET: APIRoute<{ view: RobotsView }> = ({ props }) =>
  new Response(robotsTxt(props.view.sitemaps), { headers: { "content-type": "text/plain" } });
