import type { Element } from "hast";
import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { BodyWork } from "../body-work.ts";
import { embedHtml, playerHtml } from "./embeds.ts";
import {
  attributeOf,
  elementsBelow,
  hasClass,
  htmlOf,
  innerHtml,
  removeElements,
  textOf,
  treeOf,
} from "../html-tree.ts";

/** The player of an audio or video block. */
export function mediaBlockHtml(
  kind: "audio" | "video",
  html: string,
  { src, id }: { src: string; id: string },
  work: BodyWork,
): string {
  const tree = treeOf(html);
  if (tree === undefined) return html;
  const media = elementsBelow(tree, kind)[0];
  const source = media === undefined ? undefined : elementsBelow(media, "source")[0];
  const address = attributeOf(media, "src") || attributeOf(source, "src") || src;
  const captions = elementsBelow(tree, "track").find((track) =>
    /^(?:captions|subtitles|)$/.test(attributeOf(track, "kind")),
  );
  const caption = elementsBelow(tree, "figcaption")[0];
  const fileKey = isOfArchive(id, address, work) ? id : undefined;
  if (address === "" && fileKey === undefined) {
    work.notes.add("lost", `A ${kind} block without an address`);
    return caption === undefined ? "" : `<p>${innerHtml(caption)}</p>`;
  }
  return playerHtml({
    kind,
    src: address || undefined,
    fileKey,
    caption: caption === undefined ? "" : innerHtml(caption),
    poster: attributeOf(media, "poster") || undefined,
    captions: attributeOf(captions, "src") || undefined,
  });
}

/** A link that was shown as a button, in a paragraph. */
export function buttonHtml(html: string, url: string, text: string): string {
  const tree = treeOf(html);
  const link = tree === undefined ? undefined : elementsBelow(tree, "a", "button")[0];
  const label = link === undefined ? escapedHtml(text) : innerHtml(link);
  const href = attributeOf(link, "href") || url;
  if (label.trim() === "") return "";
  return href === "" ? `<p>${label}</p>` : `<p><a href="${escapedHtml(href)}">${label}</a></p>`;
}

/** The link to a file, without the button beside it and without the preview, which show the same. */
export function fileHtml(html: string, href: string, id: string, work: BodyWork): string {
  const tree = treeOf(html);
  if (tree === undefined) return html;
  const links = elementsBelow(tree, "a");
  const link = links.find((one) => !hasClass(one, "wp-block-file__button") && textOf(one) !== "");
  const address = attributeOf(link ?? links[0], "href") || href;
  const label = textOf(link) || (address.split("/").at(-1) ?? "");
  if (address === "") return "";
  if (isOfArchive(id, address, work))
    return `<p>${markedHtml(MARKED_ELEMENTS.file, { "file-key": id }, escapedHtml(label))}</p>`;
  return `<p><a href="${escapedHtml(address)}">${escapedHtml(label)}</a></p>`;
}

/** A pull quote with who said it. */
export function pullQuoteHtml(html: string): string {
  const tree = treeOf(html);
  if (tree === undefined) return html;
  const quote = elementsBelow(tree, "blockquote")[0] ?? tree;
  const cites = elementsBelow(quote, "cite");
  const by = cites
    .map((cite) => textOf(cite))
    .filter((text) => text !== "")
    .join(", ");
  removeElements(quote as Element, (one) => cites.includes(one));
  return markedHtml(
    MARKED_ELEMENTS.pullQuote,
    { by: by || undefined },
    innerHtml(quote as Element),
  );
}

/** The heading of an accordion without its button and sign; other headings as they are. */
export function accordionHtml(kind: "heading" | "accordion", html: string): string {
  if (kind === "heading") return html;
  const tree = html.includes("accordion") ? treeOf(html) : undefined;
  if (tree === undefined) return html;
  removeElements(
    tree,
    (one) => one.tagName === "span" && /toggle-icon/.test(attributeOf(one, "className")),
  );
  for (const heading of elementsBelow(tree, "h1", "h2", "h3", "h4", "h5", "h6"))
    for (const button of elementsBelow(heading, "button"))
      heading.children = [{ type: "text", value: textOf(button) }];
  return htmlOf(tree);
}

/** Whether an attachment is in the archive and is the file at an address: numbers of copied texts name others. */
export function isOfArchive(id: string, address: string, work: BodyWork): boolean {
  const file = id === "" ? undefined : work.context.fileOf(id)?.file;
  if (file === undefined) return false;
  if (address === "") return true;
  const name = nameIn(address);
  return file.addresses.some((one) => nameIn(one) === name || stem(nameIn(one)) === stem(name));
}

function nameIn(address: string): string {
  return address.split(/[?#]/)[0]?.split("/").at(-1)?.toLowerCase() ?? "";
}

/** A name without its ending and without what sizes of a picture add to it. */
function stem(name: string): string {
  return name
    .replace(/\.[a-z\d]{2,5}$/, "")
    .replace(/-\d{1,5}x\d{1,5}$/, "")
    .replace(/-(?:scaled|rotated|e\d{10,13})$/, "");
}

/** A block for each address of its own in a text that lists them, one in a line. */
export function embedLines(text: string, work: BodyWork): string {
  return text
    .split(/\s+/)
    .filter((address) => /^https?:\/\//.test(address))
    .map((address) => embedHtml(address, work))
    .join("");
}
