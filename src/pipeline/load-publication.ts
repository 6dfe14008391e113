import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { rule as missingFolderRule } from "../checks/content/missing-folder.ts";
import { newestFirst } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";
import { compareDiagnostics } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { compareText } from "../domain/order.ts";
import { isPinned, isPublished, nextMoment, nextPublishAt } from "../domain/publication.ts";
import type { Category, Publication, Site, Tag } from "../domain/publication.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import { DEFAULT_SHARE_PICTURE } from "../site/default-pictures.ts";
import { PathOwners } from "../validation/path-owners.ts";
import { articlePath } from "../loader/article-path.ts";
import type { OnDamage } from "../cache/cache-damage.ts";
import { readComments } from "../loader/comments-file.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { listContentFiles } from "../loader/content-files.ts";
import type { ContentFiles, ContentListing } from "../loader/content-files.ts";
import { readData, shownData } from "../loader/data-files.ts";
import { dataDiagnostics } from "../validation/data-diagnostics.ts";
import { besideDiagnostics, filesBeside, picturesBeside } from "../loader/files-beside.ts";
import { farDateDiagnostics } from "../validation/far-dates.ts";
import { changedAt } from "../cache/file-stat.ts";
import type { FreePath } from "../loader/free-paths.ts";
import { FileIndex } from "../cache/index-file.ts";
import { indexedReadings } from "../loader/indexed-readings.ts";
import { commentsOf, commentsReadings, placeComments } from "../loader/kept-comments.ts";
import { forgetOtherSegments, keptTrees, usableSegments } from "../loader/kept-trees.ts";
import type { KeptTree, TreeFolder } from "../loader/kept-trees.ts";
import { publishedUrls, pageAddresses } from "../urls/published-urls.ts";
import { linkDiagnostics } from "../validation/link-diagnostics.ts";
import { PictureOffers } from "../validation/meant-picture.ts";
import { mediaDiagnostics } from "../validation/media-diagnostics.ts";
import { futureDiagnostics, unusedDiagnostics } from "../validation/newsroom.ts";
import { pictureDiagnostics } from "../validation/picture-diagnostics.ts";
import {
  postPictureFiles,
  postPictureDiagnostics,
  postPictures,
  quotedPosts,
} from "../validation/posts.ts";
import { publicContents } from "../loader/public-contents.ts";
import { leaveDiagnostics, publicFileDiagnostics } from "../validation/public-files.ts";
import { factsWithout, publishedForm } from "./published-form.ts";
import { publishedNameDiagnostics } from "../validation/published-names.ts";
import type { ArticleReading } from "../loader/read-article.ts";
import { readCards } from "../loader/read-cards.ts";
import type { CheckedTexts } from "../loader/read-body.ts";
import { READERS_HERE } from "../loader/readers.ts";
import type { Readers } from "../loader/readers.ts";
import { readPages } from "../loader/read-pages.ts";
import {
  codeDiagnostics,
  languageDiagnostics,
  readSite,
  typeDiagnostics,
} from "../loader/read-site.ts";
import { referenceDiagnostics } from "../validation/reference-diagnostics.ts";
import { identityDiagnostics, pageCollisions } from "../validation/article-identity.ts";
import type { PlacedArticle } from "../validation/article-identity.ts";
import type { PlacedReferences } from "../loader/references.ts";
import type { ShowExamining } from "../loader/pictures/pictures.ts";
import { picturesOf, readPictures, shownPictures } from "../loader/shown-pictures.ts";
import { sitePicture, sitePictureFiles } from "../loader/site-pictures.ts";
import { sitePictureDiagnostics } from "../validation/site-picture-diagnostics.ts";
import { popularity } from "../validation/popularity.ts";
import { readPopular } from "../loader/popular-file.ts";
import { missingKeyDiagnostics } from "../loader/yaml/missing-keys.ts";
import { redirectsOf } from "../validation/redirects.ts";
import { readRedirects } from "../loader/redirects-file.ts";
import { ReservedPaths } from "../urls/reserved-paths.ts";
import { textIn } from "../report/text-in.ts";
import { takenByTheLiving, takedowns } from "../validation/takedowns.ts";
import { tagDiagnostics } from "../validation/tag-diagnostics.ts";
import { tagNames } from "../validation/tag-names.ts";
import {
  authorSchema,
  categorySchema,
  postSchema,
  storySchema,
  tagSchema,
} from "../loader/yaml/schemas.ts";

