import { escapedHtml } from "../html/marked-html.ts";
import type { BodyWork } from "../body-work.ts";
import { embedHtml } from "./embeds.ts";
import { fileFigure, galleryOf } from "./gallery-html.ts";
import type { ShortcodeNode } from "./shortcode-parser.ts";

/** Attributes of visual editors' parts by what is in them. */
const TITLES = ["title", "heading", "header", "headline", "name", "author"];
const TEXTS = [
  "text",
  "subtitle",
  "subheading",
  "subhead",
  "description",
  "quote",
  "job_title",
  "company_name",
  "role",
];
const IMAGES = [
  "image",
  "image_id",
  "attach_id",
  "photo",
  "portrait_url",
  "image_url",
  "img",
  "src",
];
const LISTS = ["images", "gallery_ids", "image_ids", "ids"];
const LINKS = ["link", "url", "button_url", "button_link", "href"];
const LABELS = ["button_text", "link_text", "label"];
const FILMS = ["video", "video_url"];

/** Words, pictures and links that a part of a visual editor has in its attributes, as HTML. */
export function builderHtml(node: Exclude<ShortcodeNode, string>, work: BodyWork): string {
  const { name, attributes } = node;
  const value = (keys: readonly string[]): string =>
    keys.map((key) => attributes[key]?.trim() ?? "").find((one) => one !== "") ?? "";
  const raw = /^vc_raw_html$/.test(name) ? encodedHtml(node) : undefined;
  if (raw !== undefined) return raw;
  let html = "";
  const title = readable(value(TITLES));
  const text = readable(value(TEXTS));
  if (/heading/.test(name) && (title || text) !== "")
    html += `<h2>${escapedHtml(text || title)}</h2>\n\n`;
  else {
    if (title !== "") html += `<h3>${escapedHtml(title)}</h3>\n\n`;
    if (text !== "") html += `<p>${escapedHtml(text)}</p>\n\n`;
  }
  const image = value(IMAGES);
  if (/^\d+$/.test(image)) html += work.slots.block(fileFigure(image, work).join(""));
  else if (/^(?:(?:https?:)?\/)?\/\S+\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(image))
    html += work.slots.block(
      `<figure><img src="${escapedHtml(image)}" alt="${escapedHtml(attributes["alt"] ?? "")}"></figure>`,
    );
  const list = value(LISTS)
    .split(",")
    .map((id) => id.trim());
  if (list.every((id) => /^\d+$/.test(id))) html += work.slots.block(galleryOf(list, work));
  const link = builderLink(value(LINKS));
  const film =
    builderLink(value(FILMS)) || (/video/.test(name) ? link || builderLink(value(["src"])) : "");
  if (film !== "") html += work.slots.block(embedHtml(film, work));
  else if (link !== "") {
    const label = readable(value(LABELS)) || (title === "" ? link : title);
    html += `<p><a href="${escapedHtml(link)}">${escapedHtml(label)}</a></p>\n\n`;
  }
  return html;
}

/** The address in an attribute, or nothing: WPBakery writes links as `url:https%3A%2F%2Fexample.com|title:Words`. */
export function builderLink(value: string): string {
  const packed = /(?:^|\|)url:([^|]{1,2000})/.exec(value)?.[1];
  const plain = packed === undefined ? value : decodedText(packed);
  return /^(?:https?:\/|\/|#|mailto:|tel:)\S+$/.test(plain) ? plain : "";
}

/** Divi and others percent-encode brackets and quotation marks. */
function readable(value: string): string {
  return value
    .replaceAll("%22", '"')
    .replaceAll("%91", "[")
    .replaceAll("%93", "]")
    .replaceAll("``", '"')
    .replace(/<[^<>]*>/g, "");
}

/** WPBakery writes HTML of authors in Base64. */
function encodedHtml({ children = [] }: Exclude<ShortcodeNode, string>): string | undefined {
  const [written] = children;
  if (typeof written !== "string" || !/^[A-Za-z\d+/=\s]{8,}$/.test(written)) return undefined;
  // It stands in the place of what is enclosed.
  children.length = 0;
  return decodedText(Buffer.from(written, "base64").toString("utf8"));
}

function decodedText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
