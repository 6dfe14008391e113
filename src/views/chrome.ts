import { addresses, href } from "../domain/addresses.ts";
import type { Site } from "../domain/publication.ts";
import type { Publication } from "../domain/publication.ts";
import { themeCss } from "../site/theme-css.ts";

/** A link with the text that stands on it. */
export interface NamedLink {
  text: string;
  href: string;
}

/** A link to a section, which has a name besides. */
export interface SectionLink extends NamedLink {
  slug: string;
}

/** What stands around every page: the publication's name, its sections and its feed. */
export interface Chrome {
  site: Site;
  /** The publication's colours and type, as a style sheet. */
  themeCss: string;
  front: string;
  feed: string;
  icon: string;
  sections: SectionLink[];
  pages: NamedLink[];
}

/** The frame of every page. It changes only with `site.yaml`, the sections and the standing pages. */
export function chromeOf(publication: Publication): Chrome {
  const { site, categories, pages } = publication;
  return {
    site,
    themeCss: themeCss(publication),
    front: href(site, addresses.front()),
    feed: href(site, addresses.feed()),
    icon: href(site, iconOf(publication.publicFiles)),
    sections: categories.map(({ slug, title }) => ({
      text: title,
      href: href(site, addresses.category(slug)),
      slug,
    })),
    pages: pages.map(({ title, path }) => ({ text: title, href: href(site, path) })),
  };
}

/** The publication's own icon, or the one that comes with the press. */
function iconOf(publicFiles: readonly string[]): string {
  const own = ["svg", "png", "ico"]
    .map((type) => `/favicon.${type}`)
    .find((path) => publicFiles.includes(`public${path}`));
  return own ?? "/favicon.svg";
}
