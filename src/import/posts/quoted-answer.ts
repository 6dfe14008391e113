import type { Root } from "hast";
import { elementsBelow, innerHtml, textOf, treeOf } from "../html-tree.ts";

/** A post as an answer of its network quotes it. `text` is HTML. */
export interface QuotedAnswer {
  text: string;
  author?: string | undefined;
  handle?: string | undefined;
  date?: string | undefined;
}

/**
 * The text of a post, of the answers that WordPress kept with the text that embeds it. Undefined where none of them quotes
 * the post at that address.
 */
export function quotedAnswer(answers: readonly string[], url: URL): QuotedAnswer | undefined {
  const id = postId(url);
  if (id === "") return undefined;
  for (const answer of answers) {
    if (!answer.includes(id)) continue;
    const tree = treeOf(answer);
    const quoted = tree === undefined ? undefined : quotedIn(tree);
    if (quoted !== undefined) return quoted;
  }
  return undefined;
}

/** What the HTML that a network gives away for a post quotes of it: nothing where it only leads to the post. */
export function quotedIn(tree: Root): QuotedAnswer | undefined {
  const quote = elementsBelow(tree, "blockquote")[0];
  if (quote === undefined) return undefined;
  const inQuotes = elementsBelow(quote, "p");
  const shared = inQuotes.map((one) => SHARED_BY.exec(textOf(one))).find((found) => found !== null);
  const words = inQuotes.filter((one) => !["", shared?.input].includes(textOf(one)));
  const signature = SIGNATURE.exec(textOf(quote));
  const text = words.map((one) => `<p>${innerHtml(one)}</p>`).join("");
  if (text === "") return undefined;
  return {
    text,
    author: signature?.[1] ?? shared?.[1] ?? POSTED_BY.exec(textOf(quote))?.[1],
    handle: signature?.[2] ?? shared?.[2],
    date: dayOf(signature?.[3] ?? ""),
  };
}

/** What X and Bluesky write below a post: its author, the account, and the day. */
const SIGNATURE = /(?:—|–|&mdash;)\s?([^()—–]{1,100}?)\s?\((@[\w.@-]{1,100})\)\s?(.{0,40})$/;

/** What Instagram writes below a post. */
const SHARED_BY = /^A (?:post|photo|video) shared by ([^(]{1,100}?) \((@[\w.]{1,60})\)/;

/** What Facebook writes below a post. */
const POSTED_BY = /Posted by (\S.{0,80}?) on\s/;

/** The part of an address that tells posts of a network apart. */
function postId(url: URL): string {
  const parts = url.pathname.split("/").filter((part) => part.length > 5);
  return parts.at(-1) ?? "";
}

/** `June 1, 2020`, with a time of some zone behind it or not, as a day. */
function dayOf(text: string): string | undefined {
  const day = /^([A-Z][a-z]{2,8} \d{1,2}, \d{4})(?: at .*)?$/.exec(text.trim())?.[1];
  const instant = day === undefined ? NaN : Date.parse(`${day} 00:00:00Z`);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString().slice(0, 10);
}
