import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFile } from "../cache/content-file.ts";
import { earlierContent } from "../history/earlier-content.ts";
import { changedSince, filesAt } from "../history/revision-files.ts";
import type { ContentRevision } from "../history/revision-files.ts";
import type { EarlierContent } from "../domain/earlier-content.ts";
import { viewContent } from "../loader/content-view.ts";
import { listContentFiles } from "../loader/content-files.ts";
import type { ContentListing } from "../loader/content-files.ts";
import { withHistory } from "../pipeline/check-history.ts";
import type { LoadOptions } from "../pipeline/load-options.ts";
import { loadPublication } from "../pipeline/load-publication.ts";
import type { Loaded } from "../pipeline/load-publication.ts";

/** A content folder as it is now and as it was. */
export interface ContentStates {
  now: Loaded;
  /** The same without what is not public; absent where everything is, or is to be shown. */
  publicPart?: Loaded;
  before: Loaded;
  /** What the rules of history compare with. */
  earlier: EarlierContent;
  /** Files that differ, below the content folder: those that are new, gone, or have other bytes. */
  changed: ReadonlySet<string>;
  /** Files that are there now, below the content folder. */
  files: ReadonlySet<string>;
}

/** What is compared with what. */
export interface StatesOptions extends LoadOptions {
  revision: ContentRevision;
  /** An absolute folder, in which the earlier state is written for as long as it is read. */
  work: string;
  /** Which files must not be quoted. Asked only without `preview`. */
  withheld: (states: Omit<ContentStates, "publicPart" | "files">) => ReadonlySet<string>;
}

/**
 * Loads the content folder as it is in the working tree and as a revision has it, both by one cache: a text that both
 * have is parsed once. What is now has the diagnostics of the rules of history too. The working tree's folder must be
 * there.
 *
 * Throws GitRefused, and what the file system throws.
 */
export async function contentStates({
  revision,
  work,
  withheld,
  ...options
}: StatesOptions): Promise<ContentStates> {
  const { content, clock } = options;
  const listing = listContentFiles(content, clock, options);
  if (listing === undefined) throw new Error(`${content} is no folder.`);
  const files = filesOf(listing);
  const changed = await changedFiles(revision, content, files);
  const earlier = await earlierContent(revision, content, changed);
  const now = await withHistory(await loadPublication({ ...options, listing }), { earlier });
  const before = await earlierState({ ...options, revision, work }, changed);
  const hidden =
    options.preview === true ? new Set<string>() : withheld({ now, before, earlier, changed });
  const publicPart =
    hidden.size === 0
      ? undefined
      : await withHistory(
          await loadPublication({
            ...options,
            view: { of: content, links: NO_LINKS },
            listing: without(hidden, options),
          }),
          { earlier },
        );
  const there = new Set(files.keys());
  return {
    now,
    ...(publicPart === undefined ? {} : { publicPart }),
    before,
    earlier,
    changed,
    files: there,
  };
}

const NO_LINKS: ReadonlySet<string> = new Set();

/** The content folder as the revision has it: a view of the working tree with other bytes in the files that differ. */
async function earlierState(
  { revision, work, ...options }: LoadOptions & Pick<StatesOptions, "revision" | "work">,
  changed: ReadonlySet<string>,
): Promise<Loaded> {
  const earlier = await filesAt(revision, [...changed]);
  mkdirSync(work, { recursive: true });
  const view = viewContent(options.content, earlier, work);
  try {
    return await loadPublication({ ...options, content: view.folder, view });
  } finally {
    view.remove();
  }
}

/** Every file that is made something of, by its path as it is on disk. */
function filesOf({ files }: ContentListing): Map<string, ContentFile> {
  const { site, redirects, popular, words, media, assets, publicFiles, symbolicLinks, ...lists } =
    files;
  void symbolicLinks;
  const all = [
    ...[site, redirects, popular, words, media].filter((file) => file !== undefined),
    ...Object.values(lists).flat(),
    ...assets.values(),
    ...publicFiles.values(),
  ];
  return new Map(all.map((file) => [file.file, file]));
}

async function changedFiles(
  revision: ContentRevision,
  content: string,
  now: ReadonlyMap<string, ContentFile>,
): Promise<Set<string>> {
  const told = await changedSince(revision);
  const changed = new Set(told ?? differing(revision, content, now));
  for (const [path, { listed }] of now)
    // What `media.jsonl` lists is not in git, and changes with that file.
    if (!revision.files.has(path) && listed === undefined) changed.add(path);
  return changed;
}

/** The files of a revision that the working tree does not have, or with other bytes. */
function* differing(
  { files }: ContentRevision,
  content: string,
  now: ReadonlyMap<string, ContentFile>,
): Generator<string> {
  for (const [path, blob] of files)
    if (!now.has(path) || blobOf(readFileSync(join(content, path)), blob.length) !== blob)
      yield path;
}

/** The name of bytes in git, in a repository whose names have so many digits. */
function blobOf(bytes: Buffer, digits: number): string {
  return createHash(digits === 64 ? "sha256" : "sha1")
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest("hex");
}

/** The content folder without some of its files. */
function without(hidden: ReadonlySet<string>, options: LoadOptions): ContentListing {
  const listing = listContentFiles(options.content, options.clock, options);
  if (listing === undefined) throw new Error(`${options.content} is no folder.`);
  const { files } = listing;
  const left = (all: readonly ContentFile[]): ContentFile[] =>
    all.filter(({ file }) => !hidden.has(file));
  const { articles, authors, categories, stories, tags, posts } = files;
  return {
    ...listing,
    files: {
      ...files,
      articles: left(articles),
      authors: left(authors),
      categories: left(categories),
      stories: left(stories),
      tags: left(tags),
      posts: left(posts),
      assets: new Map([...files.assets].filter(([, { file }]) => !hidden.has(file))),
    },
  };
}
