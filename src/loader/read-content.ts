import { statSync } from "node:fs";
import { join } from "node:path";
import type { OnDamage } from "../cache/cache-damage.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { changedAt } from "../cache/file-stat.ts";
import { FileIndex } from "../cache/index-file.ts";
import { readingSwitches } from "../checks/switches.ts";
import type { RuleSwitches } from "../checks/switchable.ts";
import type { Article } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Site } from "../domain/publication.ts";
import type { ContentListing } from "./content-files.ts";
import type { ContentFiles } from "./content-lists.ts";
import type { FolderView } from "./content-view.ts";
import type { FreePath } from "./free-paths.ts";
import { indexedReadings } from "./indexed-readings.ts";
import { commentsReadings } from "./archived-comments.ts";
import { forgetOtherSegments, cachedTrees, usableSegments } from "./cached-trees.ts";
import type { CachedTree, TreeFolder } from "./cached-trees.ts";
import { publicContents } from "./public-contents.ts";
import type { IndexedArticle } from "./read-article.ts";
import type { CheckedTexts } from "./read-body.ts";
import type { ComponentFiles } from "./own-components.ts";
import { readOwnParts } from "./own-parts.ts";
import { readDataFiles } from "./read-data-files.ts";
import { readPages } from "./read-pages.ts";
import { readSite } from "./read-site.ts";
import type { Readers } from "./readers.ts";
import {
  authorSchema,
  categorySchema,
  postSchema,
  storySchema,
  tagSchema,
} from "./schemas/data-file-schemas.ts";

/** Where content is read from and what is kept between builds. */
export interface ReadingFolders {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the folder that the index is kept in. */
  cache: string;
  /** Digest of the code that reads: the index of another version does not count. */
  codeVersion: string;
  /** Is told of a part of the index that is damaged, and made anew. */
  onDamage?: OnDamage;
  /** What `content` is a view of: the index is that of the other folder, and stays as it is. */
  view?: FolderView | undefined;
}

/** What the files of a content folder say, each by itself. Pictures and figures are read when it is known who shows them. */
export type Content = Awaited<ReturnType<typeof readContent>>;

/**
 * Reads all texts and YAML files of a content folder, those that have not changed from the index. Adds what is wrong
 * with `site.yaml` and the data files to `diagnostics`; what is wrong with texts stands in their readings.
 */
