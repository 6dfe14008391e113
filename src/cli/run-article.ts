import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Instant } from "../domain/dates.ts";
import { dayOf } from "../domain/dates.ts";
import { withContentFolder } from "../domain/content-path.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { nameOf } from "../domain/path-parts.ts";
import { articlePath } from "../loader/article-path.ts";
import { listContentFiles } from "../loader/content-files.ts";
import { readSite } from "../loader/read-site.ts";
import { contentPrefix } from "../report/report.ts";
import { articleFilePath, articleSlug, articleText } from "../starter/article-file.ts";
import { EXIT } from "./outcome.ts";

/** What `stet article` is asked for. */
export interface ArticleRequest {
  headline: string;
  category?: string;
  authors: readonly string[];
  /** Name of the file without its ending, where it does not follow from the headline. */
  slug?: string;
}

/** What it needs besides. */
export interface ArticleContext {
  /** The content folder, absolute. */
  content: string;
  cwd: string;
  now: Instant;
  clock: () => number;
  newId: () => string;
}

/**
 * Writes the file of a new article into the folder of its month, and gives what to print and the exit code. An author
 * or a category that is alone is taken without a word. Where anything cannot be used nothing is written.
 */
export function runArticle(
  { headline, category, authors, slug }: ArticleRequest,
  { content, cwd, now, clock, newId }: ArticleContext,
): { text: string; exitCode: number } {
  const listing = listContentFiles(content, clock);
  if (listing?.files.site === undefined)
    return refusal([`There is no publication in ${content}: site.yaml is missing.`]);
  const { files } = listing;
  // Whatever else is wrong in site.yaml, an article can be written meanwhile.
  const { timezone, language } = readSite(content, files, []).site;
  const categories = files.categories.map(({ file }) => slugOfFile(file));
  const known = files.authors.map(({ file }) => slugOfFile(file));
  const chosen = category ?? only(categories);
  const writers = authors.length > 0 ? authors : [only(known)].filter((one) => one !== undefined);
  const name = slug ?? articleSlug(headline, language);
  const prefix = contentPrefix(content, cwd);
  const file = articleFilePath(name, { instant: now, timezone });
  const faults = [
    chosen === undefined
      ? missing("--category", categories, `${prefix}categories/`)
      : unknown("category", chosen, categories),
    ...(writers.length === 0
      ? [missing("--author", known, `${prefix}authors/`)]
      : writers.map((one) => unknown("author", one, known))),
    ...articlePath(file, dayOf(now, timezone)).diagnostics.map(({ message, fix }) =>
      withContentFolder(`${message} ${fix} Name one with --slug.`, prefix),
    ),
    takenBy(content, file, prefix),
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0) return refusal(faults);
  const path = join(content, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    articleText({
      id: newId(),
      headline,
      category: chosen ?? "",
      authors: writers,
      instant: now,
      timezone,
    }),
    { flag: "wx" },
  );
  return { text: `${relative(cwd, path)}\n`, exitCode: EXIT.done };
}

function refusal(faults: readonly string[]): { text: string; exitCode: number } {
  return { text: `${[...faults, "Nothing was written."].join("\n")}\n`, exitCode: EXIT.refused };
}

function slugOfFile(file: string): string {
  return nameOf(file).replace(/\.[^.]*$/, "");
}

function only(list: readonly string[]): string | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function missing(option: string, known: readonly string[], folder: string): string {
  return known.length === 0
    ? `There is no file in ${folder} yet: make one, then name it with ${option}.`
    : `Add ${option} with one of ${known.join(", ")}.`;
}

function unknown(what: string, name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  const meant = nearestName(name, known);
  return `There is no ${what} '${name}'. ${meant === undefined ? `There are ${known.join(", ")}.` : `Did you mean \`${meant}\`?`}`;
}

/** An article in another format has the same address. */
function takenBy(content: string, file: string, prefix: string): string | undefined {
  const stem = file.replace(/\.[^.]*$/, "");
  const taken = [".mdx", ".md"].find((ending) => existsSync(join(content, stem + ending)));
  return taken === undefined
    ? undefined
    : `There is ${prefix}${stem}${taken} already. Name another file with --slug.`;
}
