import { inContent } from "../../domain/content-path.ts";
import { composed } from "../../domain/composed.ts";
import { folderOf, nameOf } from "../../domain/path-parts.ts";
import { readOldAddress } from "../../domain/old-address.ts";
import { slugify } from "../../domain/slug.ts";
import type { Site } from "../../domain/publication.ts";
import { articlePath, slugOf } from "../../loader/article-path.ts";
import { addresses } from "../../urls/hrefs.ts";
import { DATA_FOLDERS, RenameRefused } from "./rename-sources.ts";
import type { Renamed } from "./rename-sources.ts";

/**
 * What a file is to be called: a slug, which keeps it in its folder, `2026/04/slug`, an address or a path below the content
 * folder. Throws `RenameRefused` where that is no name for a file of its kind.
 */
export function newName(
  old: Renamed,
  written: string,
  site: Pick<Site, "origin" | "base">,
): Renamed {
  const ending = old.file.slice(old.file.lastIndexOf("."));
  const given = composed(written.trim());
  const plain = withoutEnding(pathIn(given, site), ending);
  if (old.kind === "article") return newArticle(old, plain, ending);
  const folder = old.kind === "page" ? "pages" : DATA_FOLDERS[old.kind];
  const parts = plain.split("/").filter((part) => part !== "");
  const slug = parts.at(-1) ?? "";
  const before = parts.slice(0, -1).join("/");
  if (before !== "" && before !== folder)
    throw new RenameRefused(
      `\`${written}\` is no name for ${inContent(old.file)}, which stays in its folder. Give it a name without a folder, such as ${slug}.`,
    );
  const file = `${folder}/${slug}${ending}`;
  const isTop = old.kind === "page" || old.kind === "category";
  refuseFaults(old, file, slugOf(file, isTop).diagnostics);
  const path = {
    page: addresses.page,
    author: addresses.author,
    category: addresses.category,
    story: addresses.story,
  }[old.kind](slug);
  return { kind: old.kind, file, path, slug };
}

function newArticle(old: Renamed, plain: string, ending: string): Renamed {
  const parts = plain.split("/").filter((part) => part !== "");
  const below = parts[0] === "articles" ? parts.slice(1) : parts;
  const file =
    below.length === 1
      ? `${folderOf(old.file)}/${below[0] ?? ""}${ending}`
      : `articles/${below.join("/")}${ending}`;
  const { parts: read, diagnostics } = articlePath(file);
  if (read === undefined && below.length !== 1 && below.length !== 3)
    throw new RenameRefused(
      `\`${plain}\` is no name for an article. Write a slug, or year, month and slug: 2026/04/${old.slug}.`,
    );
  refuseFaults(old, file, diagnostics);
  if (read === undefined) throw new RenameRefused(`${inContent(file)} is no path of an article.`);
  return { kind: "article", file, path: read.path, slug: read.slug };
}

/** A name as a path: that of an address, or the path of a file that was typed with the folder's own name before it. */
function pathIn(given: string, site: Pick<Site, "origin" | "base">): string {
  if (/^(?:https?:\/\/|\/)/i.test(given)) {
    const read = readOldAddress(given, site);
    if ("fault" in read)
      throw new RenameRefused(`The address \`${given}\` ${read.fault}. ${read.fix}`);
    return read.path;
  }
  return given
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)?(?:.*?\/)?(?=(?:articles|pages|authors|categories|stories)\/)/, "");
}

function withoutEnding(path: string, ending: string): string {
  const other = /\.(?:mdx?|ya?ml)$/.exec(path)?.[0];
  if (other !== undefined && other !== ending)
    throw new RenameRefused(
      `The file ends in ${ending}, and its text is written so. Leave the ending out: ${path.slice(0, -other.length)}.`,
    );
  return other === undefined ? path : path.slice(0, -other.length);
}

/** Throws where a file of that name would have faults, with a name that has none where there is one. */
function refuseFaults(
  old: Renamed,
  file: string,
  diagnostics: readonly { message: string; fix: string }[],
): void {
  const [first] = diagnostics;
  if (first === undefined) return;
  const said = `${inContent(file)}: ${first.message}`;
  const slug = slugify(nameOf(file).replace(/\.[^.]+$/, ""));
  const folder = folderOf(file).replace(
    /^articles\/(\d{4})\/(\d)$/,
    (_, year: string, month: string) => `articles/${year}/0${month}`,
  );
  const better = `${folder}/${slug}${file.slice(file.lastIndexOf("."))}`;
  if (better === old.file)
    throw new RenameRefused(`${said} In an address it would be ${slug}, its present name.`);
  const isSound =
    old.kind === "article"
      ? articlePath(better).parts !== undefined
      : slugOf(better, old.kind === "page" || old.kind === "category").diagnostics.length === 0;
  if (!isSound) throw new RenameRefused(`${said} ${first.fix}`);
  const isSame = folder === folderOf(old.file);
  throw new RenameRefused(said, isSame ? slug : `${folder.replace(/^articles\//, "")}/${slug}`);
}
