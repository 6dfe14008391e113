import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { addresses } from "../domain/addresses.ts";
import { newestFirst } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import type { Place } from "../domain/body.ts";
import type { Instant } from "../domain/dates.ts";
import { compareFindings } from "../domain/finding.ts";
import type { Finding } from "../domain/finding.ts";
import { compareText } from "../domain/order.ts";
import { isPublished, nextWake } from "../domain/publication.ts";
import type { Category, Picture, Publication, Site, Tag } from "../domain/publication.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import { slugify } from "../domain/slug.ts";
import type { SiteFile } from "../site/site-schema.ts";
import { siteSchema } from "../site/site-schema.ts";
import { siteFrom } from "../site/site.ts";
import { articlePath, slugOf } from "./article-path.ts";
import { listContentFiles } from "./content-files.ts";
import type { ContentFiles } from "./content-files.ts";
import { finding } from "./diagnostics.ts";
import type { ContentFile } from "./content-file.ts";
import { FileIndex } from "./index-file.ts";
import { knownAddresses, pageAddresses } from "./known-addresses.ts";
import { futureFindings, unusedFindings } from "./newsroom.ts";
import { examinePictures } from "./pictures.ts";
import type { PictureReading } from "./pictures.ts";
import { pictureSource } from "./picture-source.ts";
import { publicFileFindings } from "./public-files.ts";
import { readArticle, readPage } from "./read-article.ts";
import type { ArticleReading } from "./read-article.ts";
import { readCard, readCards } from "./read-cards.ts";
import {
  identityFindings,
  linkFindings,
  pageCollisions,
  pictureFindings,
  referenceFindings,
  tagFindings,
} from "./references.ts";
import type { PlacedArticle } from "./references.ts";
import type { Mentions, PlacedMentions } from "./mentions.ts";
import { unreadableFinding } from "./unreadable.ts";
import { authorSchema, categorySchema, storySchema, tagSchema } from "./schemas.ts";

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
}

/** A content folder after the check. */
export interface Loaded {
  /** Absent where `site.yaml` cannot be used. With errors among the findings it must not be published. */
  publication?: Publication;
  /** Every problem of every file, in the order people read. */
  findings: Finding[];
  /** Files of `public/`, by path below the content folder. */
  publicFiles: string[];
  counts: { articles: number; drafts: number; scheduled: number; read: number };
  /** When the earliest scheduled article is due. */
  wake?: Instant;
}

/**
 * Reads a content folder and checks all of it: files, front matter, bodies, pictures, and what they say of
 * each other. Writes nothing but the index. Throws only what the file system throws for the cache.
 */
