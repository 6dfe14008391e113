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

/** What the page of an author says of them. */
export interface Profile extends Writer {
  /** Position or beat. */
  role?: string;
  bio?: string;
  /** Their own home page. */
  website?: string;
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
  /** How many there are; absent where nobody knows. */
  words?: number;
  language: string;
  corrections: { text: string; date: string }[];
  /** What readers are told that it is, where it is no plain news: "Opinion", "Sponsored". */
  label?: string;
  /** Who paid for it. */
  sponsor?: string;
  /** Who supplied the piece. */
  source?: { name: string; url?: string };
  /** Where it was published first, if elsewhere. */
  original?: string;
  story?: Linked;
  /** Of a live blog that has updates. */
  live?: LiveData;
}

/** What structured data says of a live blog besides. */
export interface LiveData {
  /** When it ended; absent while it goes on. */
  ended?: string;
  /** Newest first. */
  updates: { url: string; published: string; headline?: string; authors: Writer[] }[];
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
  const { kind, url, section, story, sponsor, source, corrections, live } = article;
  return [
    {
      "@type": live === undefined ? TYPES[kind] : "LiveBlogPosting",
      "@id": `${url}#article`,
      mainEntityOfPage: url,
      headline: article.headline,
      description: article.description,
      image: article.images,
      datePublished: article.published,
      dateModified: article.modified,
      author: article.authors.map(writerData),
      publisher: publisherData(publisher),
      articleSection: section.name,
      genre: article.label,
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
      sponsor: sponsor === undefined ? undefined : { "@type": "Organization", name: sponsor },
      sourceOrganization:
        source === undefined
          ? undefined
          : { "@type": "Organization", name: source.name, url: source.url },
      isBasedOn: article.original,
      isPartOf:
        story === undefined
          ? undefined
          : { "@type": "CreativeWorkSeries", name: story.name, url: story.url },
      ...(live === undefined ? {} : liveData(live, article.published)),
    },
    breadcrumbs([
      { name: publisher.name, url: publisher.url },
      section,
      { name: article.headline, url },
    ]),
  ];
}

/** What a live blog has besides (schema.org `LiveBlogPosting`; Google's markup of live blogs). */
function liveData({ ended, updates }: LiveData, began: string): Readonly<Record<string, JsonLd>> {
  return {
    coverageStartTime: began,
    coverageEndTime: ended,
    liveBlogUpdate: updates.map(({ url, published, headline, authors }) => ({
      "@type": "BlogPosting",
      "@id": url,
      url,
      headline,
      datePublished: published,
      author: authors.map(writerData),
    })),
  };
}

/**
 * The structured data of a live blog's page, completed by what only its body knows: each update's name, and its text
 * where it has one. `texts` has them by the address of the update.
 */
export function withUpdateTexts(
  graph: readonly JsonLd[],
  texts: ReadonlyMap<string, { name: string; text: string }>,
): JsonLd[] {
  return graph.map((node) => {
    if (!isMap(node) || !isList(node["liveBlogUpdate"])) return node;
    const liveBlogUpdate = node["liveBlogUpdate"].map((update) => {
      const known = isMap(update) ? texts.get(String(update["url"])) : undefined;
      if (known === undefined || !isMap(update)) return update;
      return {
        ...update,
        headline: known.name,
        articleBody: known.text === "" ? undefined : known.text,
      };
    });
    return { ...node, liveBlogUpdate };
  });
}

function isMap(value: JsonLd): value is Readonly<Record<string, JsonLd>> {
  return typeof value === "object" && !isList(value);
}

function isList(value: JsonLd): value is readonly JsonLd[] {
  return Array.isArray(value);
}

/** The publication itself, for its front page. */
export function publicationData(
  publisher: Publisher,
  { description, language }: { description: string; language: string },
): JsonLd[] {
  return [
    {
      "@type": "WebSite",
      name: publisher.name,
      url: publisher.url,
      description,
      inLanguage: language,
    },
    publisherData(publisher),
  ];
}

/** An author, for the page that tells of them (schema.org `ProfilePage`; Google's markup of profiles). */
export function profileData(profile: Profile): JsonLd {
  const { desk, role, bio, website } = profile;
  return {
    "@type": "ProfilePage",
    mainEntity: {
      ...writerData(profile),
      description: bio,
      // Only people have one.
      jobTitle: desk ? undefined : role,
      sameAs: website,
    },
  };
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

function writerData({ name, url, desk }: Writer): Readonly<Record<string, JsonLd>> {
  return { "@type": desk ? "Organization" : "Person", name, url };
}

function publisherData({ name, url, logo }: Publisher): JsonLd {
  return {
    "@type": "NewsMediaOrganization",
    name,
    url,
    logo: { "@type": "ImageObject", url: logo.url, width: logo.width, height: logo.height },
  };
}
