import type { Nodes } from "hast";
import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { Block } from "./block-parser.ts";
import { blockKind } from "./block-kinds.ts";
import type { BlockKind } from "./block-kinds.ts";
import type { BodyWork } from "../body-work.ts";
import { footnotesHtml } from "./footnotes-block.ts";
import { coverHtml, galleryIn } from "./gallery-html.ts";
import {
  accordionHtml,
  buttonHtml,
  fileHtml,
  mediaBlockHtml,
  pullQuoteHtml,
} from "./single-blocks.ts";
import { embedBlockHtml } from "./embed-block.ts";
import { innerHtml, pushChildren, removeElements, treeOf } from "../html-tree.ts";
import { parseBlocks } from "./block-parser.ts";

/** How HTML outside of blocks is converted. */
export type ConvertFreeform = (html: string) => string;

/** The HTML of blocks and of what is between them. `shared` are the keys of the blocks that contain these. */
export function blocksHtml(
  parts: readonly (string | Block)[],
  work: BodyWork,
  freeform: ConvertFreeform,
  shared: readonly string[] = [],
): string {
  return parts
    .map((part) => {
      if (typeof part !== "string") return blockHtml(part, work, freeform, shared);
      return part.trim() === "" ? "\n" : freeform(part);
    })
    .join("");
}

function blockHtml(
  block: Block,
  work: BodyWork,
  freeform: ConvertFreeform,
  shared: readonly string[],
): string {
  const { slots, notes } = work;
  const kind = blockKind(block.name);
  const name = `\`${block.name.replace(/^core\//, "")}\``;
  const inner = (): string =>
    block.parts
      .map((part) => (typeof part === "string" ? part : blockHtml(part, work, freeform, shared)))
      .join("");
  /** With what was set aside in its place, for those that look at all of it. */
  const whole = (): string => slots.fill(inner());
  const text = (key: string): string => {
    const value = block.attributes[key];
    return typeof value === "string" ? value : "";
  };
  if (kind === undefined) {
    const html = inner();
    if (isEmpty(html))
      notes.add("lost", `The block ${name} of a plugin, which the export has nothing of`);
    else notes.add("look", `The block ${name} of a plugin: what the export has of it is there`);
    return html;
  }
  switch (kind) {
    case "html":
    case "social-links":
      return kind === "html"
        ? inner()
        : slots.block(`<ul>${whole().replace(/<\/?ul[^<>]*>/g, "")}</ul>`);
    case "heading":
    case "accordion":
      return accordionHtml(kind, inner());
    case "nothing":
      return "";
    case "filled":
    case "server":
      notes.add("lost", `${DYNAMIC[kind]}: the block ${name}`);
      return "";
    case "audio":
    case "video":
      return slots.block(
        mediaBlockHtml(kind, whole(), { src: text("src"), id: idOf(block) }, work),
      );
    case "button":
      return slots.block(buttonHtml(whole(), text("url"), text("text")));
    case "code":
      return slots.block(codeHtml(whole(), text("language")));
    case "cover":
      return coverHtml(inner(), text("url"));
    case "embed":
      return slots.block(embedBlockHtml(block.name, whole(), text("url"), work));
    case "file":
      return slots.block(fileHtml(whole(), text("href"), idOf(block), work));
    case "footnotes":
      return slots.block(footnotesHtml(work.details["footnotes"], notes));
    case "freeform":
      return freeform(inner());
    case "gallery":
      return slots.block(galleryIn(whole()));
    case "more":
      return slots.block(markedHtml(MARKED_ELEMENTS.break, { kind: "more" }));
    case "nextpage":
      return slots.block(PAGE_BREAK);
    case "pullquote":
      return slots.block(pullQuoteHtml(whole()));
    case "shared":
      return sharedHtml(idOf(block), work, freeform, shared);
    case "shortcode":
      return freeform(inner());
    case "social-link": {
      const url = text("url");
      const label = text("label") || text("service") || url;
      return url === "" || url === "#"
        ? ""
        : slots.block(`<li><a href="${escapedHtml(url)}">${escapedHtml(label)}</a></li>`);
    }
    case "verse":
      return slots.block(verseHtml(whole()));
    default:
      return kind satisfies never;
  }
}

/** Where a text went on on a further page. */
export const PAGE_BREAK = `<hr>${markedHtml(MARKED_ELEMENTS.break, { kind: "page" })}`;

const DYNAMIC: Readonly<Record<Extract<BlockKind, "filled" | "server">, string>> = {
  filled: "WordPress filled it when the page was shown",
  server: "It needs a server to be of use",
};

function idOf({ attributes }: Block): string {
  const id = attributes["id"] ?? attributes["ref"];
  return typeof id === "number" && Number.isInteger(id) ? String(id) : "";
}

/** A reusable block, whose content the archive has elsewhere. */
function sharedHtml(
  key: string,
  work: BodyWork,
  freeform: ConvertFreeform,
  shared: readonly string[],
): string {
  const body = work.details[`block:${key}`];
  if (body === undefined) {
    work.notes.add("lost", `The reusable block ${key} is not in the archive`);
    return "";
  }
  if (shared.includes(key) || shared.length > 20) {
    work.notes.add("lost", `The reusable block ${key} contains itself`);
    return "";
  }
  const { parts } = parseBlocks(body);
  return blocksHtml(parts, work, freeform, [...shared, key]);
}

/** Code as a block. Comments in it are shown: they were pasted as part of the code. */
function codeHtml(html: string, named: string): string {
  const tree = treeOf(html.replaceAll("<!--", "&lt;!--"));
  if (tree === undefined) return html;
  const [, language = named] =
    /(?:lang(?:uage)?[-=:]["']?|lang=["'])([\w+#-]{1,30})/.exec(html.slice(0, 500)) ?? [];
  const code = preservedText(tree);
  return markedHtml(
    MARKED_ELEMENTS.code,
    { language: language || undefined },
    escapedHtml(code.replace(/^\n/, "").trimEnd()),
  );
}

function preservedText(tree: Nodes): string {
  let text = "";
  const left: Nodes[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === "text") text += node.value;
    else if (node.type === "element" && node.tagName === "br") text += "\n";
    pushChildren(left, node);
  }
  return text.replace(/^\s*\n/, "");
}

function verseHtml(html: string): string {
  const tree = treeOf(html);
  if (tree === undefined) return html;
  const pre = tree.children.find((node) => node.type === "element" && node.tagName === "pre");
  return pre?.type === "element" ? markedHtml(MARKED_ELEMENTS.verse, {}, innerHtml(pre)) : html;
}

function isEmpty(html: string): boolean {
  if (/<(?:img|video|audio|iframe|svg|hr|table|stet-)/i.test(html) || html.includes("\uFDD0"))
    return false;
  const tree = treeOf(html);
  if (tree === undefined) return false;
  removeElements(tree, ({ tagName }) => tagName === "style" || tagName === "script");
  return (
    innerHtml(tree)
      .replace(/<[^<>]*>/g, "")
      .trim() === ""
  );
}
