import { readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { composed } from "../domain/composed.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { readOldAddress } from "../domain/old-address.ts";
import type { Site } from "../domain/publication.ts";
import { articlePath } from "../loader/article-path.ts";
import { idFromPath, uuidOf } from "../loader/identity.ts";
import { splitFrontMatter } from "../loader/yaml/front-matter.ts";
import { parseYaml } from "../loader/yaml/yaml-document.ts";

/** Where articles are looked for. */
export interface ArticlesAt {
  /** The content folder, absolute. */
  content: string;
  /** The folder that a path was typed in, absolute. */
  cwd: string;
  /** Paths of articles below the content folder. */
  files: readonly string[];
  site: Pick<Site, "origin" | "base">;
}

/** The one article that is meant, or what may be meant: none, or several. */
export type FoundArticle = { file: string } | { several: string[] } | { near?: string };

/**
 * Finds an article by what people know of it: the path of its file (from the folder they are in or the content folder,
 * with its ending or without), its address, also an old one, its id, or its name where no other has it.
 */
export function findArticle(named: string, articles: ArticlesAt): FoundArticle {
  const given = composed(named.trim());
  const byPath = filesOfPath(given, articles);
  if (byPath.length > 0) return oneOf(byPath);
  const id = uuidOf(given);
  if (id !== undefined) return oneOf(ofId(id, articles));
  const address = pathOf(given, articles.site);
  if (address !== undefined) {
    const found = articles.files.filter((file) => articlePath(file).parts?.path === address);
    if (found.length > 0) return oneOf(found);
    const before = ofOldAddress(address, articles);
    if (before.length > 0) return oneOf(before);
  }
  const parts = given.split(/[/\\]/).filter((part) => part !== "");
  const slug = (parts.at(-1) ?? "").replace(/\.mdx?$/, "");
  const sameName = articles.files.filter((file) => slugOfFile(file) === slug);
  // Behind a folder, the name of another folder's article is no more than likely.
  if (parts.length === 1 && sameName.length > 0) return oneOf(sameName);
  return nearest(slug, sameName, articles);
}

function oneOf(files: readonly string[]): FoundArticle {
  const [file, second] = files;
  if (file === undefined) return {};
  return second === undefined ? { file } : { several: [...files] };
}

/**
 * Those of some files that a path means, with its ending or without: from the folder that it was typed in, or from the
 * content folder or its articles.
 */
export function filesOfPath(
  typed: string,
  { content, cwd, files }: Pick<ArticlesAt, "content" | "cwd" | "files">,
): string[] {
  const given = composed(typed.trim());
  const bases = [cwd, content, join(content, "articles")];
  const paths = (isAbsolute(given) ? [given] : bases.map((base) => resolve(base, given))).map(
    (path) => composed(relative(content, path).replaceAll("\\", "/")),
  );
  return files.filter((file) => {
    const path = composed(file);
    return paths.includes(path) || paths.includes(path.replace(/\.[^./]+$/, ""));
  });
}

function slugOfFile(file: string): string {
  return composed(file.slice(file.lastIndexOf("/") + 1)).replace(/\.mdx?$/, "");
}

/** The path of an address of the publication below its base; undefined for anything else. */
function pathOf(given: string, site: Pick<Site, "origin" | "base">): string | undefined {
  if (!/^(?:https?:\/\/|\/)/i.test(given)) return undefined;
  const read = readOldAddress(given.replace(/[?#].*$/s, ""), site);
  return "fault" in read ? undefined : read.path;
}

function ofId(id: string, { content, files, site }: ArticlesAt): string[] {
  const written = files.filter((file) => textOf(content, file).toLowerCase().includes(id));
  const named = written.filter((file) => uuidOf(String(frontMatterOf(content, file)["id"])) === id);
  if (named.length > 0) return named;
  return files.filter((file) => {
    const { id: own, aliases } = frontMatterOf(content, file);
    return (own === undefined || own === null) && idFromPath(file, textsOf(aliases), site) === id;
  });
}

function ofOldAddress(address: string, { content, files, site }: ArticlesAt): string[] {
  const last = address.split("/").findLast((part) => part !== "") ?? "";
  if (last === "") return [];
  return files.filter(
    (file) =>
      textOf(content, file).includes(last) &&
      textsOf(frontMatterOf(content, file)["aliases"]).some((one) => pathOf(one, site) === address),
  );
}

function nearest(slug: string, sameName: readonly string[], { files }: ArticlesAt): FoundArticle {
  const [near] = sameName;
  if (near !== undefined) return { near };
  const bySlug = Map.groupBy(files, slugOfFile);
  const meant = bySlug.get(nearestName(slug, bySlug.keys()) ?? "")?.[0];
  return meant === undefined ? {} : { near: meant };
}

function textOf(content: string, file: string): string {
  try {
    return readFileSync(join(content, file), "utf8");
  } catch {
    return "";
  }
}

/** The keys of an article, whatever they hold; none where they cannot be read. */
function frontMatterOf(content: string, file: string): Record<string, unknown> {
  const { yaml } = splitFrontMatter(textOf(content, file), file);
  return (yaml === undefined ? undefined : parseYaml(yaml, file).document?.value) ?? {};
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
