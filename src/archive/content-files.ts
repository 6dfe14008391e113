import { accessSync, constants, lstatSync, readdirSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join } from "node:path";
import { composed } from "../domain/composed.ts";
import type { Finding } from "../domain/finding.ts";
import { compareText } from "../domain/order.ts";
import { finding } from "./diagnostics.ts";
import { contentFile } from "./content-file.ts";
import type { ContentFile } from "./content-file.ts";
import { POPULAR_FILE } from "./popular-file.ts";
import { REDIRECTS_FILE } from "./redirects-file.ts";
import { unreadableFinding } from "./unreadable.ts";

/** The files of a content folder by what they are for, each list in the order of its paths. */
export interface ContentFiles {
  site?: ContentFile;
  redirects?: ContentFile;
  popular?: ContentFile;
  articles: ContentFile[];
  pages: ContentFile[];
  authors: ContentFile[];
  categories: ContentFile[];
  stories: ContentFile[];
  tags: ContentFile[];
  /** What is kept of readers' comments. */
  comments: ContentFile[];
  posts: ContentFile[];
  /** Everything else that texts and `site.yaml` may refer to: pictures and figures beside them. By composed path. */
  assets: Map<string, ContentFile>;
  /** Files below `public/`, copied as they are. By composed path below the content folder. */
  publicFiles: Map<string, ContentFile>;
  /** Composed paths of symbolic links, which are refused wherever they lie. */
  symbolicLinks: Set<string>;
}

const CARD_FOLDERS = ["authors", "categories", "stories", "tags", "posts"] as const;

/** Where pictures lie beside the texts that show them; at the top, those of `site.yaml`. */
const PICTURE_FOLDERS = ["", "articles", "pages", "posts"];

/**
 * Lists a content folder without opening a file. Hidden files are passed over; symbolic links are refused,
 * because what they point at may lie outside the folder.
 */
export function listContentFiles(
  content: string,
  clock: () => number,
): { files: ContentFiles; findings: Finding[] } {
  const findings: Finding[] = [];
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
  const report = (
    code: Parameters<typeof finding>[0]["code"],
    file: string,
    message: string,
    fix: string,
  ): void => {
    findings.push(finding({ code, file, line: 1, column: 1, message, fix }));
  };

  const place = (file: string): void => {
    const top = file.slice(0, Math.max(0, file.indexOf("/")));
    const entry = (): ContentFile =>
      contentFile(file, lstatSync(join(content, file), { bigint: true }), clock());
    const cards = CARD_FOLDERS.find((folder) => folder === top);
    const isText = /\.mdx?$/.test(file);
    if (file === "site.yaml") files.site = entry();
    else if (file === REDIRECTS_FILE) files.redirects = entry();
    else if (file === POPULAR_FILE) files.popular = entry();
    else if (cards !== undefined && /^[^/]+\/[^/]+\.yaml$/.test(file)) files[cards].push(entry());
    else if (COMMENTS.test(file)) files.comments.push(entry());
    else if (top === "articles" && isText) files.articles.push(entry());
    else if (top === "pages" && isText) files.pages.push(entry());
    else if (top === "public") {
      // It is copied only after the check, which is too late to learn that it cannot be.
      accessSync(join(content, file), constants.R_OK);
      files.publicFiles.set(composed(file), entry());
    } else if (cards !== undefined && /^[^/]+\/[^/]+\.ya?ml$/i.test(file)) {
      report(
        "content/unknown-entry",
        file,
        "Nothing is made of this file: the names of cards end in .yaml.",
        `Rename it to ${file.replace(/\.[^.]+$/, ".yaml")}.`,
      );
    } else if (/\.(?:mdx?|markdown|ya?ml)$/i.test(file) && !isAboutFolder(file)) {
      report(
        "content/unknown-entry",
        file,
        "Nothing is made of this file: its name or folder is not one that a publication has.",
        top === "articles" || top === "pages"
          ? "Rename it: texts end in .md or .mdx, in lower case."
          : "Put it where it belongs (articles/YYYY/MM/slug.mdx, pages/, authors/SLUG.yaml, categories/, stories/, tags/, posts/, comments/YYYY/MM/SLUG.yaml, redirects.yaml, popular.json), or remove it.",
      );
    } else if (PICTURE_FOLDERS.includes(top)) files.assets.set(composed(file), entry());
  };

  const unreadable = (file: string, error: unknown): void => {
    findings.push(unreadableFinding(file, error));
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
        report(
          "path/collision",
          file,
          "Another entry of its folder has the same name with accents and letters composed in another way; most systems keep only one of them.",
          "Remove one of the two, or rename it.",
        );
        continue;
      }
      names.add(name);
      if (entry.isSymbolicLink()) {
        files.symbolicLinks.add(composed(file));
        report(
          "path/symbolic-link",
          file,
          "This is a symbolic link; what it points at may lie outside the content folder.",
          "Replace it by a copy of the file.",
        );
      } else if (entry.isDirectory()) {
        if (folder === "" && !TOP_FOLDERS.has(entry.name)) {
          report(
            "content/unknown-entry",
            file,
            "Nothing is made of this folder: a publication has no folder of that name.",
            `Rename or remove it. Known folders: ${[...TOP_FOLDERS].join(", ")}.`,
          );
        } else walk(file);
      } else if (entry.isFile()) {
        try {
          place(file);
        } catch (error) {
          unreadable(file, error);
        }
      }
    }
  };
  walk("");
  return { files, findings };
}

/** By the path of an article, or by its id. */
const COMMENTS = /^comments\/(?:\d{4}\/\d{2}\/)?[^/]+\.yaml$/;

/** README.md and its like, which speak to those who work in the folder. */
function isAboutFolder(file: string): boolean {
  return /^[A-Z]+\.md$/.test(file);
}

const TOP_FOLDERS = new Set(["articles", "comments", "pages", "public", ...CARD_FOLDERS]);
