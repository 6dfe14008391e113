import { rule as missingFolderRule } from "../checks/content/missing-folder.ts";
import { weighed } from "../checks/switches.ts";
import type { Instant } from "../domain/dates.ts";
import { addInPlace, compareDiagnostics } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { isPinned, nextMoment, nextPublish } from "../domain/publication.ts";
import type { NextPublish, Publication, Site, Tag } from "../domain/publication.ts";
import { listContentFiles } from "../loader/content-files.ts";
import { shownData } from "../loader/csv-files.ts";
import { filesBeside, imagesBeside } from "../loader/files-beside.ts";
import { commentsOf, commentsReader, placeComments } from "../loader/archived-comments.ts";
import type { CheckedTexts } from "../loader/read-body.ts";
import { readContent } from "../loader/read-content.ts";
import type { Content } from "../loader/read-content.ts";
import { READERS_HERE } from "../loader/readers.ts";
import { imagesOf, shownImages } from "../loader/shown-images.ts";
import { siteImage } from "../loader/site-images.ts";
import { textIn } from "../report/text-in.ts";
import { DEFAULT_SHARE_IMAGE } from "../site/default-images.ts";
import { crossFileDiagnostics } from "../validation/cross-file-diagnostics.ts";
import { farDateDiagnostics } from "../validation/far-dates.ts";
import { hostDiagnostics } from "../validation/host-diagnostics.ts";
import { listedMedia, listedMediaDiagnostics } from "../validation/listed-media.ts";
import { postImageFiles, quotedPosts } from "../validation/posts.ts";
import { publicFileDiagnostics } from "../validation/public-files.ts";
import { tagNames } from "../validation/tag-names.ts";
import { editorDiagnostics } from "./editor-package.ts";
import { gatherTexts } from "./gathered-texts.ts";
import { imagesAndData } from "./images-and-data.ts";
import { heldTexts, NOTHING_HELD } from "./held-texts.ts";
import type { HeldTexts } from "./held-texts.ts";
import { publishedForms } from "./published-form.ts";
import type { OutsideMedia } from "./fetch-media.ts";
import type { LoadOptions } from "./load-options.ts";
import { proseSources } from "./prose-sources.ts";
import type { ProseSources } from "./prose-sources.ts";
import type { PresentContent } from "../validation/history/present-content.ts";
import { presentContent } from "./present-content.ts";
import { partsOf, urlsOf } from "./publication-urls.ts";

/** A content folder after the check. */
export interface Loaded {
  /** What `site.yaml` says; absent where it cannot be used. */
  site?: Site;
  /**
   * Absent where `site.yaml` cannot be used, or nothing but diagnostics was asked for. With errors among the diagnostics it
   * must not be published.
   */
  publication?: Publication;
  /** Where its texts are read. */
  texts: CheckedTexts;
  /** The media files that are outside git, and where they come from; absent where no media store is named. */
  media?: OutsideMedia;
  /** What its prose is checked by, which loading does not; absent where `site.yaml` cannot be used. */
  prose?: ProseSources;
  /** What the folder holds, for those who compare or change it; absent where `site.yaml` cannot be used. */
  present?: PresentContent;
  /** What articles of another state of the folder say, where they are sound; absent where `site.yaml` cannot be used. */
  readOthers?: Content["readOthers"];
  /** Every problem of every file, in the order people read. */
  diagnostics: Diagnostic[];
  /** `unread` are articles that errors keep from being counted as anything else. */
  counts: { articles: number; drafts: number; scheduled: number; unread: number };
  /** What is not public, or not all of it. */
  held: HeldTexts;
  /** What changes the publication next by itself: a scheduled article is due, or a pin ends. */
  next?: NextPublish;
  /** When something next changes by itself of what is published or told; not before that, and perhaps not even then. */
  changes?: Instant;
}

/**
 * Reads a content folder and checks all of it: files, front matter, bodies, pictures, and what they say of
 * each other. Writes nothing but the index, and goes on without it where that cannot be read or written.
 */
