import type { Element, ElementContent, Root } from "hast";
import { FreeNames } from "../../domain/free-names.ts";
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
import { MARKED_ELEMENTS } from "./marked-html.ts";
import { networkOfHost } from "../posts/networks.ts";
import { postName } from "../posts/post-name.ts";
import type { BlockKind, Place } from "./place.ts";

/**
 * Posts in the form that their network gives away, as marked elements: their text, their author in brackets, and their date
 * as a link to them.
 */
export function markPosts(tree: Root): void {
  for (const node of elementsIn(tree)) {
    if (node.tagName !== "blockquote" || !hasClassLike(node, /^twitter-(?:tweet|video)$/)) continue;
    const link = elementsIn(node).findLast(
      (one) => isNamed(one, "a") && /\/status(?:es)?\/\d+/.test(valueOf(one, "href")),
    );
    const paragraphs = node.children.filter((one) => isNamed(one, "p"));
    const rest = rawText(node.children.filter((one) => !isNamed(one, "p")));
    const named = /\((@\w+)\)/.exec(rest);
    const handle = named?.[1] ?? "";
    const author = onOneLine(rest.slice(0, named?.index ?? 0)).replace(/^[—–-]\s*/, "");
    if (link === undefined || author === "" || paragraphs.length === 0) continue;
    const day = new Date(`${onOneLine(rawText(link))} UTC`);
    node.tagName = MARKED_ELEMENTS.post;
    node.children = paragraphs;
    node.properties = {
      dataUrl: valueOf(link, "href"),
      dataAuthor: author,
      dataHandle: handle,
      ...(Number.isNaN(day.getTime()) ? {} : { dataDate: day.toISOString().slice(0, 10) }),
    };
  }
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
  return (URL.canParse(url) ? networkOfHost(new URL(url)) : undefined) ?? "";
}

/** A name for a post's file; no two posts of a text have the same. */
function freeName(found: FoundPost, posts: readonly QuotedPost[]): string {
  return new FreeNames(posts.map(({ slug }) => slug)).like(postName(found));
}
