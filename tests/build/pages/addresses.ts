import type { Element } from "hast";
import { elementsOf, ownText, property } from "./elements.ts";

/** An address that a file of the bundle names, as written. */
export interface Named {
  /** Where it stands: `a href`, `og:image`, `loc`. */
  by: string;
  address: string;
  /** Whether a browser fetches it by itself when it shows the page. */
  loaded: boolean;
}

/** Attributes that hold one address, by property of the syntax tree. */
const ADDRESSES = ["href", "xLinkHref", "src", "poster", "action", "formAction", "data", "cite"];
const LISTS = ["srcSet", "imageSrcSet"];

/** Elements whose address is followed by readers, not loaded. */
const FOLLOWED = new Set(["a", "area", "form", "button", "q", "blockquote", "ins", "del"]);

/** What a browser loads of what `<link>` names. The others are told to machines. */
const LOADED_LINKS =
  /\b(?:stylesheet|icon|apple-touch-icon|preload|prefetch|modulepreload|preconnect|dns-prefetch|manifest)\b/;

/** Properties of `<meta>` that hold addresses (Open Graph and X cards). */
const DATA_FILE_PATHS = /^(?:(?:og|twitter):(?:url|image|image:url|audio|video)|article:author)$/;

/** Every address that the elements of a page name. */
export function addressesOfPage(elements: readonly Element[]): Named[] {
  return elements.flatMap((element) => [
    ...attributeAddresses(element),
    ...metaAddresses(element),
    ...(isJsonLd(element) ? jsonAddresses(JSON.parse(ownText(element))) : []),
  ]);
}

/** Whether a script element holds data for search engines, which no browser runs. */
export function isJsonLd(element: Element): boolean {
  return element.tagName === "script" && element.properties["type"] === "application/ld+json";
}

function attributeAddresses(element: Element): Named[] {
  const { tagName } = element;
  const rel = property(element, "rel") ?? "";
  const loaded = tagName === "link" ? LOADED_LINKS.test(rel) : !FOLLOWED.has(tagName);
  const by = tagName === "link" ? `link ${rel}` : tagName;
  return [
    ...ADDRESSES.flatMap((name) => {
      const address = property(element, name);
      return address === undefined
        ? []
        : [{ by: `${by} ${name.toLowerCase()}`, address, loaded: loaded && name !== "cite" }];
    }),
    ...LISTS.flatMap((name) =>
      (property(element, name) ?? "")
        .split(/,\s+/)
        .map((candidate) => candidate.trim().split(/\s+/)[0] ?? "")
        .filter((address) => address !== "")
        .map((address) => ({ by: `${by} ${name.toLowerCase()}`, address, loaded: true })),
    ),
  ];
}

function metaAddresses(element: Element): Named[] {
  if (element.tagName !== "meta") return [];
  const content = property(element, "content") ?? "";
  const name = property(element, "property") ?? property(element, "name") ?? "";
  if (DATA_FILE_PATHS.test(name)) return [{ by: name, address: content, loaded: false }];
  if (property(element, "httpEquiv")?.toLowerCase() !== "refresh") return [];
  const address = /^\s*\d+\s*;\s*url=(.*)$/is.exec(content)?.[1];
  return address === undefined ? [] : [{ by: "refresh", address, loaded: false }];
}

function jsonAddresses(value: unknown): Named[] {
  if (typeof value === "string") {
    // What stands after `#` tells one thing from another there, and is no place on a page.
    return /^https?:\/\/\S+$/.test(value)
      ? [{ by: "JSON-LD", address: value.replace(/#.*/, ""), loaded: false }]
      : [];
  }
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap((inner) => jsonAddresses(inner))
    : [];
}

/** Every address that a feed or a sitemap names, those in the HTML of feed entries too. */
export function addressesOfXml(xml: string): Named[] {
  const named: Named[] = [];
  const told = (by: string, address: string): void => {
    named.push({ by, address: plain(address), loaded: false });
  };
  for (const [, name = "", , text = ""] of xml.matchAll(
    /<((?:\w+:)?(?:loc|link|url|comments))(\s[^<>]*)?>([^<]+)</g,
  )) {
    told(name, text.trim());
  }
  for (const [, name = "", attributes = ""] of xml.matchAll(/<([\w:]+)(\s[^<>]*)>/g)) {
    for (const [, of = "", address = ""] of attributes.matchAll(/\s(href|url)="([^"]*)"/g)) {
      told(`${name} ${of}`, address);
    }
  }
  for (const html of entryTexts(xml)) {
    named.push(
      ...addressesOfPage(elementsOf(html)).map((one) => ({ ...one, by: `entry ${one.by}` })),
    );
  }
  return named;
}

/** The HTML of the entries of a feed. */
export function entryTexts(xml: string): string[] {
  return [...xml.matchAll(/<content:encoded>([^]*?)<\/content:encoded>/g)].map(([, html = ""]) =>
    html.startsWith("<![CDATA[") ? html.slice("<![CDATA[".length, -"]]>".length) : plain(html),
  );
}

/** Every address that a stylesheet loads. */
export function addressesOfStyles(css: string): Named[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(
    ([, by = "", imported = ""]) => ({ by: "css", address: by || imported, loaded: true }),
  );
}

/** Text of XML with its references resolved. */
function plain(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}