/** What loading a publication needs from outside. */
export interface LoadOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the folder that the index is kept in. */
  cache: string;
  /** The publication's clock: what is dated later is held back. */
  now: Instant;
  /** The machine's clock, in milliseconds. */
  clock: () => number;
  /** Digest of the code that reads: the index of another version does not count. */
  codeVersion: string;
  /** The content folder as it was just listed. */
  listing?: ContentListing | undefined;
  /** What reads the files, so that none can harm the rest; without it they are read in this process. */
  readers?: Readers;
  /** Pictures that are new take long where there are thousands. */
  showExamining?: ShowExamining;
  /** Is told of a part of the index that is damaged, and made anew. */
  onDamage?: OnDamage;
}

/** A content folder after the check. */
export interface Loaded {
  /** Absent where `site.yaml` cannot be used. With errors among the diagnostics it must not be published. */
  publication?: Publication;
  /** Where its texts are read. */
  texts: CheckedTexts;
  /** Every problem of every file, in the order people read. */
  diagnostics: Diagnostic[];
  counts: { articles: number; drafts: number; scheduled: number };
  /** When the publication next changes by itself: a scheduled article is due, or a pin ends. */
  nextPublishAt?: Instant;
  /** When something next changes by itself of what is published or told; not before that, and perhaps not even then. */
  changes?: Instant;
}

/**
 * Reads a content folder and checks all of it: files, front matter, bodies, pictures, and what they say of
 * each other. Writes nothing but the index, and goes on without it where that cannot be read or written.
 */
