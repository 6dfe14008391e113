import {
  decodeReferences,
  decodeXmlText,
  endOfXmlText,
  visitHtmlTags,
  visitXmlTags,
} from "./markup-tags.ts";
import type { Tag } from "./markup-tags.ts";
import { urlsOfStyles } from "./style-urls.ts";

/** What a text names: addresses as they are meant, perhaps relative to `base` or else to the text's own address. */
export interface NamedUrls {
  urls: string[];
  base?: string;
}

/** What a `<link>` of a page names a file by. Of `alternate` only feeds count; the others are pages. */
const FILE_RELATIONS =
  /(?:^|\s)(?:stylesheet|icon|apple-touch-icon|apple-touch-icon-precomposed|mask-icon|manifest|preload|modulepreload)(?:\s|$)/i;

/** The media types of feeds, and of lists of feeds. */
const FEED_TYPE = /^\s*(?:application\/(?:rss\+xml|atom\+xml|feed\+json)|text\/x-opml)\s*(?:;|$)/i;

/** What share cards show (Open Graph and X cards), by `property` or `name`. */
const CARD_FILE = /^(?:og:(?:image|video|audio)(?::(?:url|secure_url))?|twitter:image(?::src)?)$/i;

/** The attributes that hold the address of a file, by element; those of `link`, `meta` and `a` depend on others. */
const FILE_ATTRIBUTES = new Map<string, readonly string[]>([
  ["script", ["src"]],
  ["img", ["src"]],
  ["source", ["src"]],
  ["video", ["src", "poster"]],
  ["audio", ["src"]],
  ["track", ["src"]],
  ["embed", ["src"]],
  ["input", ["src"]],
  ["object", ["data"]],
  // Elements of SVG; the second attribute is what older drawings say.
  ["image", ["href", "xlink:href"]],
  ["use", ["href", "xlink:href"]],
  ["feimage", ["href", "xlink:href"]],
  ["enclosure", ["url"]],
  ["media:content", ["url"]],
  ["media:thumbnail", ["url"]],
  ["itunes:image", ["href"]],
  ["outline", ["xmlurl"]],
]);

const PAGE_ELEMENTS = new Set([
  ..."script img source video audio track embed input object image use feimage".split(" "),
  ..."link meta a base".split(" "),
]);

/** Elements of RSS whose text is HTML. */
const HTML_TEXTS = ["description", "content:encoded"];

/** The elements that name files, by the root element of the XML that they are looked for in. */
const XML_ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "rss",
    ["enclosure", "media:content", "media:thumbnail", "itunes:image", "atom:link", "url"].concat(
      HTML_TEXTS,
    ),
  ],
  ["feed", ["media:content", "media:thumbnail", "link", "icon", "logo", "content", "summary"]],
  ["opml", ["outline"]],
  ["sitemapindex", ["loc"]],
  ["urlset", ["image:loc"]],
  ["svg", ["image", "use", "feImage"]],
]);

/** Elements of XML whose text is an address. */
const URL_TEXTS = new Set(["url", "icon", "logo", "loc", "image:loc"]);

/**
 * The files that an HTML page names: styles, scripts, fonts, pictures, sound and films, icons, the web manifest, share
 * pictures and feeds. Not the pages that it links to, nor what stands in comments and scripts.
 */
export function urlsOfPage(html: string): NamedUrls {
  const urls: string[] = [];
  let base: string | undefined;
  const hasStyles = html.includes("url(");
  visitHtmlTags(html, {
    wants: (name) => hasStyles || PAGE_ELEMENTS.has(name),
    onTag: (tag) => {
      if (tag.name === "base") base ??= valueOf(tag, "href");
      else add(urls, urlsOfTag(tag));
      if (hasStyles) add(urls, urlsOfStyles(valueOf(tag, "style") ?? ""));
    },
    onStyle: (css) => add(urls, urlsOfStyles(css)),
  });
  return base === undefined ? { urls } : { urls, base };
}

/**
 * The files that an RSS or Atom feed, a list of feeds, a sitemap or an SVG names, with the pictures in the HTML of a
 * feed's entries. Any other XML is taken to name none.
 */
export function urlsOfXml(xml: string): NamedUrls {
  const urls: string[] = [];
  let wanted: readonly string[] | undefined;
  visitXmlTags(xml, {
    wants: (name) => (wanted ??= XML_ELEMENTS.get(name) ?? []).includes(name),
    onTag: (tag) => {
      const { name } = tag;
      const text = (): string => xml.slice(tag.end, endOfXmlText(xml, tag.end));
      if (URL_TEXTS.has(name)) urls.push(decodeXmlText(text()).trim());
      else if (holdsHtml(tag)) add(urls, urlsOfEntry(text()));
      else add(urls, urlsOfTag({ ...tag, name: name.replace(/^atom:/, "").toLowerCase() }));
    },
  });
  return { urls };
}

