import { stringify } from "yaml";
import type { ArchiveComment } from "./archive.ts";
import { commentText } from "./comment-text.ts";
import { freeNames } from "./free-names.ts";
import { isWebAddress } from "./web-address.ts";

/**
 * The comments of an article as `comments/YYYY/MM/slug.yaml`, and those that could not become any, each with its reason.
 * A reply to one that is not there stands by itself, and so does the last of those that reply to each other in a
 * circle. Addresses of e-mail and of the network are not known here.
 */
export function commentsFile(comments: readonly ArchiveComment[]): {
  text?: string;
  leftOut: { id: string; why: string }[];
} {
  const leftOut: { id: string; why: string }[] = [];
  const free = freeNames();
  const names = new Map<string, string>();
  const kept = comments.flatMap((comment) => {
    const text = commentText(comment.text);
    if (text === "") {
      leftOut.push({ id: comment.id, why: "it has no text" });
      return [];
    }
    const name = free(nameOf(comment.id));
    if (!names.has(comment.id)) names.set(comment.id, name);
    return [{ ...comment, name, text }];
  });
  const parents = new Map<string, string>();
  for (const { name, parent } of kept) {
    const above = parent === undefined ? undefined : names.get(parent);
    if (above !== undefined && !isBelow(above, name, parents)) parents.set(name, above);
  }
  const written = kept.map(({ name, author, url, date, text }) => {
    const parent = parents.get(name);
    return {
      id: idOf(name),
      ...(parent === undefined ? {} : { parent: idOf(parent) }),
      author: oneLine(author) || "Anonymous",
      ...(isWebAddress(url) ? { url } : {}),
      date,
      text: `${text}\n`,
    };
  });
  if (written.length === 0) return { leftOut };
  return {
    text: stringify({ comments: written }, { lineWidth: 0, blockQuote: "literal" }),
    leftOut,
  };
}

/** What a comment is called: a number, or letters, digits and hyphens. */
function nameOf(id: string): string {
  return (
    id
      .replace(/[^A-Za-z\d]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 50) || "comment"
  );
}

function idOf(name: string): string | number {
  return /^\d{1,15}$/.test(name) ? Number(name) : name;
}

/** Whether a comment is another one, or replies to it, however far below. */
function isBelow(name: string, other: string, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = name; at !== undefined; at = parents.get(at))
    if (at === other) return true;
  return false;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 200);
}