export async function loadPublication(options: LoadOptions): Promise<Loaded> {
  const { content, now, readers = READERS_HERE } = options;
  const counts = { articles: 0, drafts: 0, scheduled: 0 };
  const { listing = listContentFiles(content, options.clock) } = options;
  if (listing === undefined) {
    const at = { file: ".", line: 1, column: 1 };
    return { texts: { content }, diagnostics: [missingFolderRule.at(at, { content })], counts };
  }
  const { files, diagnostics, free } = listing;
  const indexPath = join(options.cache, "index.jsonl");
  if (isAnyNewer(files.articles, indexPath)) readers.begin();
  const publicFiles = [...files.publicFiles.keys()];
  const copied = Object.fromEntries(
    [...files.publicFiles].map(([name, { file }]) => [name.slice("public".length), file]),
  );
  const { sound, site, placeOf, ...named } = readSite(content, files, diagnostics);
  const cards = readAllCards(content, files, site, diagnostics, free);

  const index = new FileIndex<ArticleReading>({
    path: indexPath,
    owner: "articles",
    maker: [options.codeVersion, content, site.base, site.timezone, ...site.code].join("\n"),
    onDamage: options.onDamage,
  });
  const treeFolder = { folder: join(options.cache, "trees"), codeVersion: options.codeVersion };
  const knownNames = { categories: cards.categories.names, authors: cards.authors.names };
  const placed: PlacedArticle[] = [];
  const unsound: { file: string; path: string }[] = [];
  const texts: PlacedReferences[] = [];
  // They are begun together: a process takes a while to start.
  const [articleReadings, standing, commentReadings, contents] = await Promise.all([
    readAllArticles(files.articles, { content, site, trees: treeFolder }, index, readers),
    readPages(files.pages, options, { readers, free }),
    commentsReadings(files.comments, { ...options, timezone: site.timezone }, readers),
    publicContents(options, files.publicFiles, readers),
  ]);
  for (const [file, reading] of articleReadings) {
    for (const one of reading.diagnostics) diagnostics.push(one);
    diagnostics.push(...missingKeyDiagnostics(file, reading.missing, knownNames));
    const { article, faulty, places } = reading;
    const references = article ?? faulty;
    if (references !== undefined) texts.push({ references, places });
    if (article !== undefined) placed.push({ article, places });
    else {
      const { place, ...path } = articlePath(file, reading.misplaced?.day, free);
      if (place !== undefined) unsound.push({ file, path: place.path });
      if (reading.misplaced !== undefined) diagnostics.push(...path.diagnostics);
    }
  }
  const { pages: allPages } = standing;
  unsound.push(...standing.unsound);
  diagnostics.push(...standing.diagnostics);

  const redirects = readRedirects(content, files.redirects, site.timezone);
  diagnostics.push(...redirects.diagnostics);
  const everything = placed.map(({ article }) => article).sort(newestFirst);
  const { gone, ...takedownReport } = takedowns({
    site,
    entries: redirects.gone,
    articles: everything,
    pages: allPages,
    unsound,
    moved: redirects.moved,
  });
  diagnostics.push(...takedownReport.diagnostics);
  const goneAt = new Set(gone.map(({ path }) => path));
  const pages = allPages.filter(({ path }) => !goneAt.has(path));
  const articles = everything.filter((article) => isPublished(article, now, goneAt));
  const all = everything.filter(({ path }) => !goneAt.has(path));
  const unpublished = all.filter((article) => !isPublished(article, now, goneAt));
  const categories = Object.values(cards.categories.cards).sort(categoryOrder);
  const shownCategories = withoutWaiting(categories, articles, unpublished);
  const takenDown = everything.filter(({ path }) => goneAt.has(path));
  const goneTexts = [...takenDown, ...allPages.filter(({ path }) => goneAt.has(path))];
  const beside = filesBeside([...articles, ...pages], files.assets);
  const heldFiles = filesBeside(unpublished, files.assets);
  const known = publishedUrls({
    site,
    articles,
    unpublished,
    unsound,
    pages,
    gone,
    takenDown,
    categories: shownCategories,
    files: { ...copied, ...beside },
    heldFiles,
    goneFiles: filesBeside(goneTexts, files.assets),
  });
  const nearestPage = new NearestPath(known.pages.keys());
  // Lists, feeds and months too: on the day they are due it would be too late to tell of an address that is taken.
  const printed = pageAddresses({ articles, pages, categories: shownCategories });
  const later = [
    ...known.unpublished,
    ...(unpublished.length === 0 ? printed : pageAddresses({ articles: all, pages, categories })),
  ];
  const taken = new ReservedPaths(known.pages.keys(), later);
  const owners = new PathOwners({
    known,
    unpublished,
    cards: {
      authors: cards.authors.names,
      categories: cards.categories.names,
      stories: cards.stories.names,
      tags: cards.tags.names,
    },
  });
  diagnostics.push(...takenByTheLiving(gone, taken, owners));
  const old = redirectsOf({
    entries: redirects.moved,
    articles: placed.filter(({ article }) => !goneAt.has(article.path)),
    known,
    taken,
    nearest: nearestPage,
    owners,
  });
  diagnostics.push(...old.diagnostics);
  const written = readPopular(content, files.popular);
  const popular = popularity({
    site,
    entries: written,
    articles: all,
    published: articles,
    unsound,
    moved: old.moved,
  });
  diagnostics.push(...written.diagnostics, ...popular.diagnostics);
  const linked = { ...known, moved: new Map(old.moved.map(({ from, to }) => [from, to])) };
  const kept = placeComments(commentReadings, {
    articles: everything,
    unsound,
    now,
    read: (file) => readComments(readFileSync(join(content, file)), file, site.timezone).comments,
  });
  diagnostics.push(...kept.diagnostics);
  const names = tagNames(articles);
  const textOf = textIn(content);
  const farDates = farDateDiagnostics(everything, { now, free, textOf });
  addInPlace(diagnostics, farDates, "date/folder");
  for (const page of allPages) texts.push({ references: page, places: {} });
  const inPosts = postPictures(cards.posts.documents);
  const references = texts.map((text) => text.references);
  const pictures = await readPictures({ ...options, readers }, files, references, [
    ...sitePictureFiles(named.pictures),
    ...postPictureFiles(inPosts),
    ...picturesBeside(references, files.assets),
  ]);
  const data = readData(options, files, references);
  const refused = publicFileDiagnostics(publicFiles, {
    pages: printed,
    later,
    allowed: named.allowed,
    contents,
    free,
  });
  diagnostics.push(
    ...referenceDiagnostics(texts, {
      categories: cards.categories.names,
      authors: cards.authors.names,
      stories: cards.stories.names,
      posts: cards.posts.names,
    }),
    ...identityDiagnostics(placed, free),
    ...pageCollisions(allPages, cards.categories.names, free),
    ...tagDiagnostics(placed, names, textOf),
    ...languageDiagnostics(site, placeOf),
    ...codeDiagnostics(site, files, placeOf),
    ...typeDiagnostics(site, publicFiles, placeOf),
    ...leaveDiagnostics(named.allowed, publicFiles, placeOf),
    ...futureDiagnostics(placed, now),
    ...refused,
    ...besideDiagnostics(
      { ...heldFiles, ...beside },
      printed,
      later.filter((path) => !Object.hasOwn(heldFiles, path)),
      copied,
      free,
    ),
    ...publishedNameDiagnostics(
      [...publicFiles, ...Object.values(beside), ...Object.values(heldFiles)],
      free,
    ),
  );
  // A faulty article may be the one that refers to a card.
  if (placed.length === files.articles.length) {
    const { categories, stories, tags } = cards;
    diagnostics.push(
      ...unusedDiagnostics(placed, {
        categories: categories.names,
        stories: stories.names,
        tags: tags.names,
      }),
    );
  }
  const shownOrNot = {
    readings: pictures,
    offers: new PictureOffers({
      files: oneAfterAnother(files.assets.keys(), publicFiles),
      texts: references,
      site,
    }),
  };
  diagnostics.push(
    ...sitePictureDiagnostics(named.pictures, shownOrNot),
    ...postPictureDiagnostics(inPosts, shownOrNot),
    ...dataDiagnostics(references, {
      readings: data,
      symbolicLinks: files.symbolicLinks,
      nearest: new NearestPath([...files.assets.keys(), ...publicFiles].filter(isCsv)),
    }),
  );
  const playing = {
    site,
    publicFiles: files.publicFiles,
    nearest: new NearestPath(publicFiles),
  };
  const linking = {
    known: linked,
    nearest: nearestPage,
    assets: files.assets,
    pictures: shownOrNot,
    nearestFile: new NearestPath(
      oneAfterAnother(files.assets.keys(), publicFiles, known.byFile.keys()),
    ),
  };
  for (const one of texts) {
    for (const found of mediaDiagnostics(one.references, playing)) diagnostics.push(found);
    for (const found of linkDiagnostics(one.references, linking)) diagnostics.push(found);
    for (const found of pictureDiagnostics(one, shownOrNot)) diagnostics.push(found);
  }
  if (sound !== undefined) {
    index.save();
    forgetOtherSegments(
      treeFolder,
      new Set(treesOf(articleReadings.values()).map(({ segment }) => segment)),
    );
  }

  counts.articles = articles.length;
  counts.drafts = all.filter((article) => article.draft).length;
  counts.scheduled = unpublished.length - counts.drafts;
  const tags: Record<string, Tag> = {};
  for (const [slug, name] of names) tags[slug] = { name, ...cards.tags.cards[slug], slug };
  if (sound === undefined)
    return { texts: { content }, diagnostics: diagnostics.sort(compareDiagnostics), counts };
  const logo = sitePicture(named.pictures, "logo", pictures);
  const icon = sitePicture(named.pictures, "icon", pictures);
  const refusedFiles = new Set(refused.map(({ file }) => file));
  const forms = articles.map((article) => publishedForm(article, now, factsWithout(content)));
  // One list has its groups made once.
  const shown = forms.every((form, at) => form === articles[at]) ? articles : forms;
  const posts = quotedPosts([...shown, ...pages], cards.posts.cards);
  return {
    publication: {
      site,
      articles: shown,
      pinned: articles.filter((article) => isPinned(article, now)).map(({ path }) => path),
      popular: popular.popularity,
      authors: cards.authors.cards,
      categories: shownCategories,
      stories: cards.stories.cards,
      tags,
      posts,
      pages,
      moved: old.moved,
      comments: commentsOf(articles, kept.comments),
      gone: gone.map(({ entry: _, ...plain }) => plain).sort((a, b) => compareText(a.path, b.path)),
      pictures: shownPictures(
        [...shown, ...pages],
        postPictureFiles(inPosts.filter(({ slug }) => Object.hasOwn(posts, slug))),
        pictures,
      ),
      linked: picturesOf(picturesBeside([...shown, ...pages], files.assets), pictures),
      data: shownData([...shown, ...pages], data),
      sharePicture: sitePicture(named.pictures, "image", pictures) ?? DEFAULT_SHARE_PICTURE,
      ...(logo === undefined ? {} : { logo }),
      ...(icon === undefined ? {} : { icon }),
      files: {
        ...Object.fromEntries(
          Object.entries(copied).filter(([address]) => !refusedFiles.has(`public${address}`)),
        ),
        ...filesBeside([...shown, ...pages], files.assets),
      },
      content,
    },
    texts: { content, trees: keptTrees(treeFolder, parsedTexts(articleReadings.values())) },
    diagnostics: diagnostics.sort(compareDiagnostics),
    counts,
    nextPublishAt: nextPublishAt(all, now, kept.due),
    changes: nextMoment(everything, now, kept.due),
  };
}

