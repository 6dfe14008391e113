import type { Article } from "../domain/article.ts";
import type { ChangedFiles } from "../loader/content-view.ts";
import type { Loaded } from "./load-publication.ts";

/**
 * Whether all that has changed are words of articles: then nothing that is said of another file can be new. What others may
 * see of an article is what its reading says, all of it but the number of its words, how it begins, and where things stand.
 * `folder` is a view of the content folder in which the changed files are as they were.
 */
export async function isSameToOthers(
  { present, readOthers }: Pick<Loaded, "present" | "readOthers">,
  earlier: ChangedFiles,
  folder: string,
): Promise<boolean> {
  if (present === undefined || readOthers === undefined) return false;
  const now = new Map<string, Article>();
  for (const { article } of present.placed)
    if (earlier.has(article.file)) now.set(article.file, article);
  const files = [...now.keys()];
  // What is not there in both states, is no article or has errors, others may well see.
  if (files.length !== earlier.size || files.length > MOST) return false;
  if ([...earlier.values()].includes(undefined)) return false;
  const then = await readOthers(folder, files);
  return files.every((file, at) => seenOf(then[at]) === seenOf(now.get(file)));
}

/** More are as quickly checked with the whole folder. */
const MOST = 100;

/** What others may see of an article, as a text; no two are equal of what could not be read. */
function seenOf(article: Article | undefined): unknown {
  if (article === undefined) return Symbol();
  const metadata = { ...article.metadata, words: 0, excerpt: "" };
  return JSON.stringify({ ...article, digest: "", metadata }, (_key, value: unknown) =>
    isPlaced(value) ? { ...value, line: 0, column: 0, length: 0 } : value,
  );
}

function isPlaced(value: unknown): value is { line: number; column: number } {
  return typeof value === "object" && value !== null && "line" in value && "column" in value;
}
