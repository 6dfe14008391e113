import type { Article } from "../domain/article.ts";
import type { Image, Publication } from "../domain/publication.ts";
import { entryOf } from "../feeds/feed.ts";
import { messagesFor } from "../i18n/languages.ts";
import { showDay, showMoment } from "../i18n/shown-dates.ts";
import type { Derivative } from "../media/derivative.ts";
import { leadImage } from "../media/lead-image.ts";
import { isShownAsIs, pageForms, rasterForm } from "../media/page-images.ts";
import { shareForms, sharedImage } from "../media/share-images.ts";
import { searchPeriods } from "../search/search-records.ts";
import { metaTags } from "../seo/meta-tags.ts";
import { pageTitle } from "../seo/page-title.ts";
import { kindLabel } from "../site/kind-label.ts";
import { feedSourceOf } from "../views/feed-item.ts";
import { articleMeta } from "../views/page-meta.ts";
import { teaserOf } from "../views/teaser.ts";

/** A picture of a card: a file to be made, and what it says to those who do not see it. */
export interface CardImage {
  form: Derivative;
  alt: string;
}

/** What readers see of an article before they open it. All texts are plain. */
export interface ReviewedArticle {
  file: string;
  /** Whole address. */
  url: string;
  /** Of its texts, and of the publication. */
  language: string;
  isNew: boolean;
  /** In a review with drafts: why it is not public. */
  unpublished?: "draft" | "scheduled";
  front: ListCard & { kicker?: string };
  feed: {
    title: string;
    summary: string;
    authors: string[];
    categories: string[];
    published: string;
    /** Where it changed since. */
    updated?: string;
  };
  search: ListCard;
  share: { title: string; description: string; site: string; image: CardImage };
  /** What search engines are told. */
  engines: { title: string; description: string };
}

interface ListCard {
  category: string;
  label?: string;
  title: string;
  text: string;
  byline: string[];
  date: string;
  image?: CardImage;
}

/** The cards of articles of a publication, in their order. `isNew` says whether an article was not public before. */
export function reviewedArticles(
  articles: readonly Article[],
  publication: Publication,
  isNew: (article: Article) => boolean,
): ReviewedArticle[] {
  const found = new Map(
    searchPeriods({ ...publication, articles: [...articles] })
      .flatMap((period) => period.articles)
      .map(({ head }) => [head.path, head]),
  );
  const { site } = publication;
  const words = messagesFor(site);
  const { language, timezone } = site;
  return articles.map((article) => {
    const teaser = teaserOf(article, publication);
    const label = kindLabel(article, words);
    const lead = leadImage(article, publication);
    const image =
      lead === undefined ? undefined : { form: smallForm(lead), alt: article.image?.alt ?? "" };
    const record = found.get(article.path);
    const entry = entryOf(feedSourceOf(article, publication), "", "");
    const meta = articleMeta(article, publication);
    const tags = metaTags(meta, site);
    const tagged = (name: string): string =>
      tags.find((tag) => tag.name === name || tag.property === name)?.content ?? "";
    const shared = sharedImage(article, publication);
    const common = {
      ...(label === undefined ? {} : { label }),
      ...(image === undefined ? {} : { image }),
    };
    return {
      file: article.file,
      url: entry.link,
      language: article.language ?? language,
      isNew: isNew(article),
      ...(article.unpublished === undefined ? {} : { unpublished: article.unpublished }),
      front: {
        ...common,
        category: teaser.category.text,
        ...(teaser.kicker === undefined ? {} : { kicker: teaser.kicker }),
        title: teaser.title,
        text: teaser.description,
        byline: teaser.byline,
        date: showDay(teaser.date.day, language),
      },
      feed: {
        title: entry.title,
        summary: entry.summary,
        authors: entry.authors,
        categories: entry.categories,
        published: showMoment(entry.published, language, timezone),
        ...(entry.updated > entry.published
          ? { updated: showMoment(entry.updated, language, timezone) }
          : {}),
      },
      search: {
        ...common,
        category: record?.category.title ?? "",
        title: record?.title ?? "",
        text: record?.description ?? "",
        byline: (record?.authors ?? []).map(({ name }) => name),
        date: showDay(record?.day ?? article.day, language),
      },
      share: {
        title: tagged("og:title"),
        description: tagged("og:description"),
        site: new URL(site.origin).host,
        image: { form: shareForms(shared.image).wide, alt: tagged("og:image:alt") },
      },
      engines: {
        title: meta.seo?.title ?? pageTitle(meta.title, site.name),
        description: tagged("description"),
      },
    };
  });
}

/** The smallest form that is made of a picture, never a drawing as it is: opened alone, it is a document. */
function smallForm(image: Image): Derivative {
  return (isShownAsIs(image) ? undefined : pageForms(image).sources[0]) ?? rasterForm(image);
}
