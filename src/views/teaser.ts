import { addresses, href } from "../urls/hrefs.ts";
import type { Article, ArticleKind } from "../domain/article.ts";
import { categoryTitle } from "../domain/publication.ts";
import type { Publication } from "../domain/publication.ts";
import type { ImageTarget } from "../markdown/body.ts";
import { leadImage } from "../media/lead-image.ts";
import { listTarget } from "../media/image-target.ts";
import type { ListImage } from "../media/image-target.ts";
import { imageTarget } from "./body-targets.ts";
import type { CategoryLink } from "./site-shell.ts";
import { shownDay } from "./shown-date.ts";
import type { ShownDate } from "./shown-date.ts";

/** An article as lists show it. */
export interface Teaser {
  href: string;
  title: string;
  description: string;
  category: CategoryLink;
  date: ShownDate;
  kind: ArticleKind;
  /** Whether it is a live blog that is over. */
  ended?: true;
  kicker?: string;
  byline: string[];
  /** Language of the piece where it is not the publication's. */
  language?: string;
}

/** An article as fronts show it: with its lead picture where it has one. */
export interface ImageTeaser extends Teaser {
  image?: ImageTarget & { alt: string };
}

/** An article as long lists show it: with its lead picture, small, where it has one. */
export interface ListedTeaser extends Teaser {
  image?: ListImage;
}

/** What lists show of an article, made once per article and build. */
export function teaserOf(article: Article, publication: Publication): Teaser {
  return {
    href: href(publication.site, article.path),
    title: article.title,
    description: article.description,
    category: categoryLink(article, publication),
    date: shownDay(article, publication.site.timezone),
    kind: article.kind,
    ...(article.ended === undefined ? {} : { ended: true }),
    ...(article.kicker === undefined ? {} : { kicker: article.kicker }),
    byline: article.authors.map((slug) => publication.authors[slug]?.name ?? slug),
    ...(article.language === undefined ? {} : { language: article.language }),
  };
}

/** What fronts show of an article. */
export function imageTeaser(article: Article, publication: Publication): ImageTeaser {
  const { image } = article;
  const target =
    image === undefined ? null : imageTarget(image.src, article.file, publication, "page");
  return {
    ...teaserOf(article, publication),
    ...(image === undefined || target === null ? {} : { image: { ...target, alt: image.alt } }),
  };
}

/** What long lists show of an article, from what all lists do; made once per article and build. */
export function listedTeaser(
  article: Article,
  teaser: Teaser,
  publication: Publication,
): ListedTeaser {
  const lead = leadImage(article, publication);
  return lead === undefined ? teaser : { ...teaser, image: listTarget(lead, publication.site) };
}

/** The section that an article stands in. */
export function categoryLink({ category }: Article, publication: Publication): CategoryLink {
  return {
    slug: category,
    text: categoryTitle(publication, category),
    href: href(publication.site, addresses.category(category)),
  };
}
