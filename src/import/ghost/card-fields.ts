import type { Element } from "hast";
import { attributeOf, elementsBelow, hasClass, innerHtml, textOf } from "../html-tree.ts";
import type { Card } from "./card.ts";
import type { Row } from "./row.ts";

/** Reads the fields of a card from the HTML that Ghost made of it. */
type ReadCard = (card: Element) => Row;

/** The first element below a card that has one of these classes. */
function part(card: Element, ...classes: string[]): Element | undefined {
  return elementsBelow(card).find((one) => classes.some((name) => hasClass(one, name)));
}

function htmlIn(element: Element | undefined): string {
  return element === undefined ? "" : innerHtml(element).trim();
}

function first(card: Element, ...names: string[]): Element | undefined {
  return elementsBelow(card, ...names)[0];
}

function captionIn(card: Element): string {
  return htmlIn(first(card, "figcaption"));
}

/** A picture with the link around it. */
function imageIn(card: Element, image = first(card, "img")): Row {
  if (image === undefined) return {};
  const link = elementsBelow(card, "a").find((one) => elementsBelow(one).includes(image));
  const isWide = [card, image].some((one) =>
    /(?:^|\s)kg-(?:width|image)-(?:wide|full)(?:\s|$)/.test(attributeOf(one, "className")),
  );
  return {
    src: attributeOf(image, "src"),
    alt: attributeOf(image, "alt"),
    title: attributeOf(image, "title"),
    href: attributeOf(link, "href"),
    cardWidth: isWide ? "wide" : "",
  };
}

