import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../domain/article.ts";
import { composed } from "../domain/composed.ts";
import type { KeptComments } from "../domain/comments.ts";
import type { Instant } from "../domain/dates.ts";
import type { Finding } from "../domain/finding.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import { examineComments } from "./comments-file.ts";
import type { Comment, CommentsReading } from "./comments-file.ts";
import type { ContentFile } from "./content-file.ts";
import { finding } from "./diagnostics.ts";
import { uuidOf } from "./identity.ts";
import { indexOf } from "./index-file.ts";
import type { IndexedFolders } from "./index-file.ts";
import { unreadableFinding } from "./unreadable.ts";

/** Where files of comments are read and what is known of them is kept. */
export interface CommentsFolders extends IndexedFolders {
  timezone: string;
}

/** What every file of comments says, by its path. A file that is as it was is not opened. */
export function commentsReadings(
  files: readonly ContentFile[],
  folders: CommentsFolders,
): Map<string, CommentsReading> {
  const readings = new Map<string, CommentsReading>();
  if (files.length === 0) return readings;
  const { content, timezone } = folders;
  const index = indexOf<CommentsReading>("comments", folders, timezone);
  for (const file of files) {
    const known = index.recall(file);
    if (known !== undefined) {
      readings.set(file.file, known);
      continue;
    }
    try {
      const bytes = readFileSync(join(content, file.file));
      const earlier = index.earlier(file);
      const isSame = earlier?.digest === hash("sha256", bytes, "hex");
      const reading = isSame ? earlier : examineComments(bytes, file.file, timezone);
      index.keep(file, reading);
      readings.set(file.file, reading);
    } catch (error) {
      const unread = {
        digest: "",
        count: 0,
        links: [],
        findings: [unreadableFinding(file.file, error)],
      };
      readings.set(file.file, unread);
    }
  }
  index.save();
  return readings;
}

/** What comments are compared with. */
export interface CommentsSources {
  /** Every sound article, those held back and those taken down included. */
  articles: readonly Article[];
  /** Articles with errors: they may be the ones that are meant. */
  unsound: readonly { file: string; path: string }[];
  now: Instant;
  /** The comments of a file; asked for where some are dated later than now. */
  read: (file: string) => readonly Comment[];
}

/**
 * Brings the comments to their articles: by the path that both have (`comments/2023/12/x.yaml`), or by the article's
 * id (`comments/ID.yaml`). Gives them by the article's address, whether it is published or not, and when the next one
 * that is dated later is due; tells of files that no article has, of two for one article, and of comments that are
 * older than it.
 */
export function placeComments(
  readings: ReadonlyMap<string, CommentsReading>,
  { articles, unsound, now, read }: CommentsSources,
): { comments: Record<string, KeptComments>; due: Instant[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const comments: Record<string, KeptComments> = {};
  const due: Instant[] = [];
  if (readings.size === 0) return { comments, due, findings };
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const byId = new Map(articles.map((article) => [article.id, article]));
  const unsoundPaths = new Set(unsound.map(({ path }) => path));
  const nearest = new NearestPath(byPath.keys());
  for (const [file, { digest, count, links, first, last, ...reading }] of readings) {
    findings.push(...reading.findings);
    const name = composed(file.slice("comments".length, -".yaml".length));
    const id = uuidOf(name.slice(1));
    const path = `${name}/`;
    const article = id === undefined ? byPath.get(path) : byId.get(id);
    if (article === undefined) {
      if (id === undefined ? unsoundPaths.has(path) : unsound.length > 0) continue;
      findings.push(unknownArticle(file, id, nearest.near(path)));
      continue;
    }
    const twin = comments[article.path];
    if (twin !== undefined) {
      findings.push(
        finding({
          code: "comments/twice",
          file,
          line: 1,
          column: 1,
          message: `The comments of ${article.file} stand in ${twin.file} already.`,
          fix: "Put them together in one file.",
        }),
      );
      continue;
    }
    if (first !== undefined && first.instant < article.instant && first.day < article.day) {
      findings.push(
        finding({
          code: "comments/date",
          file,
          ...first.place,
          message: `This comment is of ${first.day}, and its article was published on ${article.day}.`,
          fix: "Leave it, if the article was published before elsewhere; else correct the date.",
        }),
      );
    }
    if (last !== undefined && last.instant > now && article.instant <= now) {
      findings.push(
        finding({
          code: "date/future",
          file,
          ...last.place,
          message: "This comment is dated later than now; it is held back until then.",
          fix: "Leave it, if it is to wait; else correct the date.",
        }),
      );
    }
    const all = last !== undefined && last.instant > now ? read(file) : [];
    const withheld = withheldOf(all, now);
    if (count > withheld.length) {
      const kept = { file, digest, count: count - withheld.length, links };
      comments[article.path] = withheld.length === 0 ? kept : { ...kept, withheld };
    }
    if (article.instant <= now)
      for (const { date } of all) if (date.instant > now) due.push(date.instant);
  }
  return { comments, due, findings };
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

function unknownArticle(file: string, id: string | undefined, near: string | undefined): Finding {
  return finding({
    code: "comments/article",
    file,
    line: 1,
    column: 1,
    message:
      id === undefined
        ? "There is no article of this path, so nobody would see these comments."
        : `There is no article with the id ${id}, so nobody would see these comments.`,
    fix:
      near === undefined || id !== undefined
        ? "Call the file as its article is called, or by the article's id."
        : `Did you mean comments${near.slice(0, -1)}.yaml?`,
  });
}

/** The comments of these articles alone, so that those of what is not published are nowhere. */
export function commentsOf(
  articles: readonly Pick<Article, "path">[],
  comments: Readonly<Record<string, KeptComments>>,
): Record<string, KeptComments> {
  const shown: Record<string, KeptComments> = {};
  for (const { path } of articles) {
    const kept = comments[path];
    if (kept !== undefined) shown[path] = kept;
  }
  return shown;
}
