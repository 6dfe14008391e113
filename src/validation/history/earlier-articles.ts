import type { EarlierContent } from "../../domain/earlier-content.ts";
import { composed } from "../../domain/composed.ts";
import type { Instant } from "../../domain/dates.ts";
import { isPublished } from "../../domain/publication.ts";
import type { Site } from "../../domain/publication.ts";
import { readOldAddress } from "../../domain/old-address.ts";
import { articlePath, slugOf } from "../../loader/article-path.ts";
import { idFromPath, uuidOf } from "../../loader/identity.ts";
import { REDIRECTS_FILE, redirectsSchema } from "../../loader/redirects-file.ts";
import { articleSchema } from "../../loader/schemas/article-schema.ts";
import type { ArticleFrontMatter } from "../../loader/schemas/article-schema.ts";
import { pageSchema } from "../../loader/schemas/page-schema.ts";
import { splitFrontMatter } from "../../loader/yaml/front-matter.ts";
import { parseOrExplain } from "../../loader/yaml/parse-or-explain.ts";
import { parseYaml } from "../../loader/yaml/yaml-document.ts";
import { addresses } from "../../urls/hrefs.ts";

/** An article that is gone or changed, as it was published. */
export interface EarlierArticle {
  file: string;
  path: string;
  id: string;
  /** Whether the id was written down. */
  hasId: boolean;
  front: ArticleFrontMatter;
  /** The whole file. */
  text: string;
}

/** A standing page that is gone or changed, as it was published. */
export interface EarlierPage {
  file: string;
  path: string;
  text: string;
}

/** What of the earlier content readers could open, as far as its files are gone or changed. */
export interface EarlierTexts {
  articles: EarlierArticle[];
  pages: EarlierPage[];
  /** The redirects then, where their file is gone or changed. */
  moved: Record<string, string>;
}

/**
 * What readers could open of what has changed. Drafts, articles that are dated later than `now`, what was taken down then and
 * what had errors were never published. What is dated up to now was published by the builds that a schedule starts, even if
 * the commit is older.
 */
export function earlierTexts(
  { paths, changed }: EarlierContent,
  { site, now, gone }: { site: Site; now: Instant; gone: readonly string[] },
): EarlierTexts {
  const redirects = changed.get(REDIRECTS_FILE);
  const written = redirects === undefined ? undefined : redirectsIn(redirects, site.timezone);
  const isUnchanged = redirects === undefined && paths.has(REDIRECTS_FILE);
  const takenDown = new TakenDown(isUnchanged ? gone : Object.keys(written?.gone ?? {}), site);
  const texts: EarlierTexts = { articles: [], pages: [], moved: { ...written?.moved } };
  for (const [file, text] of changed) {
    if (!/\.mdx?$/.test(file)) continue;
    if (file.startsWith("articles/")) {
      const article = earlierArticle(file, text, site);
      if (article === undefined || takenDown.has(article)) continue;
      const { draft, date } = article.front;
      const state = { draft, instant: date.instant, path: article.path };
      if (isPublished(state, now, new Set())) texts.articles.push(article);
    } else if (file.startsWith("pages/")) {
      const page = earlierPage(file, text);
      if (page !== undefined && !takenDown.has(page)) texts.pages.push(page);
    }
  }
  return texts;
}

function earlierArticle(file: string, text: string, site: Site): EarlierArticle | undefined {
  const { parts } = articlePath(file);
  const document = frontMatterOf(file, text);
  if (parts === undefined || document === undefined) return undefined;
  const format = file.endsWith(".mdx") ? "mdx" : "md";
  const front = parseOrExplain(articleSchema(site.timezone, format), document, file).value;
  if (front === undefined) return undefined;
  const id = front.id ?? idFromPath(file, front.aliases, site);
  return { file, path: parts.path, id, hasId: front.id !== undefined, front, text };
}

function earlierPage(file: string, text: string): EarlierPage | undefined {
  const document = frontMatterOf(file, text);
  const { slug, diagnostics } = slugOf(file, true);
  if (document === undefined || diagnostics.length > 0) return undefined;
  if (parseOrExplain(pageSchema, document, file).value === undefined) return undefined;
  return { file, path: addresses.page(slug), text };
}

function frontMatterOf(file: string, text: string) {
  const { yaml, firstLine } = splitFrontMatter(text, file);
  return yaml === undefined ? undefined : parseYaml(yaml, file, firstLine).document;
}

function redirectsIn(text: string, timezone: string) {
  const { document } = parseYaml(text, REDIRECTS_FILE, 1, text.length + 1);
  return document && parseOrExplain(redirectsSchema(timezone), document, REDIRECTS_FILE).value;
}

/** What entries of `gone` name: addresses, files and ids. */
class TakenDown {
  readonly #names: ReadonlySet<string>;

  constructor(entries: readonly string[], site: Site) {
    this.#names = new Set(
      entries.map((what) => {
        const id = uuidOf(what);
        if (id !== undefined) return id;
        const old = readOldAddress(what, site);
        return "path" in old ? old.path : composed(what);
      }),
    );
  }

  has({ file, path, id }: { file: string; path: string; id?: string }): boolean {
    return (
      this.#names.has(path) ||
      this.#names.has(composed(file)) ||
      (id !== undefined && this.#names.has(id))
    );
  }
}