export async function loadPublication(options: LoadOptions): Promise<Loaded> {
  const {
    readers = READERS_HERE,
    listing = listContentFiles(options.content, options.clock, options),
  } = options;
  if (listing === undefined) return withoutFolder(options.content);
  const { diagnostics, free } = listing;
  const content = await readContent(options, listing, readers, diagnostics);
  const gathered = gatherTexts(content, free, diagnostics);
  const parts = partsOf(options, listing, content, gathered);
  const urls = urlsOf(options, listing, content, gathered, parts);
  const { everything, articles, pages, all } = parts;
  const comments = placeComments(content.comments, {
    articles: everything,
    invalid: gathered.invalid,
    now: options.now,
    read: await commentsReader(options.content, listing.files, content.site.timezone),
  });
  diagnostics.push(...comments.diagnostics);
  const textOf = textIn(options.content);
  const farDates = farDateDiagnostics(everything, { now: options.now, free, textOf });
  addInPlace(diagnostics, farDates, "date/folder");
  const shown = await imagesAndData({ ...options, readers }, listing, content, gathered);
  const listed = listedMedia(listing.files);
  const { media } = content.named;
  const store =
    media === undefined ? undefined : { from: media, location: content.locationOf(["media"]) };
  for (const one of listedMediaDiagnostics(listed, shown.images, { ...options, store }))
    diagnostics.push(one);
  const hostAt = content.locationOf(["host"]);
  diagnostics.push(...hostDiagnostics(content.site, listing.files.publicFiles, hostAt));
  if (options.project !== undefined)
    diagnostics.push(
      ...editorDiagnostics(content.site, options.project, content.locationOfKey(["editor"])),
    );
  const refused = publicFileDiagnostics([...listing.files.publicFiles.keys()], {
    pages: urls.printed,
    later: urls.later,
    allowed: content.named.allowed,
    contents: content.publicFiles,
    free,
  });
  const tags = tagNames(articles);
  diagnostics.push(...refused);
  const between = crossFileDiagnostics({
    ...gathered,
    ...urls,
    ...shown,
    content,
    listing,
    now: options.now,
    pages: content.pages.pages,
    tags,
    textOf,
  });
  // One by one: of a moved archive there may be more than a call takes arguments.
  for (const one of between) diagnostics.push(one);
  const told = weighed(
    diagnostics,
    content.switches,
    (file) => content.articles.get(file)?.article?.draft === true,
  ).sort(compareDiagnostics);
  const drafts = all.filter((article) => article.draft).length;
  const counts = {
    articles: articles.length,
    drafts,
    scheduled: all.filter(({ draft, instant }) => !draft && instant > options.now).length,
    unread: listing.files.articles.length - gathered.placed.length,
  };
  const held = heldTexts({
    ...parts,
    now: options.now,
    due: comments.due,
    read: gathered.placed,
    files: content.articles.keys(),
  });
  if (content.validSite === undefined)
    return { texts: { content: options.content }, diagnostics: told, counts, held };
  content.keep();
  const known = {
    site: content.site,
    present: presentContent(options, { listing, content, gathered, parts, urls }, diagnostics),
    prose: proseSources(content, content.components),
    readOthers: content.readOthers,
    diagnostics: told,
    counts,
    held,
  };
  if (options.onlyDiagnostics === true) return { ...known, texts: { content: options.content } };
  const refusedFiles = new Set(refused.map(({ file }) => file));
  const forms = await publishedForms(options.content, articles, options.now);
  return {
    ...known,
    publication: {
      // One list has its groups made once.
      ...publicationOf(options.content, content, shown, {
        articles: forms.every((form, at) => form === articles[at]) ? articles : forms,
        pages,
      }),
      ...(options.preview === true ? { site: { ...content.site, preview: true as const } } : {}),
      pinned: articles.filter((article) => isPinned(article, options.now)).map(({ path }) => path),
      popular: urls.popular,
      categories: parts.shownCategories,
      tags: Object.fromEntries(
        Array.from(tags, ([slug, name]): [string, Tag] => [
          slug,
          { name, ...content.dataFiles.tags.values[slug], slug },
        ]),
      ),
      moved: urls.moved,
      queries: urls.queries,
      comments: commentsOf(articles, comments.comments),
      takedowns: urls.takedowns,
      files: {
        ...Object.fromEntries(
          Object.entries(urls.copied).filter(([path]) => !refusedFiles.has(`public${path}`)),
        ),
        ...filesBeside([...forms, ...pages], listing.files.assets),
      },
      linked: imagesOf(imagesBeside([...forms, ...pages], listing.files.assets), shown.images),
    },
    texts: content.texts(),
    ...(store === undefined ? {} : { media: { ...store, listed } }),
    next: nextPublish(all, options.now, {
      timezone: content.site.timezone,
      comments: comments.due,
    }),
    changes: nextMoment(
      everything,
      options.now,
      comments.due.map(({ instant }) => instant),
    ),
  };
}

function withoutFolder(content: string): Loaded {
  const at = { file: ".", line: 1, column: 1 };
  const counts = { articles: 0, drafts: 0, scheduled: 0, unread: 0 };
  const diagnostics = [missingFolderRule.at(at, { content })];
  return { texts: { content }, diagnostics, counts, held: NOTHING_HELD };
}

/** The parts of a publication that follow from what is shown. */
function publicationOf(
  folder: string,
  { site, parts, dataFiles, named }: Content,
  { images, postImages: ofPosts, data }: Awaited<ReturnType<typeof imagesAndData>>,
  { articles, pages }: Pick<Publication, "articles" | "pages">,
) {
  const texts = [...articles, ...pages];
  const posts = quotedPosts(texts, dataFiles.posts.values);
  const logo = siteImage(named.images, "logo", images);
  const icon = siteImage(named.images, "icon", images);
  return {
    site,
    articles,
    pages,
    authors: dataFiles.authors.values,
    stories: dataFiles.stories.values,
    posts,
    images: shownImages(
      texts,
      postImageFiles(ofPosts.filter(({ slug }) => Object.hasOwn(posts, slug))),
      images,
    ),
    data: shownData(texts, data),
    shareImage: siteImage(named.images, "image", images) ?? DEFAULT_SHARE_IMAGE,
    ...(logo === undefined ? {} : { logo }),
    ...(icon === undefined ? {} : { icon }),
    ...(parts === undefined ? {} : { parts }),
    content: folder,
  };
}
