import { absolute, addresses } from "../urls/hrefs.ts";
import { lastChange } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import { publisherLogo, sharedImage, shareImages } from "../media/share-images.ts";
import type { MachineImage } from "../media/share-images.ts";
import { categoryTitle, topicsOf } from "../domain/publication.ts";
import type { Image, Publication } from "../domain/publication.ts";
import { updateTexts } from "../markdown/update-texts.ts";
import type { BodyTargets, BodyTree } from "../markdown/body.ts";
import { sharedTitle } from "../site/label-note.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { PageMeta, ShareCard } from "../seo/page-meta.ts";
import {
  articleData,
  breadcrumbs,
  profileData,
  publicationData,
  withUpdateTexts,
} from "../seo/structured-data.ts";
import type { Linked, LiveData, Profile, Publisher, Writer } from "../seo/structured-data.ts";

/** What lists and standing pages tell of themselves. */
export interface PageSubject {
  /** Below the base. */
  path: string;
  /** Absent on the front page. */
  title?: string;
  description?: string;
  /** Of the page of an author. */
  profile?: Profile;
  /** The page above it, if it is not the front page. */
  above?: Linked;
}

/** The head of a page that is no article. */
export function pageMeta(metadata: PageSubject, publication: Publication): PageMeta {
  const { path, title, description, profile, above } = metadata;
  const { site } = publication;
  const url = absolute(site, path);
  const publisher = publisherOf(publication);
  const way =
    title === undefined
      ? []
      : [publisher, ...(above === undefined ? [] : [above]), { name: title, url }];
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    canonical: url,
    card: {
      type: profile === undefined ? "website" : "profile",
      url,
      image: cardImage(publication.shareImage, site.name, publication),
    },
    jsonLd:
      title === undefined
        ? publicationData(publisher, site)
        : [...(profile === undefined ? [] : [profileData(profile)]), breadcrumbs(way)],
  };
}

/** The head of an article. Its dates are those that the page shows and the feeds tell. */
export function articleMeta(article: Article, publication: Publication): PageMeta {
  const { site, stories } = publication;
  const url = absolute(site, article.path);
  const { image, alt } = sharedImage(article, publication);
  const changed = lastChange(article);
  const published = isoWithOffset(article.instant, site.timezone);
  const modified = isoWithOffset(changed, site.timezone);
  const section = {
    name: categoryTitle(publication, article.category),
    url: absolute(site, addresses.category(article.category)),
  };
  const writers = article.authors.map((slug) => writerOf(slug, publication));
  const live = liveData(article, writers, publication);
  const topics = topicsOf(article, publication).map(({ name }) => name);
  const { square, fourThree, sixteenNine } = shareImages(image);
  const { kind, story, source, metadata } = article;
  const own = article.language === site.language ? undefined : article.language;
  const words = messagesFor(site);
  // A live blog is one by its type, and not live for ever.
  const label = kind === "live" ? undefined : words.kinds[kind];
  const shared = sharedTitle(article, words);
  return {
    title: article.title,
    description: article.description,
    ...(article.seo === undefined ? {} : { seo: article.seo }),
    ...(own === undefined ? {} : { language: own }),
    authors: writers.map(({ name }) => name),
    canonical: article.canonical ?? url,
    card: {
      type: "article",
      ...(shared === article.title ? {} : { title: shared }),
      url,
      image: cardImage(image, alt, publication),
      article: {
        published,
        ...(changed > article.instant ? { modified } : {}),
        section: section.name,
        authors: writers.map((writer) => writer.url),
        tags: topics,
      },
    },
    jsonLd: articleData(
      {
        kind,
        url,
        headline: article.title,
        description: article.description,
        images: [square, fourThree, sixteenNine].map(({ path }) => absolute(site, path)),
        published,
        modified,
        authors: writers,
        section,
        tags: topics,
        // A text that is run, or only shown, has none that were counted.
        ...(metadata.words === 0 ? {} : { words: metadata.words }),
        language: own ?? site.language,
        corrections: article.corrections.map(({ note, instant }) => ({
          text: note,
          date: isoWithOffset(instant, site.timezone),
        })),
        ...(label === undefined ? {} : { label }),
        ...(kind === "sponsored" && article.sponsor !== undefined
          ? { sponsor: article.sponsor }
          : {}),
        ...(live === undefined ? {} : { live }),
        ...(source === undefined ? {} : { source }),
        ...(article.canonical === undefined ? {} : { original: article.canonical }),
        ...(story === undefined
          ? {}
          : {
              story: {
                name: stories[story]?.title ?? story,
                url: absolute(site, addresses.story(story)),
              },
            }),
      },
      publisherOf(publication),
    ),
  };
}

function writerOf(slug: string, { site, authors }: Publication): Writer {
  return {
    name: authors[slug]?.name ?? slug,
    url: absolute(site, addresses.author(slug)),
    desk: authors[slug]?.is === "desk",
  };
}

/** What the card of an author says. */
export function profileOf(slug: string, publication: Publication): Profile {
  const { role, bio, url } = publication.authors[slug] ?? {};
  return {
    ...writerOf(slug, publication),
    ...(role === undefined ? {} : { role }),
    ...(bio === undefined ? {} : { bio }),
    ...(url === undefined ? {} : { website: url }),
  };
}

/** A live blog's updates, but for their texts; `writers` stand for those that name nobody. */
function liveData(
  { path, ended, metadata }: Article,
  writers: Writer[],
  publication: Publication,
): LiveData | undefined {
  const { site } = publication;
  if (metadata.updates === undefined) return undefined;
  return {
    ...(ended === undefined ? {} : { ended: isoWithOffset(ended, site.timezone) }),
    updates: metadata.updates.map(({ id, instant, title, by }) => ({
      url: `${absolute(site, path)}#${id}`,
      published: isoWithOffset(instant, site.timezone),
      ...(title === undefined ? {} : { headline: title }),
      authors: by === undefined ? writers : [writerOf(by, publication)],
    })),
  };
}

/** The head of an article's page, completed by what only its body knows: the names and texts of a live blog's updates. */
export function metaWithTexts(meta: PageMeta, body: BodyTree, targets: BodyTargets): PageMeta {
  const updates = updateTexts(body, targets);
  if (updates.length === 0 || meta.jsonLd === undefined) return meta;
  const texts = new Map(
    updates.map(({ id, name, text }) => [`${targets.address}#${id}`, { name, text }]),
  );
  return { ...meta, jsonLd: withUpdateTexts(meta.jsonLd, texts) };
}

function cardImage(image: Image, alt: string, { site }: Publication): ShareCard["image"] {
  const { wide } = shareImages(image);
  return { ...addressed(wide, site), type: wide.type, alt };
}

function publisherOf(publication: Publication): Publisher {
  const { site } = publication;
  return {
    name: site.name,
    url: absolute(site, addresses.front()),
    logo: addressed(publisherLogo(publication), site),
  };
}

function addressed({ path, width, height }: MachineImage, site: Publication["site"]) {
  return { url: absolute(site, path), width, height };
}
