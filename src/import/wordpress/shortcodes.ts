import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { BodyWork } from "../body-work.ts";
import { builderHtml, builderLink } from "./builder-html.ts";
import { captionHtml } from "./caption-shortcode.ts";
import { embedShortcode, mediaShortcode, playlistShortcode } from "./media-shortcodes.ts";
import { galleryOf, isImage } from "./gallery-html.ts";
import { shortcodeKind } from "./shortcode-kinds.ts";
import type { ShortcodeKind } from "./shortcode-kinds.ts";
import { looksLikeShortcode, shortcodeTree, writtenTree } from "./shortcode-parser.ts";
import type { ShortcodeNode } from "./shortcode-parser.ts";

type ShortcodeUse = Exclude<ShortcodeNode, string>;

/** A text in which shortcodes are replaced by what they show. Unknown ones stay as they are written. */
export function withoutShortcodes(text: string, work: BodyWork): string {
  return text.includes("[") ? treeHtml(shortcodeTree(text), work) : text;
}

function treeHtml(nodes: readonly ShortcodeNode[], work: BodyWork): string {
  return nodes
    .map((node, at) => {
      if (typeof node === "string") return node;
      const isOnItsOwn =
        isEdge(nodes[at - 1], /(?:^|[\n>\uFDD1])[^\S\n]*$/) &&
        isEdge(nodes[at + 1], /^[^\S\n]*(?:[\n<\uFDD0]|$)/);
      return shortcodeHtml(node, work, isOnItsOwn);
    })
    .join("");
}

/** Whether what is beside a shortcode ends or begins like this; another shortcode counts as the end of a line. */
function isEdge(beside: ShortcodeNode | undefined, pattern: RegExp): boolean {
  return (
    typeof beside !== "string" ||
    pattern.test(beside.slice(-200)) ||
    pattern.test(beside.slice(0, 200))
  );
}

function shortcodeHtml(node: ShortcodeUse, work: BodyWork, isOnItsOwn: boolean): string {
  const { name, children } = node;
  const isUse = looksLikeShortcode(node, children !== undefined) || isOnItsOwn;
  const kind = isUse || ALWAYS.has(name) ? shortcodeKind(name) : undefined;
  const inner = (): string => treeHtml(children ?? [], work);
  if (kind === undefined) {
    if (looksLikeShortcode(node, children !== undefined))
      work.notes.add("look", `The shortcode \`[${name}]\` is in the text as it was written`);
    return node.written + inner() + (node.end ?? "");
  }
  return knownHtml(kind, node, inner, work) ?? node.written + inner() + (node.end ?? "");
}

/** Shortcodes that stand alone in a line of text, without attributes. */
const ALWAYS = new Set(["gallery", "playlist"]);

/** What a shortcode shows; undefined where it says too little to be one. */
function knownHtml(
  kind: ShortcodeKind,
  node: ShortcodeUse,
  inner: () => string,
  work: BodyWork,
): string | undefined {
  const { name, attributes, children } = node;
  const { slots, notes } = work;
  const note = (what: "lost" | "changed" | "look", text: string): void => notes.add(what, text);
  switch (kind) {
    case "caption":
      return children === undefined ? undefined : slots.block(captionHtml(inner(), attributes));
    case "gallery":
      return slots.block(
        galleryOf(
          galleryKeys(attributes, work, (key) => isImage(key, work)),
          work,
        ),
      );
    case "embed":
      return embedShortcode(node, work);
    case "audio":
    case "video":
      return mediaShortcode(kind, node, work);
    case "playlist":
      return slots.block(
        playlistShortcode(
          galleryKeys(attributes, work, (key) => !isImage(key, work)),
          attributes,
          work,
        ),
      );
    case "code":
      return children === undefined ? undefined : slots.block(codeHtml(name, attributes, children));
    case "footnote":
      return children === undefined ? undefined : slots.inline(work.footnotes.add(inner().trim()));
    case "quote": {
      if (children === undefined) return undefined;
      const by = attributes["author"] ?? attributes["cite"] ?? attributes["name"];
      const isPulled = name.includes("pull");
      const cite = by === undefined || isPulled ? "" : `\n\n<cite>${escapedHtml(by)}</cite>`;
      return isPulled
        ? slots.block(markedHtml(MARKED_ELEMENTS.pullQuote, { by }, inner()))
        : `\n\n<blockquote>${inner()}${cite}</blockquote>\n\n`;
    }
    case "button": {
      const written = ["url", "link", "href", "button_url"].map((key) => attributes[key] ?? "");
      const href = builderLink(written.find((one) => one !== "") ?? "");
      const label =
        inner().trim() ||
        escapedHtml(attributes["title"] ?? attributes["text"] ?? attributes["button_text"] ?? "");
      if (label === "") return "";
      return href === undefined
        ? label
        : slots.inline(`<a href="${escapedHtml(href)}">${label}</a>`);
    }
    case "unwrap":
      if (children === undefined && Object.keys(attributes).length === 0) return undefined;
      note("changed", `The shortcode \`[${name}]\` is gone; what it was put around is there`);
      return titled(attributes["title"] ?? attributes["heading"]) + inner();
    case "builder":
      note("look", `\`[${name}]\` of a visual editor is gone; what was in it is there`);
      return `\n\n${builderHtml(node, work)}${inner()}\n\n`;
    case "filled":
      note(
        "lost",
        `The shortcode \`[${name}]\`: it was filled when the page was shown${/^(?:table|tablepress)$/.test(name) ? `. The export does not have the table ${attributes["id"] ?? ""}: copy it` : ""}`,
      );
      return inner();
    case "nothing":
      return inner();
    default:
      return kind satisfies never;
  }
}

function titled(title: string | undefined): string {
  return title === undefined || title.trim() === ""
    ? ""
    : `\n\n<p><strong>${escapedHtml(title)}</strong></p>\n\n`;
}

/** Keys of the files of a gallery: those that it names, or else all that belong to the text. */
function galleryKeys(
  attributes: Record<string, string>,
  work: BodyWork,
  isShown: (key: string) => boolean,
): string[] {
  const list = (text: string | undefined): string[] =>
    (text ?? "")
      .split(",")
      .map((id) => id.trim())
      .filter((id) => id !== "");
  const named = list(attributes["ids"] ?? attributes["include"]);
  if (named.length > 0) return named;
  const left = new Set(list(attributes["exclude"]));
  return list(work.details["attachments"]).filter((key) => !left.has(key) && isShown(key));
}

function codeHtml(
  name: string,
  attributes: Record<string, string>,
  children: readonly ShortcodeNode[],
): string {
  const language =
    attributes["language"] ?? attributes["lang"] ?? (GENERAL.has(name) ? attributes["0"] : name);
  const code = writtenTree(children)
    .replace(/<br\s?\/?>\n?/gi, "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/^\n+/, "")
    .trimEnd();
  return markedHtml(
    MARKED_ELEMENTS.code,
    { language, title: attributes["title"] || undefined },
    escapedHtml(code),
  );
}

const GENERAL = new Set(["code", "sourcecode", "source", "highlight_code", "crayon", "cc"]);