export async function readContent(
  { content, cache, codeVersion: ownVersion, onDamage, view }: ReadingFolders,
  { files, free }: Pick<ContentListing, "files" | "free">,
  readers: Readers,
  diagnostics: Diagnostic[],
) {
  const indexPath = join(cache, "index.jsonl");
  if (isAnyNewer(files.articles, indexPath)) readers.begin();
  const {
    validSite,
    site,
    locationOf,
    locationOfKey,
    parts: listed,
    switches,
    ...named
  } = readSite(content, files, diagnostics);
  const partsContext = { content, cache, files, site, locationOf };
  const { parts, components } = await readOwnParts(listed, partsContext, diagnostics);
  // Components of the publication's own are a part of what reads its texts.
  const codeVersion = [
    ownVersion,
    ...(parts?.components === undefined ? [] : [parts.components]),
  ].join(" ");
  const folders = { content, cache, codeVersion, onDamage, view };
  const dataFiles = readAllCards(content, files, site, diagnostics, free);
  const forReading = readingSwitches(switches);
  const index = new FileIndex<IndexedArticle>({
    path: indexPath,
    owner: "articles",
    maker: makerOf(
      [codeVersion, view?.of ?? content, site.base, site.timezone, ...site.code],
      forReading,
    ),
    onDamage,
    isReadOnly: view !== undefined,
  });
  const trees = { folder: join(cache, "trees"), codeVersion };
  // They are begun together: a process takes a while to start.
  const [articles, pages, comments, publicFiles] = await Promise.all([
    readAllArticles(
      files.articles,
      { content, site, trees, components, forReading, keepsTrees: view === undefined },
      index,
      readers,
    ),
    readPages(files.pages, folders, { readers, free, components }),
    commentsReadings(files.comments, { ...folders, timezone: site.timezone }, readers),
    publicContents(folders, files.publicFiles, readers),
  ]);
  return {
    validSite,
    site,
    locationOf,
    locationOfKey,
    /** What the publication switches of the check. */
    switches,
    /** The looks and parts of the publication's own; undefined where it has none. */
    parts,
    named,
    dataFiles,
    /** By file. */
    articles,
    pages,
    comments,
    publicFiles,
    /** The components of the publication's own, where it has any. */
    components,
    /** What articles of another state of the folder say by the same rules, where they are sound; nothing of it is kept. */
    readOthers: async (
      folder: string,
      others: readonly string[],
    ): Promise<(Article | undefined)[]> => {
      const { base, timezone, code } = site;
      const rules = { base, timezone, code, components, switches: forReading };
      const asked = others.map((file) => ({ file }));
      const results = await readers.read({ kind: "article", content: folder, rules }, asked);
      return results.map((one) => ("reading" in one ? one.reading.article : undefined));
    },
    /** Keeps for the next build what was read. */
    keep: (): void => {
      index.save();
      if (view !== undefined) return;
      forgetOtherSegments(trees, new Set(treesOf(articles.values()).map(({ segment }) => segment)));
    },
    /** Where the texts are read again. */
    texts: (): CheckedTexts => ({
      content,
      ...(components === undefined ? {} : { components }),
      trees: cachedTrees(trees, parsedTexts(articles.values())),
    }),
  };
}

/** What an index holds for: where nothing is switched that decides what is found, it is as if there were no switches. */
function makerOf(parts: readonly string[], switches: RuleSwitches): string {
  const switched = Object.keys(switches).length === 0 ? [] : [JSON.stringify(switches)];
  return [...parts, ...switched].join("\n");
}

/** What every article says, by its file. */
function readAllArticles(
  files: readonly ContentFile[],
  {
    content,
    site: { base, timezone, code },
    trees,
    components,
    forReading,
    keepsTrees,
  }: {
    content: string;
    site: Site;
    trees: TreeFolder;
    components: ComponentFiles | undefined;
    forReading: RuleSwitches;
    keepsTrees: boolean;
  },
  index: FileIndex<IndexedArticle>,
  readers: Readers,
): Promise<Map<string, IndexedArticle>> {
  const rules = {
    base,
    timezone,
    code,
    components,
    switches: forReading,
    ...(keepsTrees ? { trees } : {}),
  };
  const options = { kind: "article", content, rules } as const;
  const usable = usableSegments(trees, treesOf(index.readings()));
  return indexedReadings(options, files, readers, {
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
  readings: Iterable<IndexedArticle>,
): Generator<Pick<Article, "digest" | "format"> & { tree: CachedTree }> {
  for (const { article, tree } of readings)
    if (article !== undefined && tree !== undefined)
      yield { digest: article.digest, format: article.format, tree };
}

function* treesOf(readings: Iterable<IndexedArticle>): Generator<CachedTree> {
  for (const { tree } of readings) if (tree !== undefined) yield tree;
}

function readAllCards(
  content: string,
  files: ContentFiles,
  site: Site,
  diagnostics: Diagnostic[],
  free: FreePath,
) {
  const dataFiles = {
    authors: readDataFiles(content, files.authors, authorSchema, { free }),
    categories: readDataFiles(content, files.categories, categorySchema(site.theme.paper), {
      topLevel: true,
      free,
    }),
    stories: readDataFiles(content, files.stories, storySchema, { free }),
    tags: readDataFiles(content, files.tags, tagSchema, { free }),
    posts: readDataFiles(content, files.posts, postSchema(site.timezone), { free }),
  };
  for (const kind of Object.values(dataFiles)) diagnostics.push(...kind.diagnostics);
  return dataFiles;
}
