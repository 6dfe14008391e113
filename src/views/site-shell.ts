import type { NamedLink } from "./named-link.ts";
import { addresses, href } from "../urls/hrefs.ts";
import { NAMED_FORMATS } from "../domain/feed-formats.ts";
import type { Site } from "../domain/publication.ts";
import type { Publication } from "../domain/publication.ts";
import { icons } from "../media/icon-images.ts";
import type { IconImage, Icons } from "../media/icon-images.ts";
import { MANIFEST } from "../seo/web-manifest.ts";
import { themeCss } from "../site/theme-css.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedLink } from "./feed-links.ts";

/** A link to a section, which has a name besides. */
export interface CategoryLink extends NamedLink {
  slug: string;
}

/** What stands around every page: the publication's name, its sections and its feed. */
export interface SiteShell {
  site: Site;
  /** The publication's colours and type, as a style sheet. */
  themeCss: string;
  front: string;
  /** The publication's own feeds, the main one first. */
  feeds: FeedLink[];
  icons: Icons;
  /** Absolute path of the web manifest. */
  manifest: string;
  categories: CategoryLink[];
  pages: NamedLink[];
}

/** The frame of every page. It changes only with `site.yaml`, the sections and the standing pages. */
export function siteShellOf(publication: Publication): SiteShell {
  const { site, categories, pages } = publication;
  return {
    site,
    themeCss: themeCss(publication),
    front: href(site, addresses.front()),
    feeds: feedLinks(addresses.front(), undefined, NAMED_FORMATS, { publication }),
    icons: hrefsOf(icons(publication), site),
    manifest: href(site, MANIFEST),
    categories: categories.map(({ slug, title }) => ({
      text: title,
      href: href(site, addresses.category(slug)),
      slug,
    })),
    pages: pages.map(({ title, path }) => ({ text: title, href: href(site, path) })),
  };
}

/** The same icons by addresses below the host. */
function hrefsOf({ drawing, favicon, touch, large }: Icons, site: Site): Icons {
  const placed = ({ path, size }: IconImage): IconImage => ({ path: href(site, path), size });
  return {
    ...(drawing === undefined ? {} : { drawing: href(site, drawing) }),
    favicon: href(site, favicon),
    touch: placed(touch),
    large: large.map(placed),
  };
}
