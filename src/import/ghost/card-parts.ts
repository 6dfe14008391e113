import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import { textIn } from "./row.ts";
import type { Row } from "./row.ts";

/** A paragraph of HTML; nothing where there is none. */
export function paragraphHtml(html: string): string {
  return html.trim() === "" ? "" : `<p>${html.trim()}</p>`;
}

/** A block of HTML, which is a paragraph where it holds running text alone. */
export function blockHtml(html: string): string {
  return /<(?:p|ul|ol|h[1-6]|blockquote|div)[\s>]/i.test(html) ? html : paragraphHtml(html);
}

/** A link with plain text. */
export function linkHtml(href: string, text: string): string {
  return `<a href="${escapedHtml(href)}">${escapedHtml(text)}</a>`;
}

/** A button of a card as a link on a line of its own; nothing without words or address. */
export function buttonHtml(text: string, href: string): string {
  if (text === "") return "";
  return `<p>${href === "" ? escapedHtml(text) : linkHtml(href, text)}</p>`;
}

/** What stands in a figure with a caption of HTML; without one, it alone. */
export function captionedHtml(content: string, caption: string): string {
  return caption.trim() === ""
    ? content
    : `<figure>${content}<figcaption>${caption}</figcaption></figure>`;
}

/** A picture with its caption of HTML. One without alt text has its title for it. */
export function imageHtml(fields: Row, caption = ""): string {
  const [src, href, alt, title] = ["src", "href", "alt", "title"].map((name) =>
    textIn(fields, name),
  );
  if (src === undefined || src === "") return paragraphHtml(caption);
  const isWide = /wide|full/.test(textIn(fields, "cardWidth"));
  return markedHtml(
    MARKED_ELEMENTS.figure,
    { src, alt: alt || title || "", href: href || undefined, wide: isWide ? "yes" : undefined },
    caption,
  );
}
