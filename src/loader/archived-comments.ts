import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rule as futureRule } from "../checks/date/future.ts";
import { rule as lostComments } from "../checks/comments/article.ts";
import { rule as earlyComment } from "../checks/comments/date.ts";
import { rule as twinComments } from "../checks/comments/twice.ts";
import type { ContentFiles } from "./content-lists.ts";
import type { Article } from "../domain/article.ts";
import { composed } from "../domain/composed.ts";
import type { ArchivedComments } from "../domain/comments.ts";
import type { Instant } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import type { Comment, ParsedComments } from "./comments-file.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { uuidOf } from "./identity.ts";
import { indexOf } from "../cache/index-file.ts";
import type { IndexedFolders } from "../cache/index-file.ts";
import { indexedReadings } from "./indexed-readings.ts";
import type { Readers } from "./readers.ts";

/** Where files of comments are read and what is known of them is kept. */
export interface CommentsFolders extends IndexedFolders {
  timezone: string;
}

/** What every file of comments says, by its path. A file that is as it was is not opened. */
export async function commentsReadings(
  files: readonly ContentFile[],
  folders: CommentsFolders,
  readers: Readers,
): Promise<Map<string, ParsedComments>> {
  if (files.length === 0) return new Map();
  const { content, timezone } = folders;
  const index = indexOf<ParsedComments>("comments", folders, timezone);
  const options = { kind: "comments", content, rules: { timezone } } as const;
  const readings = await indexedReadings(options, files, readers, {
    index,
    digestOf: ({ digest }) => digest,
    without: (diagnostic) => ({ digest: "", count: 0, links: [], diagnostics: [diagnostic] }),
  });
  index.save();
  return readings;
}

/** What comments are compared with. */
export interface CommentsSources {
  /** Every sound article, those held back and those taken down included. */
  articles: readonly Article[];
  /** Articles with errors: they may be the ones that are meant. */
  invalid: readonly { file: string; path: string }[];
  now: Instant;
  /** The comments of a file; asked for where some are dated later than now. */
  read: (file: string) => readonly Comment[];
}

/** A comment that is dated later, of an article that is published. */
interface DueComment {
  instant: Instant;
  article: Article;
}

/**
 * Brings the comments to their articles: by the path that both have (`comments/2023/12/x.yaml`), or by the article's
 * id (`comments/ID.yaml`). Gives them by the article's address, whether it is published or not, and when those are
 * due that are dated later; tells of files that no article has, of two for one article, and of comments that are
 * older than it.
 */
export function placeComments(
  readings: ReadonlyMap<string, ParsedComments>,
  { articles, invalid, now, read }: CommentsSources,
): { comments: Record<string, ArchivedComments>; due: DueComment[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const comments: Record<string, ArchivedComments> = {};
  const due: DueComment[] = [];
  if (readings.size === 0) return { comments, due, diagnostics };
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const byId = new Map(articles.map((article) => [article.id, article]));
  const unsoundPaths = new Set(invalid.map(({ path }) => path));
  const nearest = new NearestPath(byPath.keys());
  for (const [file, { digest, count, links, first, last, ...reading }] of readings) {
    diagnostics.push(...reading.diagnostics);
    const name = composed(file.slice("comments".length, -".yaml".length));
    const id = uuidOf(name.slice(1));
    const path = `${name}/`;
    const article = id === undefined ? byPath.get(path) : byId.get(id);
    if (article === undefined) {
      if (id === undefined ? unsoundPaths.has(path) : invalid.length > 0) continue;
      const near = id === undefined ? nearest.near(path) : undefined;
      const meant = near === undefined ? undefined : `comments${near.slice(0, -1)}.yaml`;
      diagnostics.push(lostComments.at({ file, line: 1, column: 1 }, { id, meant }));
      continue;
    }
    const twin = comments[article.path];
    if (twin !== undefined) {
      const details = { kind: "file", article: article.file, other: twin.file } as const;
      diagnostics.push(twinComments.at({ file, line: 1, column: 1 }, details));
      continue;
    }
    if (first !== undefined && first.instant < article.instant && first.day < article.day) {
      const details = { day: first.day, published: article.day };
      diagnostics.push(earlyComment.at({ file, ...first.location }, details));
    }
    if (last !== undefined && last.instant > now && article.instant <= now) {
      diagnostics.push(futureRule.at({ file, ...last.location }, { what: "this comment" }));
    }
    const all = last !== undefined && last.instant > now ? read(file) : [];
    const withheld = withheldOf(all, now);
    if (count > withheld.length) {
      const kept = { file, digest, count: count - withheld.length, links };
      comments[article.path] = withheld.length === 0 ? kept : { ...kept, withheld };
    }
    if (article.instant <= now)
      for (const { date } of all)
        if (date.instant > now) due.push({ instant: date.instant, article });
  }
  return { comments, due, diagnostics };
}

/** Names of the comments that are dated later than now, and of those that answer them, however early. */
function withheldOf(comments: readonly Comment[], now: Instant): string[] {
  const answers = Map.groupBy(comments, ({ parent }) => parent);
  const withheld = new Set<string>();
  const waiting = comments.filter(({ date }) => date.instant > now);
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (withheld.has(one.id)) continue;
    withheld.add(one.id);
    waiting.push(...(answers.get(one.id) ?? []));
  }
  return comments.filter(({ id }) => withheld.has(id)).map(({ id }) => id);
}

/** The comments of these articles alone, so that those of what is not published are nowhere. */
export function commentsOf(
  articles: readonly Pick<Article, "path">[],
  comments: Readonly<Record<string, ArchivedComments>>,
): Record<string, ArchivedComments> {
  const shown: Record<string, ArchivedComments> = {};
  for (const { path } of articles) {
    const archived = comments[path];
    if (archived !== undefined) shown[path] = archived;
  }
  return shown;
}

/** What reads comments once more, which is loaded where there are some. */
export async function commentsReader(
  folder: string,
  { comments }: Pick<ContentFiles, "comments">,
  timezone: string,
): Promise<(file: string) => readonly Comment[]> {
  if (comments.length === 0) return () => [];
  const { readComments } = await import("./comments-file.ts");
  return (file) => readComments(readFileSync(join(folder, file)), file, timezone).comments;
}