/** Adds diagnostics, each in the place of those of another code of the same file: it says more. */
function addInPlace(diagnostics: Diagnostic[], added: readonly Diagnostic[], code: string): void {
  if (added.length === 0) return;
  const files = new Set(added.map(({ file }) => file));
  let kept = 0;
  for (const one of diagnostics) {
    if (one.code === code && files.has(one.file)) continue;
    diagnostics[kept] = one;
    kept += 1;
  }
  diagnostics.length = kept;
  diagnostics.push(...added);
}

/** What every article says, by its file. */
function readAllArticles(
  files: readonly ContentFile[],
  {
    content,
    site: { base, timezone, code },
    trees,
  }: { content: string; site: Site; trees: TreeFolder },
  index: FileIndex<ArticleReading>,
  readers: Readers,
): Promise<Map<string, ArticleReading>> {
  const order = { kind: "article", content, rules: { base, timezone, code, trees } } as const;
  const usable = usableSegments(trees, treesOf(index.readings()));
  return indexedReadings(order, files, readers, {
    index,
    digestOf: ({ article }) => article?.digest,
    holds: ({ tree }) => tree === undefined || usable.has(tree.segment),
    without: (diagnostic) => ({ places: {}, diagnostics: [diagnostic] }),
  });
}

/** Whether any of these files, or its name, has changed since another one was written. */
function isAnyNewer(files: readonly ContentFile[], than: string): boolean {
  const { mtimeNs = 0n } = statSync(than, { bigint: true, throwIfNoEntry: false }) ?? {};
  return files.some(({ stamp }) => stamp === "" || changedAt(stamp) > Number(mtimeNs));
}

