import { stringify } from "yaml";
import type { ArchiveComment } from "./archive.ts";
import { commentText } from "./comment-text.ts";
import { isWebAddress } from "./web-address.ts";

/**
 * The comments of an article as `comments/YYYY/MM/slug.yaml`, and those that could not become any, each with its reason.
 * A reply to one that is not there stands by itself. Addresses of e-mail and of the network are not known here.
 */
export function commentsFile(comments: readonly ArchiveComment[]): {
  text?: string;
  leftOut: { id: string; why: string }[];
} {
  const leftOut: { id: string; why: string }[] = [];
  const texts = new Map<string, string>();
  for (const { id, text } of comments) {
    const written = commentText(text);
    if (written === "") leftOut.push({ id, why: "it has no text" });
    else texts.set(id, written);
  }
  const written = comments.flatMap(({ id, parent, author, url, date }) => {
    const text = texts.get(id);
    if (text === undefined) return [];
    return [
      {
        id: /^\d+$/.test(id) ? Number(id) : id,
        ...(parent !== undefined && texts.has(parent)
          ? { parent: /^\d+$/.test(parent) ? Number(parent) : parent }
          : {}),
        author: oneLine(author) || "Anonymous",
        ...(isWebAddress(url) ? { url } : {}),
        date,
        text: `${text}\n`,
      },
    ];
  });
  if (written.length === 0) return { leftOut };
  return {
    text: stringify({ comments: written }, { lineWidth: 0, blockQuote: "literal" }),
    leftOut,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 200);
}
