import { escapedHtml } from "../html/marked-html.ts";
import { htmlParts } from "./html-parts.ts";

/** A picture with its caption, which stands in an attribute of the shortcode or behind the picture. */
export function captionHtml(html: string, attributes: Readonly<Record<string, string>>): string {
  const caption = attributes["caption"] ?? "";
  const found = shownImage(html);
  if (found === undefined) return caption === "" ? html : `${html}<p>${caption}</p>`;
  const rest = html.slice(0, found.start) + html.slice(found.end);
  const words = rest.replace(/^(?:\s|<br\s?\/?>)+/i, "").trim();
  const text = [words, words.includes(caption) ? "" : caption]
    .filter((one) => one !== "")
    .join(" ");
  const { credit } = attributes;
  const by = credit === undefined ? "" : ` <span data-stet-credit>${escapedHtml(credit)}</span>`;
  const below = text + by === "" ? "" : `<figcaption>${text}${by}</figcaption>`;
  return `<figure>${html.slice(found.start, found.end)}${below}</figure>`;
}

/** Where the first picture stands, with the link around it. */
function shownImage(html: string): { start: number; end: number } | undefined {
  const parts = htmlParts(html).filter(
    ({ kind, start, end }) => kind !== "text" || html.slice(start, end).trim() !== "",
  );
  const at = parts.findIndex(({ name, isEnd }) => name === "img" && !isEnd);
  const image = parts[at];
  if (image === undefined) return undefined;
  const before = parts[at - 1];
  const after = parts[at + 1];
  const isLinked = before?.name === "a" && !before.isEnd && after?.name === "a" && after.isEnd;
  return isLinked ? { start: before.start, end: after.end } : image;
}
