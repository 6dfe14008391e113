import type { APIRoute } from "astro";
import { webManifest } from "../seo/web-manifest.ts";
import { staticPaths } from "../views/render-context.ts";
import type { PageProps } from "../views/render-context.ts";
import type { ManifestView } from "../views/route-views.ts";

/** There is none where the publication has one of its own. */
export const getStaticPaths = () => staticPaths("manifest");

/** What a phone needs to put the publication on its screen. */
export const GET: APIRoute<PageProps<ManifestView>> = ({ props }) =>
  new Response(webManifest(props.shell.site, props.shell.icons.large), {
    headers: { "content-type": "application/manifest+json" },
  });
