import { commentBody, readComments } from "../loader/comments-file.ts";
import type { Comment } from "../loader/comments-file.ts";
import { readChecked } from "../loader/read-body.ts";
import { PAGE_IDS } from "../domain/page-ids.ts";
import type { Site } from "../domain/publication.ts";
import { commentHtml } from "../markdown/render-body.ts";
import { spokenBy } from "../i18n/languages.ts";
import type { ArticleView } from "./article-view.ts";
import { shownSideBySide } from "./shown-date.ts";
import type { ShownDate } from "./shown-date.ts";

/** A comment with those that answer it. */
export interface Thread {
  /** Its id on the page. */
  id: string;
  author: string;
  url?: string;
  date: ShownDate;
  html: string;
  /** Whom it answers, where answers are set no deeper and so do not show it. */
  answersTo?: { id: string; author: string };
  answers: Thread[];
}

/** How deep answers are set; those to the deepest follow on the same level. */
const DEEPEST = 3;

/**
 * The comments that are kept below an article, read and rendered, the oldest first. `content` is the absolute path of
 * the content folder. Throws when the file is no longer the one that was checked.
 */
export function commentThreads(
  { comments, article, address, targets }: ArticleView,
  site: Site,
  content: string,
): Thread[] {
  const archived = comments?.archived;
  if (archived === undefined) return [];
  const read = readComments(readChecked(content, archived), archived.file, site.timezone);
  const withheld = new Set(archived.withheld);
  const sorted = read.comments
    .filter(({ id }) => !withheld.has(id))
    .sort((a, b) => a.date.instant - b.date.instant);
  const ids = pageIds(sorted, article.metadata.ids);
  const context = { ...targets, links: archived.links, images: {}, address, ...spokenBy(site) };
  const byParent = Map.groupBy(sorted, ({ parent }) => parent);
  const authors = new Map(sorted.map(({ id, author }) => [id, author]));
  const shown = shownSideBySide(
    sorted.map(({ date }) => date),
    site.timezone,
  );
  const answersTo = ({ id }: Comment): Comment[] => byParent.get(id) ?? [];
  const threadOf = (comment: Comment, answers: Thread[], isDeep = false): Thread => {
    const { id, author, url, date, text, parent } = comment;
    return {
      id: ids.get(id) ?? "",
      author,
      ...(url === undefined ? {} : { url }),
      date: shown(date),
      html: commentHtml(commentBody(text), context),
      ...(isDeep && parent !== undefined
        ? { answersTo: { id: ids.get(parent) ?? "", author: authors.get(parent) ?? "" } }
        : {}),
      answers,
    };
  };
  /** A comment with all that answer it and each other on one level: without recursion, for these can be thousands in a row. */
  const onOneLevel = (first: Comment): Thread[] => {
    const threads: Thread[] = [];
    const waiting = [first];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      threads.push(threadOf(next, [], next !== first));
      for (const answer of answersTo(next).toReversed()) waiting.push(answer);
    }
    return threads;
  };
  const threadsFrom = (comment: Comment, depth: number): Thread[] =>
    depth < DEEPEST
      ? [
          threadOf(
            comment,
            answersTo(comment).flatMap((one) => threadsFrom(one, depth + 1)),
          ),
        ]
      : onOneLevel(comment);
  return (byParent.get(undefined) ?? []).flatMap((comment) => threadsFrom(comment, 0));
}

/** Ids for comments on a page whose text may have headings that are called so. */
function pageIds(comments: readonly Comment[], taken: readonly string[]): Map<string, string> {
  const used = new Set([...PAGE_IDS, ...taken]);
  const ids = new Map<string, string>();
  for (const { id } of comments) {
    let free = `comment-${id}`;
    while (used.has(free)) free += "-2";
    used.add(free);
    ids.set(id, free);
  }
  return ids;
}