/** The articles whose trees are kept. */
function* parsedTexts(
  readings: Iterable<ArticleReading>,
): Generator<Pick<Article, "digest" | "format"> & { tree: KeptTree }> {
  for (const { article, tree } of readings)
    if (article !== undefined && tree !== undefined)
      yield { digest: article.digest, format: article.format, tree };
}

function* treesOf(readings: Iterable<ArticleReading>): Generator<KeptTree> {
  for (const { tree } of readings) if (tree !== undefined) yield tree;
}

function isCsv(file: string): boolean {
  return /\.csv$/i.test(file);
}

function readAllCards(
  content: string,
  files: ContentFiles,
  site: Site,
  diagnostics: Diagnostic[],
  free: FreePath,
) {
  const cards = {
    authors: readCards(content, files.authors, authorSchema, { free }),
    categories: readCards(content, files.categories, categorySchema(site.theme.paper), {
      topLevel: true,
      free,
    }),
    stories: readCards(content, files.stories, storySchema, { free }),
    tags: readCards(content, files.tags, tagSchema, { free }),
    posts: readCards(content, files.posts, postSchema(site.timezone), { free }),
  };
  for (const kind of Object.values(cards)) diagnostics.push(...kind.diagnostics);
  return cards;
}

/** Asked for only where something is missing. */
function* oneAfterAnother(...lists: Iterable<string>[]): Generator<string> {
  for (const list of lists) yield* list;
}

/** Without the sections that only articles held back stand in: their names could tell what is to come. */
function withoutWaiting(
  categories: readonly Category[],
  published: readonly Article[],
  held: readonly Article[],
): Category[] {
  const open = new Set(published.map(({ category }) => category));
  const waiting = new Set(held.map(({ category }) => category).filter((slug) => !open.has(slug)));
  return categories.filter(({ slug }) => !waiting.has(slug));
}

function categoryOrder(a: Category, b: Category): number {
  return a.order - b.order || compareText(a.title, b.title) || compareText(a.slug, b.slug);
}