export async function loadPublication(options: LoadOptions): Promise<Loaded> {
  const { content, now } = options;
  const counts = { articles: 0, drafts: 0, scheduled: 0, read: 0 };
  if (statSync(content, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return { findings: [missingFolder(content)], publicFiles: [], counts };
  }
  const { files, findings } = listContentFiles(content, options.clock);
  const publicFiles = [...files.publicFiles.keys()];
  const { sound, site, placeOfCode } = readSite(content, files, findings);
  const cards = readAllCards(content, files, findings);

  const index = new FileIndex<ArticleReading>(
    join(options.cache, "index.jsonl"),
    [options.codeVersion, content, site.timezone, ...site.code].join("\n"),
  );
  const placed: PlacedArticle[] = [];
  const unsound: { file: string; path: string }[] = [];
  const texts: PlacedMentions[] = [];
  for (const file of files.articles) {
    const reading = index.recall(file) ?? readAnew(file, content, site, index, counts);
    for (const one of reading.findings) findings.push(one);
    const { article, faulty, places } = reading;
    const mentions = article ?? faulty;
    if (mentions !== undefined) texts.push({ mentions, places });
    if (article !== undefined) placed.push({ article, places });
    else {
      const { place } = articlePath(file.file);
      if (place !== undefined) unsound.push({ file: file.file, path: place.path });
    }
  }
  const pages = files.pages.flatMap(({ file }) => {
    try {
      const reading = readPage(readFileSync(join(content, file)), file);
      findings.push(...reading.findings);
      if (reading.page !== undefined) return [reading.page];
    } catch (error) {
      findings.push(unreadableFinding(file, error));
    }
    const { slug } = slugOf(file, true);
    if (slug !== undefined) unsound.push({ file, path: addresses.page(slug) });
    return [];
  });

  const all = placed.map(({ article }) => article).sort(newestFirst);
  const articles = all.filter((article) => isPublished(article, now));
  const unpublished = all.filter((article) => !isPublished(article, now));
  const categories = Object.values(cards.categories.cards).sort(categoryOrder);
  const known = knownAddresses({
    site,
    articles,
    unpublished,
    unsound,
    pages,
    categories,
    publicFiles,
  });
  const names = tagNames(articles);
  for (const page of pages) texts.push({ mentions: page, places: {} });
  const pictures = await readPictures(
    options,
    files,
    texts.map(({ mentions }) => mentions),
  );
  findings.push(
    ...referenceFindings(texts, {
      categories: cards.categories.names,
      authors: cards.authors.names,
      stories: cards.stories.names,
    }),
    ...identityFindings(placed),
    ...pageCollisions(pages, cards.categories.names),
    ...tagFindings(placed, names),
    ...codeFindings(site, files, placeOfCode),
    ...futureFindings(placed, now),
    ...publicFileFindings(publicFiles, [
      ...pageAddresses({ articles, pages, categories }),
      ...unpublished.map(({ path }) => path),
    ]),
  );
  // A faulty article may be the one that refers to a card.
  if (placed.length === files.articles.length) {
    const { categories, stories, tags } = cards;
    findings.push(
      ...unusedFindings(placed, {
        categories: categories.names,
        stories: stories.names,
        tags: tags.names,
      }),
    );
  }
  const nearestPage = new NearestPath(known.pages.keys());
  const nearestPicture = new NearestPath([...files.assets.keys(), ...publicFiles]);
  for (const one of texts) {
    for (const found of linkFindings(one.mentions, known, nearestPage)) findings.push(found);
    for (const found of pictureFindings(one, pictures, nearestPicture)) findings.push(found);
  }
  if (sound !== undefined) index.save();

  counts.articles = articles.length;
  counts.drafts = all.filter((article) => article.draft).length;
  counts.scheduled = unpublished.length - counts.drafts;
  const tags: Record<string, Tag> = {};
  for (const [slug, name] of names) tags[slug] = { name, ...cards.tags.cards[slug], slug };
  if (sound === undefined) return { findings: findings.sort(compareFindings), publicFiles, counts };
  return {
    publication: {
      site,
      articles,
      authors: cards.authors.cards,
      categories,
      stories: cards.stories.cards,
      tags,
      pages,
      pictures: shownPictures([...articles, ...pages], pictures),
      publicFiles,
      content,
    },
    findings: findings.sort(compareFindings),
    publicFiles,
    counts,
    wake: nextWake(all, now),
  };
}

function readAnew(
  file: ContentFile,
  content: string,
  site: Site,
  index: FileIndex<ArticleReading>,
  counts: { read: number },
): ArticleReading {
  let reading: ArticleReading;
  try {
    reading = readArticle(readFileSync(join(content, file.file)), file.file, site);
  } catch (error) {
    return { places: {}, findings: [unreadableFinding(file.file, error)] };
  }
  counts.read += 1;
  index.keep(file, reading);
  return reading;
}

/**
 * The publication's own card. Without a sound one nothing is published, but all the rest is checked in the same
 * run, by what can be taken from it.
 */
function readSite(
  content: string,
  files: ContentFiles,
  findings: Finding[],
): { sound?: Site; site: Site; placeOfCode?: (index: number) => Place } {
  if (files.site === undefined) {
    findings.push(
      finding({
        code: "content/missing-site",
        file: "site.yaml",
        line: 1,
        column: 1,
        message: "There is no site.yaml, so the publication has no name and no address.",
        fix: "Write it with name, url, description, language and timezone.",
      }),
    );
    return { site: siteFrom(ASSUMED_SITE) };
  }
  const card = readCard(content, files.site.file, siteSchema);
  findings.push(...card.findings);
  if (card.value !== undefined) {
    const sound = siteFrom(card.value);
    return {
      sound,
      site: sound,
      placeOfCode: (index) => card.document?.placeOf(["code", index]) ?? TOP,
    };
  }
  const { url, timezone, code } = siteSchema.shape;
  const of = card.document?.value ?? {};
  return {
    site: siteFrom({
      ...ASSUMED_SITE,
      url: url.safeParse(of["url"]).data ?? ASSUMED_SITE.url,
      timezone: timezone.safeParse(of["timezone"]).data ?? ASSUMED_SITE.timezone,
      code: code.safeParse(of["code"]).data ?? ASSUMED_SITE.code,
    }),
  };
}

const ASSUMED_SITE: SiteFile = {
  name: "",
  url: "http://localhost",
  description: "",
  language: "en",
  timezone: "UTC",
  code: [],
};

function readAllCards(content: string, files: ContentFiles, findings: Finding[]) {
  const cards = {
    authors: readCards(content, files.authors, authorSchema),
    categories: readCards(content, files.categories, categorySchema, { topLevel: true }),
    stories: readCards(content, files.stories, storySchema),
    tags: readCards(content, files.tags, tagSchema),
  };
  for (const kind of Object.values(cards)) findings.push(...kind.findings);
  return cards;
}

async function readPictures(
  options: LoadOptions,
  files: ContentFiles,
  texts: readonly Mentions[],
): Promise<Map<string, PictureReading>> {
  const wanted = new Map<string, ContentFile>();
  for (const text of texts) {
    for (const file of pictureFiles(text)) {
      const found = files.assets.get(file) ?? files.publicFiles.get(file);
      if (found !== undefined) wanted.set(file, found);
    }
  }
  const index = new FileIndex<PictureReading>(
    join(options.cache, "pictures.jsonl"),
    `${options.codeVersion}\n${options.content}`,
  );
  const readings = await examinePictures(options.content, [...wanted.values()], index);
  index.save();
  return readings;
}

/** Content paths of the pictures that a text asks for. */
function pictureFiles(text: Mentions): string[] {
  const sources = text.facts.pictures.map(({ src }) => src);
  if (text.image !== undefined) sources.push(text.image.src);
  return sources.flatMap((src) => {
    const source = pictureSource(src, text.file);
    return source.kind === "file" ? [source.file] : [];
  });
}

function shownPictures(
  texts: readonly Mentions[],
  readings: ReadonlyMap<string, PictureReading>,
): Record<string, Picture> {
  const shown: Record<string, Picture> = {};
  for (const file of texts.flatMap(pictureFiles)) {
    const reading = readings.get(file);
    if (reading !== undefined && "picture" in reading) shown[file] = reading.picture;
  }
  return shown;
}

/** The name of each tag by slug: as most published articles write it, the first by code unit among equals. */
function tagNames(articles: readonly Article[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const article of articles) {
    for (const tag of article.tags) {
      const slug = slugify(tag);
      const spellings = counts.get(slug) ?? new Map<string, number>();
      spellings.set(tag, (spellings.get(tag) ?? 0) + 1);
      counts.set(slug, spellings);
    }
  }
  const names = new Map<string, string>();
  for (const [slug, spellings] of counts) {
    const [usual] = [...spellings].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
    if (usual !== undefined) names.set(slug, usual[0]);
  }
  return names;
}

function categoryOrder(a: Category, b: Category): number {
  return a.order - b.order || compareText(a.title, b.title) || compareText(a.slug, b.slug);
}

const TOP: Place = { line: 1, column: 1 };

function codeFindings(
  site: Site,
  files: ContentFiles,
  placeOfCode: (index: number) => Place = () => TOP,
): Finding[] {
  const known = files.articles.map(({ file }) => file).filter((file) => file.endsWith(".mdx"));
  return site.code.flatMap((file, index) => {
    if (known.includes(file)) return [];
    const near = nearestName(file, known);
    return [
      finding({
        code: "reference/code",
        file: "site.yaml",
        ...placeOfCode(index),
        message: `\`code\` lists ${file}, and there is no such article in MDX.`,
        fix: near === undefined ? "Remove it from the list." : `Did you mean ${near}?`,
      }),
    ];
  });
}

function missingFolder(content: string): Finding {
  return finding({
    code: "content/missing-folder",
    file: ".",
    line: 1,
    column: 1,
    message: `There is no content folder ${content}, or it is not a folder.`,
    fix: "Create it, or set STET_CONTENT to the folder of the publication.",
  });
}