/** The picture behind an element, by its style. */
function backgroundOf(element: Element | undefined): string {
  const style = attributeOf(element, "style").split(";");
  const background = style.find((one) => one.trim().startsWith("background")) ?? "";
  return /url\(["']?([^"')]+)/.exec(background)?.[1] ?? "";
}

function buttonIn(card: Element, ...classes: string[]): Row {
  const button = part(card, ...classes);
  return {
    buttonEnabled: button !== undefined,
    showButton: button !== undefined,
    buttonText: textOf(button),
    buttonUrl: attributeOf(button, "href"),
  };
}

const READERS: Readonly<Record<string, ReadCard>> = {
  audio: (card) => ({
    src: attributeOf(first(card, "audio"), "src"),
    title: textOf(part(card, "kg-audio-title")),
    thumbnailSrc: attributeOf(part(card, "kg-audio-thumbnail"), "src"),
  }),
  "before-after": (card) => ({
    beforeImage: imageIn(part(card, "kg-before-after-card-image-before") ?? card),
    afterImage: imageIn(part(card, "kg-before-after-card-image-after") ?? card),
    caption: captionIn(card),
  }),
  bookmark: (card) => ({
    url: attributeOf(part(card, "kg-bookmark-container"), "href"),
    metadata: {
      title: textOf(part(card, "kg-bookmark-title")),
      description: textOf(part(card, "kg-bookmark-description")),
      // Ghost has the names of these classes the wrong way round.
      author: textOf(part(card, "kg-bookmark-publisher")),
      publisher: textOf(part(card, "kg-bookmark-author")),
      thumbnail: attributeOf(first(part(card, "kg-bookmark-thumbnail") ?? NOTHING, "img"), "src"),
    },
    caption: captionIn(card),
  }),
  button: (card) => buttonIn(card, "kg-btn"),
  callout: (card) => ({
    calloutEmoji: textOf(part(card, "kg-callout-emoji")),
    calloutText: htmlIn(part(card, "kg-callout-text")),
  }),
  "call-to-action": (card) => ({
    ...buttonIn(card, "kg-cta-button"),
    hasSponsorLabel: true,
    sponsorLabel: htmlIn(part(card, "kg-cta-sponsor-label")),
    textValue: htmlIn(part(card, "kg-cta-text")),
    imageUrl: attributeOf(first(card, "img"), "src"),
  }),
  embed: (card) => ({
    html: innerHtml({
      ...card,
      children: card.children.filter(
        (one) => one.type !== "element" || one.tagName !== "figcaption",
      ),
    }),
    caption: captionIn(card),
  }),
  file: (card) => ({
    src: attributeOf(part(card, "kg-file-card-container"), "href"),
    fileTitle: textOf(part(card, "kg-file-card-title")),
    fileCaption: textOf(part(card, "kg-file-card-caption")),
    fileName: textOf(part(card, "kg-file-card-filename")),
    fileSize: textOf(part(card, "kg-file-card-filesize")),
  }),
  gallery: (card) => ({
    images: elementsBelow(card, "img").map((image) => ({
      ...imageIn(card, image),
      cardWidth: "",
    })),
    caption: captionIn(card),
  }),
  header: (card) => {
    const background =
      attributeOf(part(card, "kg-header-card-image"), "src") ||
      attributeOf(card, "dataKgBackgroundImage");
    return {
      ...buttonIn(card, "kg-header-card-button"),
      header: htmlIn(part(card, "kg-header-card-heading", "kg-header-card-header")),
      subheader: htmlIn(part(card, "kg-header-card-subheading", "kg-header-card-subheader")),
      backgroundImageSrc: background,
    };
  },
  image: (card) => ({ ...imageIn(card), caption: captionIn(card) }),
  nft: (card) => ({
    embedType: "nft",
    url: attributeOf(first(card, "a"), "href"),
    metadata: {
      title: textOf(part(card, "kg-nft-title")),
      author_name: textOf(part(card, "kg-nft-creator-name")),
      collection_name: /•\s*(.+)$/.exec(textOf(part(card, "kg-nft-creator")))?.[1] ?? "",
      description: textOf(part(card, "kg-nft-description")),
    },
    caption: captionIn(card),
  }),
  product: (card) => {
    const { buttonEnabled, buttonText, buttonUrl } = buttonIn(card, "kg-product-card-button");
    const stars = elementsBelow(card).filter((one) =>
      hasClass(one, "kg-product-card-rating-active"),
    ).length;
    return {
      productImageSrc: attributeOf(part(card, "kg-product-card-image"), "src"),
      productTitle: htmlIn(part(card, "kg-product-card-title")),
      productDescription: htmlIn(part(card, "kg-product-card-description")),
      productRatingEnabled: stars > 0,
      productStarRating: stars,
      productButtonEnabled: buttonEnabled,
      productButton: buttonText,
      productUrl: buttonUrl,
    };
  },
  signup: (card) => ({
    header: htmlIn(part(card, "kg-signup-card-heading")),
    subheader: htmlIn(part(card, "kg-signup-card-subheading")),
    disclaimer: htmlIn(part(card, "kg-signup-card-disclaimer")),
    buttonText: textOf(part(card, "kg-signup-card-button-default")),
  }),
  toggle: (card) => ({
    heading: htmlIn(part(card, "kg-toggle-heading-text")),
    content: htmlIn(part(card, "kg-toggle-content")),
  }),
  video: (card) => ({
    src: attributeOf(first(card, "video"), "src"),
    customThumbnailSrc: attributeOf(card, "dataKgCustomThumbnail"),
    thumbnailSrc: attributeOf(card, "dataKgThumbnail") || backgroundOf(first(card, "video")),
    caption: captionIn(card),
  }),
};

const NOTHING: Element = { type: "element", tagName: "div", properties: {}, children: [] };

/** Names of cards by their classes, where these differ. */
const CLASSES: Readonly<Record<string, string>> = { "kg-cta-card": "call-to-action" };

/** The card that an element is; undefined for any other element, and for cards that are nothing but HTML. */
export function cardOf(element: Element): Card | undefined {
  if (Object.hasOwn(element.properties, "dataKgTransistorEmbed"))
    return { name: "transistor", fields: {} };
  const classes = attributeOf(element, "className").split(" ");
  if (classes.includes("kg-nft-card"))
    return { name: "embed", fields: READERS["nft"]?.(element) ?? {} };
  for (const name of classes) {
    const known = CLASSES[name] ?? /^kg-([a-z-]+)-card$/.exec(name)?.[1];
    const read = known !== undefined && Object.hasOwn(READERS, known) ? READERS[known] : undefined;
    if (known !== undefined && read !== undefined) return { name: known, fields: read(element) };
  }
  return undefined;
}
