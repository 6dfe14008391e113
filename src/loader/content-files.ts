import { createHash } from "node:crypto";
import { accessSync, constants, lstatSync, readdirSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join } from "node:path";
import { composed } from "../domain/composed.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { compareText } from "../domain/order.ts";
import { PART_FOLDERS } from "../domain/own-parts.ts";
import { rule as unknownEntryRule } from "../checks/content/unknown-entry.ts";
import type { UnknownEntry } from "../checks/content/unknown-entry.ts";
import { rule as collisionRule } from "../checks/path/collision.ts";
import { rule as symbolicLinkRule } from "../checks/path/symbolic-link.ts";
import { contentFile } from "../cache/content-file.ts";
import type { ContentFile } from "../cache/content-file.ts";
import type { OnDamage } from "../cache/cache-damage.ts";
import type { ContentFiles } from "./content-lists.ts";
import { placeIn } from "./content-view.ts";
import type { FolderView } from "./content-view.ts";
import { addListedMedia, MEDIA_FILE } from "./media-list.ts";
import { freePaths } from "./free-paths.ts";
import type { FreePath } from "./free-paths.ts";
import { POPULAR_FILE } from "./popular-file.ts";
import { REDIRECTS_FILE } from "./redirects-file.ts";
import { unreadableDiagnostic } from "./unreadable.ts";
import { WORDS_FILE } from "./messages-file.ts";

const DATA_FILE_FOLDERS = ["authors", "categories", "stories", "tags", "posts"] as const;

/** Where pictures lie beside the texts that show them, and parts; at the top, those of `site.yaml`. */
const ASSET_FOLDERS: readonly string[] = ["", "articles", "pages", "posts", ...PART_FOLDERS];

/** A content folder as it lies there, with what is wrong with the names of its files. */
export interface ContentListing {
  files: ContentFiles;
  diagnostics: Diagnostic[];
  free: FreePath;
}

/**
 * Lists a content folder, with the media files that `media.jsonl` lists, here or not; undefined where there is no
 * folder. No other file is opened, but of those media files the ones that are new to the `cache`, if one is given.
 * Hidden files are passed over; symbolic links are refused, because what they point at may lie outside the folder.
 */
export function listContentFiles(
  content: string,
  clock: () => number,
  folders: { cache?: string; onDamage?: OnDamage; view?: FolderView | undefined } = {},
): ContentListing | undefined {
  if (statSync(content, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  const diagnostics: Diagnostic[] = [];
  const files: ContentFiles = {
    articles: [],
    pages: [],
    authors: [],
    categories: [],
    stories: [],
    tags: [],
    comments: [],
    posts: [],
    assets: new Map(),
    publicFiles: new Map(),
    symbolicLinks: new Set(),
  };
  const at = (file: string) => ({ file, line: 1, column: 1 });
  /** Where an entry itself lies: a link of a view stands for what it leads to. */
  const pathOf = (file: string): string => join(placeIn(folders.view, file) ?? content, file);
  const unknown = new Map<string, UnknownEntry>();
  const nothingMadeOf = (file: string, entry: UnknownEntry): void => {
    unknown.set(file, entry);
  };

  const add = (file: string): void => {
    const top = file.slice(0, Math.max(0, file.indexOf("/")));
    const entry = (): ContentFile =>
      contentFile(file, lstatSync(pathOf(file), { bigint: true }), clock());
    const dataFiles = DATA_FILE_FOLDERS.find((folder) => folder === top);
    const isText = /\.mdx?$/.test(file);
    if (file === "site.yaml") files.site = entry();
    else if (file === REDIRECTS_FILE) files.redirects = entry();
    else if (file === POPULAR_FILE) files.popular = entry();
    else if (file === WORDS_FILE) files.words = entry();
    else if (file === MEDIA_FILE) files.media = entry();
    else if (dataFiles !== undefined && /^[^/]+\/[^/]+\.yaml$/.test(file))
      files[dataFiles].push(entry());
    else if (COMMENTS.test(file)) files.comments.push(entry());
    else if (top === "articles" && isText) files.articles.push(entry());
    else if (top === "pages" && isText) files.pages.push(entry());
    else if (top === "public") {
      // It is copied only after the check, which is too late to learn that it cannot be.
      accessSync(join(content, file), constants.R_OK);
      files.publicFiles.set(composed(file), entry());
    } else if (dataFiles !== undefined && /^[^/]+\/[^/]+\.ya?ml$/i.test(file)) {
      nothingMadeOf(file, { is: "ending", better: file.replace(/\.[^.]+$/, ".yaml") });
    } else if (/\.(?:mdx?|markdown|ya?ml)$/i.test(file) && !isAboutFolder(file)) {
      nothingMadeOf(file, strayFile(file));
    } else if (ASSET_FOLDERS.includes(top)) files.assets.set(composed(file), entry());
  };

  const unreadable = (file: string, error: unknown): void => {
    diagnostics.push(unreadableDiagnostic(file, error));
  };

  const walk = (folder: string): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(content, folder), { withFileTypes: true });
    } catch (error) {
      unreadable(folder, error);
      return;
    }
    entries.sort((a, b) => compareText(a.name, b.name));
    const names = new Set<string>();
    for (const entry of entries) {
      if (entry.name.startsWith(".") && !(folder === "public" && entry.name === ".well-known"))
        continue;
      const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const name = composed(entry.name);
      if (names.has(name)) {
        diagnostics.push(collisionRule.at(at(file), { is: "composed" }));
        continue;
      }
      names.add(name);
      const kind = placeIn(folders.view, file) ? lstatSync(pathOf(file)) : entry;
      if (kind.isSymbolicLink()) {
        files.symbolicLinks.add(composed(file));
        diagnostics.push(symbolicLinkRule.at(at(file)));
      } else if (kind.isDirectory()) {
        if (folder === "" && !TOP_FOLDERS.has(entry.name)) {
          const known = [...TOP_FOLDERS];
          nothingMadeOf(file, { is: "folder", better: folderMeant(entry.name), known });
        } else walk(file);
      } else if (kind.isFile()) {
        try {
          add(file);
        } catch (error) {
          unreadable(file, error);
        }
      }
    }
  };
  walk("");
  addListedMedia(content, files, diagnostics, folders);
  const free = freePaths(files);
  for (const [file, entry] of unknown)
    diagnostics.push(
      unknownEntryRule.at(
        at(file),
        withFreePath(entry, (path) => free(path, file)),
      ),
    );
  return { files, diagnostics, free };
}