/** The files that a JSON Feed names (version 1.1), with those in the HTML of its entries. Other JSON names none. */
export function urlsOfJsonFeed(json: string): NamedUrls {
  if (!json.slice(0, 500).includes("https://jsonfeed.org/version/")) return { urls: [] };
  const feed = parsed(json);
  const items = listAt(feed, "items");
  return {
    urls: [
      ...textsAt(feed, ["icon", "favicon", "feed_url", "next_url"]),
      ...items.flatMap((item) => [
        ...textsAt(item, ["image", "banner_image"]),
        ...listAt(item, "attachments").flatMap((one) => textsAt(one, ["url"])),
        ...textsAt(item, ["content_html"]).flatMap((html) => urlsOfPage(html).urls),
      ]),
    ],
  };
}

/** The icons and pictures that a web manifest names (Web Application Manifest, sections 1.14 and 2). */
export function urlsOfWebManifest(json: string): NamedUrls {
  const manifest = parsed(json);
  const holders = [manifest, ...listAt(manifest, "shortcuts")];
  const images = holders.flatMap((one) => [...listAt(one, "icons"), ...listAt(one, "screenshots")]);
  return { urls: images.flatMap((one) => textsAt(one, ["src"])) };
}

/** Adds to a list; it may be more than can be passed as arguments. */
function add(urls: string[], more: readonly string[]): void {
  for (const url of more) urls.push(url);
}

function urlsOfTag(tag: Tag): string[] {
  const { name } = tag;
  if (name === "link" || name === "a") return urlsOfLink(tag);
  if (name === "meta") {
    const card = valueOf(tag, "property") ?? valueOf(tag, "name") ?? "";
    return CARD_FILE.test(card) ? valuesOf(tag, ["content"]) : [];
  }
  return [
    ...valuesOf(tag, FILE_ATTRIBUTES.get(name) ?? []),
    ...(name === "img" || name === "source" ? candidatesOf(valueOf(tag, "srcset") ?? "") : []),
  ];
}

function urlsOfLink(tag: Tag): string[] {
  const relation = tag.name === "a" ? "" : (valueOf(tag, "rel") ?? "");
  const isFile = FILE_RELATIONS.test(relation) || /^enclosure$/i.test(relation);
  if (!isFile && !FEED_TYPE.test(valueOf(tag, "type") ?? "")) return [];
  return [...valuesOf(tag, ["href"]), ...candidatesOf(valueOf(tag, "imagesrcset") ?? "")];
}

/** The addresses of a `srcset`, without their descriptors (HTML, section 4.8.4.2.2). */
function candidatesOf(srcset: string): string[] {
  const urls: string[] = [];
  const word = /[^\t\n\f\r ,][^\t\n\f\r ]*/g;
  for (let found = word.exec(srcset); found !== null; found = word.exec(srcset)) {
    const [text] = found;
    let end = text.length;
    while (text[end - 1] === ",") end -= 1;
    urls.push(text.slice(0, end));
    if (end < text.length) continue;
    // A comma within brackets is part of a descriptor.
    const rest = /\([^)]*(?:\)|$)|,/g;
    rest.lastIndex = word.lastIndex;
    let comma = rest.exec(srcset);
    while (comma !== null && comma[0] !== ",") comma = rest.exec(srcset);
    if (comma === null) return urls;
    word.lastIndex = rest.lastIndex;
  }
  return urls;
}

/** Whether an element of a feed holds HTML as text: always in RSS, where it says so in Atom (RFC 4287, section 3.1). */
function holdsHtml({ name, attributes }: Tag): boolean {
  if (HTML_TEXTS.includes(name)) return true;
  return (name === "content" || name === "summary") && attributes.get("type") === "html";
}

/** How elements begin that name files within HTML in XML. To look for them first spares decoding long texts. */
const FILES_WITHIN = /(?:&lt;|<)(?:img|source|video|audio|track|embed|object|image|use)/i;

function urlsOfEntry(text: string): string[] {
  return FILES_WITHIN.test(text) ? urlsOfPage(decodeXmlText(text)).urls : [];
}

function valueOf({ attributes }: Tag, name: string): string | undefined {
  const value = attributes.get(name);
  return value === undefined ? undefined : decodeReferences(value);
}

function valuesOf(tag: Tag, names: readonly string[]): string[] {
  return names.flatMap((name) => valueOf(tag, name) ?? []);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function listAt(value: unknown, name: string): unknown[] {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
}

function textsAt(value: unknown, names: readonly string[]): string[] {
  return names.map((name) => memberOf(value, name)).filter((one) => typeof one === "string");
}
