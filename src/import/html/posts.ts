import type { Element, ElementContent } from "hast";
import { slugify } from "../../domain/slug.ts";
import { hostOf } from "../../markdown/addresses.ts";
import type { QuotedPost } from "../converted-body.ts";
import { linkTarget } from "./addresses.ts";
import { component } from "./components.ts";
import { addNote } from "./conversion.ts";
import { addedLink } from "./embeds.ts";
import {
  create,
  elementsIn,
  hasClassLike,
  isNamed,
  onOneLine,
  rawText,
  textNode,
  valueOf,
} from "./html-nodes.ts";
import type { BlockKind, Place } from "./place.ts";

/** Hosts whose posts are known, with the names of their networks. */
const NETWORKS: Readonly<Record<string, string>> = {
  "bsky.app": "Bluesky",
  "facebook.com": "Facebook",
  "instagram.com": "Instagram",
  "threads.net": "Threads",
  "tiktok.com": "TikTok",
  "twitter.com": "Twitter",
  "x.com": "X",
};

/** Most UTF-16 units of a post's name. */
const MOST_NAME = 60;

/** Whether a quotation is a post in the form that its network gives away. */
export function isPostQuote(node: Element): boolean {
  return hasClassLike(node, /^twitter-(?:tweet|video)$/) && lastLink(node) !== undefined;
}

/** A post as its network gives it away: its text, its author in brackets, and its date as a link to it. */
export function quotedPost(node: Element, place: Place): ElementContent[] {
  const link = lastLink(node);
  const url = link === undefined ? "" : valueOf(link, "href");
  const paragraphs = elementsIn(node).filter((one) => isNamed(one, "p"));
  const rest = rawText(node.children.filter((one) => !isNamed(one, "p")));
  const [, author = "", handle = ""] = /[—–-]\s*([^()\n]+?)\s*\((@\w+)\)/.exec(rest) ?? [];
  const day = new Date(`${link === undefined ? "" : onOneLine(rawText(link))} UTC`);
  const text = paragraphs.map((one) => rawText(one).trim()).join("\n\n");
  if (author === "" || text === "") return asQuotation(node, place);
  return shownPost(
    {
      text,
      author,
      handle,
      url,
      network: networkOf(url),
      ...(Number.isNaN(day.getTime()) ? {} : { date: day.toISOString().slice(0, 10) }),
    },
    place,
  );
}

function asQuotation(node: Element, place: Place): ElementContent[] {
  const blocks = place.blocksOf(node.children, place);
  return blocks.length === 0 ? [] : [create("blockquote", {}, blocks)];
}

function lastLink(node: Element): Element | undefined {
  return elementsIn(node).findLast(
    (one) => isNamed(one, "a") && /\/status(?:es)?\/\d+/.test(valueOf(one, "href")),
  );
}

/** A post that a reader of archives has marked; a link where its words are not known. */
export const postBlocks: BlockKind = (node, place) => {
  const { conversion } = place;
  const written = valueOf(node, "dataUrl");
  const url = linkTarget(written, conversion) ?? "";
  const value = (name: string): string => onOneLine(valueOf(node, name));
  const text = postText(node, place);
  if (url === "" || text === "") {
    const blocks = place.blocksOf(node.children, place);
    if (url === "") return blocks;
    addNote(
      conversion,
      "changed",
      `A post whose words are not in the archive is now a link: ${url}`,
    );
    return [create("p", {}, [addedLink(url, url, conversion)]), ...blocks];
  }
  return shownPost(
    {
      text,
      author: value("dataAuthor") || value("dataHandle") || hostOf(url),
      handle: value("dataHandle"),
      url,
      network: value("dataNetwork") || networkOf(url),
      ...(value("dataDate") === "" ? {} : { date: value("dataDate") }),
    },
    place,
  );
};

/** The words of a post with its paragraphs and line breaks. */
function postText(node: Element, place: Place): string {
  return place
    .blocksOf(node.children, { ...place, allowsComponents: false, allowsHeadings: false })
    .map((block) => rawText(block).trim())
    .join("\n\n");
}

type FoundPost = Required<Pick<QuotedPost, "text" | "author" | "handle" | "url" | "network">> &
  Pick<QuotedPost, "date">;

/** A post in a file of its own, and where it is quoted; a quotation with a link where no component may stand. */
function shownPost(found: FoundPost, { conversion, allowsComponents }: Place): ElementContent[] {
  const { text, author, handle, url, network, date } = found;
  if (!allowsComponents) {
    const lines = text.split(/\n+/).map((line) => create("p", {}, [textNode(line)]));
    const by = [author, handle].filter((one) => one !== "").join(" ");
    return [
      create("blockquote", {}, [
        ...lines,
        create("p", {}, [create("a", { href: url }, [textNode(by)])]),
      ]),
    ];
  }
  const known = conversion.posts.find((one) => one.url === url && one.text === text);
  const slug = known?.slug ?? freeName(found, conversion.posts);
  if (known === undefined)
    conversion.posts.push({
      slug,
      text,
      author,
      ...(handle === "" ? {} : { handle }),
      ...(network === "" ? {} : { network }),
      ...(date === undefined ? {} : { date }),
      url,
    });
  return [component("SocialPost", { post: slug })];
}

function networkOf(url: string): string {
  const host = hostOf(url).replace(/^(?:www|m|mobile)\./, "");
  return NETWORKS[host] ?? "";
}

/** A name for a post's file, from its address; no two posts of a text have the same. */
function freeName({ url, author, network }: FoundPost, posts: readonly QuotedPost[]): string {
  const parts = URL.canParse(url) ? new URL(url).pathname.split("/") : [];
  const last = parts.findLast((part) => part !== "") ?? "";
  const name = slugify([network || hostOf(url), author, last].join(" ")).normalize("NFC");
  const ascii = name.replace(/[^a-z\d-]/g, "").replace(/-{2,}/g, "-");
  const base = ascii.slice(0, MOST_NAME).replace(/^-+|-+$/g, "") || "post";
  let free = base;
  for (let number = 2; posts.some((one) => one.slug === free); number += 1)
    free = `${base}-${number}`;
  return free;
}
