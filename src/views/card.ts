import { addresses, href } from "../domain/addresses.ts";
import type { Article, ArticleKind } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import type { DatedMoment, Day } from "../domain/dates.ts";
import { sectionTitle } from "../domain/publication.ts";
import type { Publication } from "../domain/publication.ts";
import type { PictureTarget } from "../markdown/body.ts";
import { pictureTarget } from "./body-targets.ts";
import type { SectionLink } from "./chrome.ts";

/** A date for readers and for machines. */
export interface ShownDate {
  /** `YYYY-MM-DD`, in the publication's time zone. */
  day: Day;
  /** For `datetime`: the day alone, or the instant with its offset where the time is known. */
  iso: string;
  /** Instant in milliseconds, for formatting the time; absent where only the day is known. */
  instant?: number;
}

/** An article as lists show it. */
export interface Card {
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
export interface PicturedCard extends Card {
  picture?: PictureTarget & { alt: string };
}

/** What lists show of an article, made once per article and build. */
export function cardOf(article: Article, publication: Publication): Card {
  return {
    href: href(publication.site, article.path),
    title: article.title,
    description: article.description,
    section: sectionLink(article, publication),
    date: shownDate(article, publication.site.timezone),
    kind: article.kind,
    ...(article.ended === undefined ? {} : { ended: true }),
    ...(article.kicker === undefined ? {} : { kicker: article.kicker }),
    byline: article.authors.map((slug) => publication.authors[slug]?.name ?? slug),
    ...(article.language === undefined ? {} : { language: article.language }),
  };
}

/** What fronts show of an article. */
export function picturedCard(article: Article, publication: Publication): PicturedCard {
  const { image } = article;
  const picture =
    image === undefined ? null : pictureTarget(image.src, article.file, publication, "page");
  return {
    ...cardOf(article, publication),
    ...(image === undefined || picture === null ? {} : { picture: { ...picture, alt: image.alt } }),
  };
}

/** The section that an article stands in. */
export function sectionLink({ category }: Article, publication: Publication): SectionLink {
  return {
    slug: category,
    text: sectionTitle(publication, category),
    href: href(publication.site, addresses.category(category)),
  };
}

/** A date as it was written, of first publication for instance: with its time where that is known. */
export function shownDate({ instant, day, timed }: DatedMoment, timezone: string): ShownDate {
  return timed ? { day, iso: isoWithOffset(instant, timezone), instant } : { day, iso: day };
}
