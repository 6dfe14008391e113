import { attributeOf, elementsBelow, innerHtml, textOf, treeOf } from "../html-tree.ts";
import { urlOf } from "../web-address.ts";

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
    const quote = tree === undefined ? undefined : elementsBelow(tree, "blockquote")[0];
    if (quote === undefined) continue;
    const inQuotes = elementsBelow(quote, "p");
    const shared = inQuotes
      .map((one) => SHARED_BY.exec(textOf(one)))
      .find((found) => found !== null);
    const words = inQuotes.filter((one) => !["", shared?.input].includes(textOf(one)));
    const signature =
      /(?:—|–|&mdash;)\s?([^()—–]{1,100}?)\s?\((@[\w.@-]{1,100})\)\s?(.{0,40})$/.exec(
        textOf(quote),
      );
    const text = words.map((one) => `<p>${innerHtml(one)}</p>`).join("");
    if (text === "") continue;
    return {
      text,
      author: signature?.[1] ?? shared?.[1] ?? POSTED_BY.exec(textOf(quote))?.[1],
      handle: signature?.[2] ?? shared?.[2],
      date: dayOf(signature?.[3] ?? ""),
    };
  }
  return undefined;
}

/** What an answer calls the article or film at an address; undefined where none of them does. */
export function titledAnswer(answers: readonly string[], url: URL): string | undefined {
  for (const answer of answers) {
    if (!answer.includes(url.hostname) || !answer.includes("wp-embedded-content")) continue;
    const tree = treeOf(answer);
    if (tree === undefined) continue;
    const link = elementsBelow(tree, "a").find(
      (one) => withoutSlash(attributeOf(one, "href")) === withoutSlash(url.href),
    );
    const title = textOf(link);
    if (title !== "") return title;
  }
  return undefined;
}

/** What Instagram writes below a post. */
const SHARED_BY = /^A (?:post|photo|video) shared by ([^(]{1,100}?) \((@[\w.]{1,60})\)/;

/** What Facebook writes below a post. */
const POSTED_BY = /Posted by (\S.{0,80}?) on\s/;

/** The part of an address that tells posts of a network apart. */
function postId(url: URL): string {
  const parts = url.pathname.split("/").filter((part) => part.length > 5);
  return parts.at(-1) ?? "";
}

/** `June 1, 2020` as a day. */
function dayOf(text: string): string | undefined {
  const instant = /^[A-Z][a-z]{2,8} \d{1,2}, \d{4}$/.test(text.trim())
    ? Date.parse(`${text.trim()} 00:00:00Z`)
    : NaN;
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString().slice(0, 10);
}

function withoutSlash(address: string): string {
  return (urlOf(address)?.href ?? address).replace(/\/$/, "");
}