/**
 * Digest of a listing, by which it is known that nothing in the folder has changed; undefined where a file is so fresh
 * that it may change unseen.
 */
export function listingDigest({ files, diagnostics }: ContentListing): string | undefined {
  const digest = createHash("sha256");
  const { site, redirects, popular, words, media, assets, publicFiles, symbolicLinks, ...lists } =
    files;
  const named = {
    site: [site],
    redirects: [redirects],
    popular: [popular],
    words: [words],
    media: [media],
  };
  const listed = { assets: assets.values(), publicFiles: publicFiles.values() };
  for (const [name, entries] of Object.entries({ ...named, ...lists, ...listed })) {
    digest.update(`${name}\n`);
    for (const entry of entries) {
      if (entry === undefined) continue;
      if (entry.stamp === "") return undefined;
      digest.update(`${entry.stamp} ${entry.file}\n`);
    }
  }
  return digest.update(JSON.stringify([[...symbolicLinks], diagnostics])).digest("hex");
}

/** An entry with a path that it can be moved to: there is one `site.yaml`, but a data file may have another name. */
function withFreePath(entry: UnknownEntry, free: (path: string) => string): UnknownEntry {
  if (entry.is === "folder" || entry.better === undefined) return entry;
  const better = free(entry.better);
  if (entry.is === "ending") return { ...entry, better };
  return { ...entry, better: better === entry.better || better.includes("/") ? better : undefined };
}

/** By the path of an article, or by its id. */
const COMMENTS = /^comments\/(?:\d{4}\/\d{2}\/)?[^/]+\.yaml$/;

/** README.md and its like, which speak to those who work in the folder. */
function isAboutFolder(file: string): boolean {
  return /^[A-Z]+\.md$/.test(file);
}

const TOP_FOLDERS = new Set([
  ...["articles", "comments", "pages", "public"],
  ...DATA_FILE_FOLDERS,
  ...PART_FOLDERS,
]);

/** Where a text or a data file belongs that lies where nothing is made of it, as far as its name tells. */
function strayFile(file: string): UnknownEntry {
  const [top = "", ...rest] = file.split("/");
  const name = rest.at(-1) ?? top;
  const [, stem = "", ending = ""] = /^(.*)\.([^.]+)$/.exec(name) ?? [];
  const isCard = /^ya?ml$/i.test(ending);
  if (["articles", "pages"].includes(top) && !isCard)
    return { is: "ending", better: file.replace(/\.[^.]+$/, /x$/i.test(ending) ? ".mdx" : ".md") };
  if (DATA_FILE_FOLDERS.some((folder) => folder === top))
    return { is: "file", better: `${top}/${stem}.yaml` };
  const known = isCard ? nearestName(stem, TOP_FILES.keys()) : undefined;
  return { is: "file", better: rest.length > 0 ? undefined : TOP_FILES.get(known ?? "") };
}

/** Files at the top of a content folder, by names that they are given. */
const TOP_FILES: ReadonlyMap<string, string> = new Map([
  ["site", "site.yaml"],
  ["config", "site.yaml"],
  ["_config", "site.yaml"],
  ["redirects", REDIRECTS_FILE],
  ["popular", POPULAR_FILE],
  ["words", WORDS_FILE],
  ["messages", WORDS_FILE],
  ["translations", WORDS_FILE],
]);

/** The folder that one of another name was meant as. */
function folderMeant(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/^_/, "");
  const meant = FOLDER_NAMES[plain] ?? nearestName(plain, TOP_FOLDERS);
  return meant === undefined ? undefined : `${meant}/`;
}

/** Names that other generators give to folders. */
const FOLDER_NAMES: Readonly<Record<string, string>> = {
  news: "articles",
  blog: "articles",
  drafts: "articles",
  static: "public",
  assets: "public",
  files: "public",
  media: "public",
  sections: "categories",
  topics: "tags",
  people: "authors",
  series: "stories",
};
