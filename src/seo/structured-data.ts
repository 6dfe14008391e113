import type { ArticleKind } from "../domain/article.ts";
import type { JsonLd } from "./json-ld.ts";

/** A name with its address. */
export interface Linked {
  name: string;
  url: string;
}

/** Whoever wrote something, on the page that tells of them. */
export interface Writer extends Linked {
  /** Whether the name stands for several people. */
  desk: boolean;
}

/** The publication as a publisher. */
export interface Publisher extends Linked {
  logo: { url: string; width: number; height: number };
}

/** What structured data says of an article. Addresses are absolute, dates have their offset. */
export interface ArticleData {
  kind: ArticleKind;
  url: string;
  headline: string;
  description: string;
  /** The picture in the shapes that search engines ask for: 1:1, 4:3 and 16:9. */
  images: string[];
  published: string;
  modified: string;
  authors: Writer[];
  section: Linked;
  tags: string[];
  words: number;
  language: string;
  corrections: { text: string; date: string }[];
  /** Who supplied the piece. */
  source?: { name: string; url?: string };
  /** Where it was published first, if elsewhere. */
  original?: string;
  story?: Linked;
}

const TYPES: Record<ArticleKind, string> = {
  news: "NewsArticle",
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
  review: "ReviewNewsArticle",
  interview: "NewsArticle",
  explainer: "BackgroundNewsArticle",
  live: "NewsArticle",
  sponsored: "AdvertiserContentArticle",
};

/** An article for search engines (schema.org `NewsArticle` and its kin; Google's article markup). */
export function articleData(article: ArticleData, publisher: Publisher): JsonLd[] {
  const { kind, url, section, story, source, corrections } = article;
  return [
    {
      "@type": TYPES[kind],
      "@id": `${url}#article`,
      mainEntityOfPage: url,
      headline: article.headline,
      description: article.description,
      image: article.images,
      datePublished: article.published,
      dateModified: article.modified,
      author: article.authors.map(({ name, url: page, desk }) => ({
        "@type": desk ? "Organization" : "Person",
        name,
        url: page,
      })),
      publisher: publisherData(publisher),
      articleSection: section.name,
      keywords: article.tags.length === 0 ? undefined : article.tags,
      wordCount: article.words,
      inLanguage: article.language,
      isAccessibleForFree: true,
      correction:
        corrections.length === 0
          ? undefined
          : corrections.map(({ text, date }) => ({
              "@type": "CorrectionComment",
              text,
              datePublished: date,
            })),
      sourceOrganization:
        source === undefined
          ? undefined
          : { "@type": "Organization", name: source.name, url: source.url },
      isBasedOn: article.original,
      isPartOf:
        story === undefined
          ? undefined
          : { "@type": "CreativeWorkSeries", name: story.name, url: story.url },
    },
    breadcrumbs([
      { name: publisher.name, url: publisher.url },
      section,
      { name: article.headline, url },
    ]),
  ];
}

/** The publication itself, for its front page. */
export function publicationData(publisher: Publisher, description: string): JsonLd[] {
  return [
    { "@type": "WebSite", name: publisher.name, url: publisher.url, description },
    publisherData(publisher),
  ];
}

/** The way to a page from the front page down, the page itself last. */
export function breadcrumbs(steps: readonly Linked[]): JsonLd {
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, url }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: url,
    })),
  };
}

function publisherData({ name, url, logo }: Publisher): JsonLd {
  return {
    "@type": "NewsMediaOrganization",
    name,
    url,
    logo: { "@type": "ImageObject", url: logo.url, width: logo.width, height: logo.height },
  };
}
