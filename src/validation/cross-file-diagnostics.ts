import { LEAST, rule as leadSize } from "../checks/picture/lead-size.ts";
import { settingIn } from "../checks/switchable.ts";
import type { StandingPage } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import type { ContentListing } from "../loader/content-files.ts";
import type { readData } from "../loader/csv-files.ts";
import { besideDiagnostics } from "../loader/files-beside.ts";
import type { Content } from "../loader/read-content.ts";
import { codeDiagnostics, languageDiagnostics, typeDiagnostics } from "../loader/read-site.ts";
import type { LocatedReferences } from "../loader/references.ts";
import type { readImages } from "../loader/shown-images.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import { identityDiagnostics, pageCollisions } from "./article-identity.ts";
import type { LocatedArticle } from "./article-identity.ts";
import { dataDiagnostics } from "./data-diagnostics.ts";
import { linkDiagnostics } from "./link-diagnostics.ts";
import { ImageOffers } from "./meant-image.ts";
import { mediaDiagnostics } from "./media-diagnostics.ts";
import { navigationDiagnostics } from "./navigation.ts";
import { futureDiagnostics, unusedDiagnostics } from "./newsroom.ts";
import { imageDiagnostics } from "./image-diagnostics.ts";
import type { MeasuredImages } from "./image-diagnostics.ts";
import { postImageDiagnostics } from "./posts.ts";
import type { PostImage } from "./posts.ts";
import { leaveDiagnostics } from "./public-files.ts";
import { publishedNameDiagnostics } from "./published-names.ts";
import { referenceDiagnostics } from "./reference-diagnostics.ts";
import { siteImageDiagnostics } from "./site-image-diagnostics.ts";
import { tagDiagnostics } from "./tag-diagnostics.ts";

/** Everything that was read, for what files say of each other. */
export interface CrossFileSources {
  content: Content;
  listing: Pick<ContentListing, "files" | "free">;
  now: Instant;
  placed: readonly LocatedArticle[];
  texts: readonly LocatedReferences[];
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
  images: Awaited<ReturnType<typeof readImages>>;
  data: Awaited<ReturnType<typeof readData>>;
  postImages: readonly PostImage[];
}

/** What is wrong between files: names, ids and paths that are there twice or not at all, links, pictures, figures. */
export function crossFileDiagnostics(sources: CrossFileSources): Diagnostic[] {
  const { content, listing, now, placed, texts, pages, tags, textOf } = sources;
  const { dataFiles, site, locationOf, named } = content;
  const { files, free } = listing;
  const publicFiles = [...files.publicFiles.keys()];
  const references = texts.map((text) => text.references);
  const images = {
    readings: sources.images,
    offers: new ImageOffers({
      files: oneAfterAnother(files.assets.keys(), publicFiles),
      texts: references,
      site,
    }),
    leastLead: settingIn(content.switches[leadSize.code], LEAST),
  };
  return [
    ...referenceDiagnostics([...texts], {
      language: site.language,
      categories: dataFiles.categories.names,
      authors: dataFiles.authors.names,
      stories: dataFiles.stories.names,
      posts: dataFiles.posts.names,
    }),
    ...identityDiagnostics(placed, free),
    ...pageCollisions([...pages], dataFiles.categories.names, free),
    ...tagDiagnostics([...placed], tags, textOf),
    ...languageDiagnostics(site, locationOf),
    ...codeDiagnostics(site, files, locationOf),
    ...typeDiagnostics(site, publicFiles, locationOf),
    ...leaveDiagnostics(named.allowed, publicFiles, locationOf),
    ...futureDiagnostics(placed, now),
    ...fileDiagnostics(sources, publicFiles),
    ...unusedDataFiles(sources),
    ...siteImageDiagnostics(named.images, images),
    ...postImageDiagnostics([...sources.postImages], images),
    ...dataDiagnostics(references, {
      readings: sources.data,
      symbolicLinks: files.symbolicLinks,
      nearest: new NearestPath([...files.assets.keys(), ...publicFiles].filter(isCsv)),
    }),
    ...textDiagnostics(sources, publicFiles, images),
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

/** A faulty article may be the one that refers to a data file, so that nothing is said while there is one. */
function unusedDataFiles({ content, listing, placed }: CrossFileSources): Diagnostic[] {
  if (placed.length !== listing.files.articles.length) return [];
  const { categories, stories, tags } = content.dataFiles;
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
  images: MeasuredImages,
): Generator<Diagnostic> {
  const { files } = listing;
  const playing = {
    site: content.site,
    publicFiles: files.publicFiles,
    nearest: new NearestPath(publicFiles),
  };
  const linking = {
    published: urls,
    nearest: nearestPage,
    assets: files.assets,
    images,
    nearestFile: new NearestPath(
      oneAfterAnother(files.assets.keys(), publicFiles, urls.byFile.keys()),
    ),
  };
  yield* navigationDiagnostics(content.parts?.navigation, content.locationOf, linking);
  for (const one of texts) {
    yield* mediaDiagnostics(one.references, playing);
    yield* linkDiagnostics(one.references, linking);
    yield* imageDiagnostics(one, images);
  }
}

function isCsv(file: string): boolean {
  return /\.csv$/i.test(file);
}

/** Asked for only where something is missing. */
function* oneAfterAnother(...lists: Iterable<string>[]): Generator<string> {
  for (const list of lists) yield* list;
}
