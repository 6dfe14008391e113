import { addresses, href } from "../urls/hrefs.ts";
import type { Article, ArticleKind } from "../domain/article.ts";
import { sectionTitle } from "../domain/publication.ts";
import type { Publication } from "../domain/publication.ts";
import type { PictureTarget } from "../markdown/body.ts";
import { leadPicture } from "../media/lead-picture.ts";
import { listTarget } from "../media/picture-target.ts";
import type { ListPicture } from "../media/picture-target.ts";
import { pictureTarget } from "./body-targets.ts";
import type { SectionLink } from "./site-shell.ts";
import { shownDay } from "./shown-date.ts";
import type { ShownDate } from "./shown-date.ts";

/** An article as lists show it. */
export interface Teaser {
  href: string;
  title: string;
  description: string;
  section: SectionLink;
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
export interface PicturedTeaser extends Teaser {
  picture?: PictureTarget & { alt: string };
}

/** An article as long lists show it: with its lead picture, small, where it has one. */
export interface ListedTeaser extends Teaser {
  picture?: ListPicture;
}

/** What lists show of an article, made once per article and build. */
export function teaserOf(article: Article, publication: Publication): Teaser {
  return {
    href: href(publication.site, article.path),
    title: article.title,
    description: article.description,
    section: sectionLink(article, publication),
    date: shownDay(article, publication.site.timezone),
    kind: article.kind,
    ...(article.ended === undefined ? {} : { ended: true }),
    ...(article.kicker === undefined ? {} : { kicker: article.kicker }),
    byline: article.authors.map((slug) => publication.authors[slug]?.name ?? slug),
    ...(article.language === undefined ? {} : { language: article.language }),
  };
}

/** What fronts show of an article. */
export function picturedTeaser(article: Article, publication: Publication): PicturedTeaser {
  const { image } = article;
  const picture =
    image === undefined ? null : pictureTarget(image.src, article.file, publication, "page");
  return {
    ...teaserOf(article, publication),
    ...(image === undefined || picture === null ? {} : { picture: { ...picture, alt: image.alt } }),
  };
}

/** What long lists show of an article, from what all lists do; made once per article and build. */
export function listedTeaser(
  article: Article,
  teaser: Teaser,
  publication: Publication,
): ListedTeaser {
  const picture = leadPicture(article, publication);
  return picture === undefined
    ? teaser
    : { ...teaser, picture: listTarget(picture, publication.site) };
}

/** The section that an article stands in. */
export function sectionLink({ category }: Article, publication: Publication): SectionLink {
  return {
    slug: category,
    text: sectionTitle(publication, category),
    href: href(publication.site, addresses.category(category)),
  };
}
