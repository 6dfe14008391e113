import type { StandingPage } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import type { ContentListing } from "../loader/content-files.ts";
import type { readData } from "../loader/data-files.ts";
import { besideDiagnostics } from "../loader/files-beside.ts";
import type { Content } from "../loader/read-content.ts";
import { codeDiagnostics, languageDiagnostics, typeDiagnostics } from "../loader/read-site.ts";
import type { PlacedReferences } from "../loader/references.ts";
import type { readPictures } from "../loader/shown-pictures.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import { identityDiagnostics, pageCollisions } from "./article-identity.ts";
import type { PlacedArticle } from "./article-identity.ts";
import { dataDiagnostics } from "./data-diagnostics.ts";
import { linkDiagnostics } from "./link-diagnostics.ts";
import { PictureOffers } from "./meant-picture.ts";
import { mediaDiagnostics } from "./media-diagnostics.ts";
import { futureDiagnostics, unusedDiagnostics } from "./newsroom.ts";
import { pictureDiagnostics } from "./picture-diagnostics.ts";
import type { KnownPictures } from "./picture-diagnostics.ts";
import { postPictureDiagnostics } from "./posts.ts";
import type { PostPicture } from "./posts.ts";
import { leaveDiagnostics } from "./public-files.ts";
import { publishedNameDiagnostics } from "./published-names.ts";
import { referenceDiagnostics } from "./reference-diagnostics.ts";
import { sitePictureDiagnostics } from "./site-picture-diagnostics.ts";
import { tagDiagnostics } from "./tag-diagnostics.ts";

/** Everything that was read, for what files say of each other. */
export interface CrossFileSources {
  content: Content;
  listing: Pick<ContentListing, "files" | "free">;
  now: Instant;
  placed: readonly PlacedArticle[];
  texts: readonly PlacedReferences[];
  pages: readonly StandingPage[];
  /** Names of tags by their slugs. */
  tags: Map<string, string>;
  textOf: (file: string) => string | undefined;
  /** Paths that pages have, and those that come later. */
  printed: ReadonlySet<string>;
  later: readonly string[];
  urls: PublishedUrls;
  nearestPage: NearestPath;
  /** Files beside texts, by path: of those published, and of those held back. */
  beside: Readonly<Record<string, string>>;
  besideUnpublished: Readonly<Record<string, string>>;
  /** Files of `public/`, by path. */
  copied: Readonly<Record<string, string>>;
  pictures: Awaited<ReturnType<typeof readPictures>>;
  data: ReturnType<typeof readData>;
  postPictures: readonly PostPicture[];
}

/** What is wrong between files: names, ids and paths that are there twice or not at all, links, pictures, figures. */
export function crossFileDiagnostics(sources: CrossFileSources): Diagnostic[] {
  const { content, listing, now, placed, texts, pages, tags, textOf } = sources;
  const { cards, site, placeOf, named } = content;
  const { files, free } = listing;
  const publicFiles = [...files.publicFiles.keys()];
  const references = texts.map((text) => text.references);
  const pictures = {
    readings: sources.pictures,
    offers: new PictureOffers({
      files: oneAfterAnother(files.assets.keys(), publicFiles),
      texts: references,
      site,
    }),
  };
  return [
    ...referenceDiagnostics([...texts], {
      categories: cards.categories.names,
      authors: cards.authors.names,
      stories: cards.stories.names,
      posts: cards.posts.names,
    }),
    ...identityDiagnostics(placed, free),
    ...pageCollisions([...pages], cards.categories.names, free),
    ...tagDiagnostics([...placed], tags, textOf),
    ...languageDiagnostics(site, placeOf),
    ...codeDiagnostics(site, files, placeOf),
    ...typeDiagnostics(site, publicFiles, placeOf),
    ...leaveDiagnostics(named.allowed, publicFiles, placeOf),
    ...futureDiagnostics(placed, now),
    ...fileDiagnostics(sources, publicFiles),
    ...unusedCards(sources),
    ...sitePictureDiagnostics(named.pictures, pictures),
    ...postPictureDiagnostics([...sources.postPictures], pictures),
    ...dataDiagnostics(references, {
      readings: sources.data,
      symbolicLinks: files.symbolicLinks,
      nearest: new NearestPath([...files.assets.keys(), ...publicFiles].filter(isCsv)),
    }),
    ...textDiagnostics(sources, publicFiles, pictures),
  ];
}

/** Files that would take the place of something, or whose names hosts do not take. */
function fileDiagnostics(
  { listing, beside, besideUnpublished, printed, later, copied }: CrossFileSources,
  publicFiles: readonly string[],
): Diagnostic[] {
  const { free } = listing;
  return [
    ...besideDiagnostics(
      { ...besideUnpublished, ...beside },
      printed,
      later.filter((path) => !Object.hasOwn(besideUnpublished, path)),
      copied,
      free,
    ),
    ...publishedNameDiagnostics(
      [...publicFiles, ...Object.values(beside), ...Object.values(besideUnpublished)],
      free,
    ),
  ];
}

/** A faulty article may be the one that refers to a card, so that nothing is said while there is one. */
function unusedCards({ content, listing, placed }: CrossFileSources): Diagnostic[] {
  if (placed.length !== listing.files.articles.length) return [];
  const { categories, stories, tags } = content.cards;
  return unusedDiagnostics(placed, {
    categories: categories.names,
    stories: stories.names,
    tags: tags.names,
  });
}

/** What is wrong with the links, pictures and recordings of texts. */
function* textDiagnostics(
  { content, listing, texts, urls, nearestPage }: CrossFileSources,
  publicFiles: readonly string[],
  pictures: KnownPictures,
): Generator<Diagnostic> {
  const { files } = listing;
  const playing = {
    site: content.site,
    publicFiles: files.publicFiles,
    nearest: new NearestPath(publicFiles),
  };
  const linking = {
    known: urls,
    nearest: nearestPage,
    assets: files.assets,
    pictures,
    nearestFile: new NearestPath(
      oneAfterAnother(files.assets.keys(), publicFiles, urls.byFile.keys()),
    ),
  };
  for (const one of texts) {
    yield* mediaDiagnostics(one.references, playing);
    yield* linkDiagnostics(one.references, linking);
    yield* pictureDiagnostics(one, pictures);
  }
}

function isCsv(file: string): boolean {
  return /\.csv$/i.test(file);
}

/** Asked for only where something is missing. */
function* oneAfterAnother(...lists: Iterable<string>[]): Generator<string> {
  for (const list of lists) yield* list;
}
