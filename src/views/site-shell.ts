import type { NamedLink } from "./named-link.ts";
import { addresses, href } from "../urls/hrefs.ts";
import type {
  ListedLink,
  Navigation,
  Newsletter,
  OwnParts,
  OwnSlots,
} from "../domain/own-parts.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import { NAMED_FORMATS } from "../domain/feed-formats.ts";
import type { Site } from "../domain/publication.ts";
import type { Publication } from "../domain/publication.ts";
import { icons } from "../media/icon-images.ts";
import type { IconImage, Icons } from "../media/icon-images.ts";
import { MANIFEST } from "../seo/web-manifest.ts";
import { themeCss } from "../site/theme-css.ts";
import { resolveLinks } from "./body-links.ts";
import type { LinkingText } from "./body-links.ts";
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
  /** Links that the publication adds, and its accounts elsewhere; absent where it has none. */
  navigation?: ShellLinks;
  /** HTML that the publication adds to the head of every page. */
  head?: string;
  /** Components of the publication's own. */
  slots?: OwnSlots;
  ads?: OwnParts["ads"];
  newsletter?: Newsletter;
}

/** Links of the publication's own around its pages, by where they stand. */
export type ShellLinks = Readonly<Record<keyof Navigation, NamedLink[]>>;

/** The frame of every page. It changes only with `site.yaml`, the sections and the standing pages. */
export function siteShellOf(publication: Publication, published: PublishedUrls): SiteShell {
  const { site, categories, pages, parts } = publication;
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
    ...(parts?.navigation === undefined
      ? {}
      : { navigation: shellLinks(parts.navigation, publication, published) }),
    ...(parts?.head === undefined ? {} : { head: parts.head }),
    ...(parts?.slots === undefined ? {} : { slots: parts.slots }),
    ...(parts?.ads === undefined ? {} : { ads: parts.ads }),
    ...(parts?.newsletter === undefined ? {} : { newsletter: parts.newsletter }),
  };
}

/** Where these links are written: on no page, so that each leads to another one. */
const SITE_TEXT: LinkingText = { file: "site.yaml", path: "//", metadata: { ids: [] } };

/** Links as they stand on pages; without those that lead nowhere, which development shows all the same. */
function shellLinks(
  navigation: Navigation,
  publication: Publication,
  published: PublishedUrls,
): ShellLinks {
  const linksOf = (listed: readonly ListedLink[]): NamedLink[] => {
    const written = listed.map((link) => link.href);
    const leadTo = resolveLinks(written, SITE_TEXT, publication, published, "page");
    return listed.flatMap(({ label, href: link }) => {
      // What leads elsewhere stays as it is.
      const { [link]: to = link } = leadTo;
      return to === null ? [] : [{ text: label, href: to }];
    });
  };
  const { masthead, footer, social } = navigation;
  return { masthead: linksOf(masthead), footer: linksOf(footer), social: linksOf(social) };
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
