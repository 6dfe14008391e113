import type { Element, ElementContent } from "hast";
import { captionOf, isPlainCaption, plainCaption } from "./captions.ts";
import type { Caption } from "./captions.ts";
import { component, htmlBlock, htmlLine } from "./components.ts";
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
import { pullQuoteBlocks } from "./notices.ts";

import type { BlockKind, Place } from "./place.ts";
import { runningText, showsSomething } from "./running-text.ts";
import { captionedTable } from "./tables.ts";

/** Most UTF-16 units of what the components take. */
const MOST = { alt: 500, caption: 600, credit: 160 } as const;

/** A figure, by what it holds: a picture, several, a player, a table, a quotation or anything else with a caption. */
export const figureBlocks: BlockKind = (node, place, around) => {
  const quotation = elementsIn(node).find((one) => isNamed(one, "blockquote"));
  if (hasClassLike(node, /pull-?quote/i) && quotation !== undefined)
    return pullQuoteBlocks(node, place, around);
  const content = node.children.filter((one) => !isNamed(one, "figcaption"));
  const inside = content.flatMap((one) => [
    ...(one.type === "element" ? [one] : []),
    ...elementsIn(one),
  ]);
  const pictures = inside.filter((one) => isNamed(one, "img"));
  const isBare = onOneLine(rawText(content)) === "" && !inside.some(hasOwnForm);
  if (isNamed(node, "stet-figure") && pictures.length > 0) return markedFigure(node, place, around);
  const figures = inside.filter((one) => isNamed(one, "figure", "stet-figure"));
  if (figures.length > 0 || (isBare && pictures.length > 1))
    return galleryBlocks(node, place, around);
  const caption = captionOf(node);
  const [picture] = pictures;
  if (picture !== undefined && isBare)
    return imageFigure(
      {
        picture,
        link: linkAround(picture, content, around),
        caption,
        isWide: hasClassLike(node, /^(?:align|kg-width-)(?:wide|full)$/),
      },
      place,
    );
  const table = inside.find((one) => isNamed(one, "table"));
  if (table !== undefined && isOnly(table, content))
    return captionedTable(table, place, around, caption.words);
  const player = inside.find((one) => isNamed(one, "stet-player"));
  if (player !== undefined && isPlainCaption(caption) && valueOf(player, "dataCaption") === "") {
    const { text, credit } = plainCaption(caption);
    Object.assign(player.properties, { dataCaption: text, dataCredit: credit });
    return place.blocksOf(content, place, around);
  }
  const blocks = place.blocksOf(content, place, around);
  const words = place.blocksOf([create("p", {}, caption.all)], place, around);
  const [only] = blocks;
  return blocks.length === 1 && isNamed(only, "pre") && words.length > 0
    ? [htmlBlock("figure", {}, [only, htmlLine("figcaption", {}, runningText(caption.all))])]
    : [...blocks, ...words];
};

/** Whether an element is shown in a form of its own, beside pictures. */
function hasOwnForm(node: Element): boolean {
  return isNamed(node, "table", "stet-player", "stet-post", "pre", "stet-code", "input", "math");
}

function isOnly(node: Element, content: readonly ElementContent[]): boolean {
  return onOneLine(rawText(content)) === onOneLine(rawText(node));
}

function markedFigure(node: Element, place: Place, around: readonly Element[]): ElementContent[] {
  const [picture, ...rest] = node.children;
  if (!isNamed(picture, "img")) return place.blocksOf(node.children, place, around);
  const written = create("figcaption", {}, rest);
  if (!showsSomething(runningText(rest))) {
    const text = valueOf(node, "dataCaption");
    written.children = [textNode(text)];
  }
  const caption = captionOf(create("figure", {}, [written]));
  const href = valueOf(node, "dataHref");
  return imageFigure(
    {
      picture,
      link: href === "" ? undefined : create("a", { href }),
      caption: { ...caption, credit: caption.credit || onOneLine(valueOf(node, "dataCredit")) },
      isWide: valueOf(node, "dataWide") !== "",
    },
    place,
  );
}

/** The link around a picture that leads elsewhere than to the picture itself. */
function linkAround(
  picture: Element,
  content: readonly ElementContent[],
  around: readonly Element[],
): Element | undefined {
  const links = content
    .flatMap((one) => [...(one.type === "element" ? [one] : []), ...elementsIn(one)])
    .filter((one) => isNamed(one, "a") && elementsIn(one).includes(picture));
  return links[0] ?? around.find((one) => isNamed(one, "a"));
}

interface ImageUse {
  picture: Element;
  link: Element | undefined;
  caption: Caption;
  isWide?: boolean;
}

/**
 * A picture with what belongs to it: a `Figure` where that is plain text, a `figure` of HTML where it holds links or the
 * picture is one.
 */
function imageFigure(use: ImageUse, place: Place): ElementContent[] {
  const { picture, caption, isWide = false } = use;
  const { src, alt } = { src: valueOf(picture, "src"), alt: valueOf(picture, "alt") };
  const ofFile = valueOf(picture, "dataCredit");
  if (caption.credit === "" && ofFile !== "" && place.allowsComponents)
    place.conversion.added.push(ofFile);
  const credit = caption.credit || (place.allowsComponents ? onOneLine(ofFile) : "");
  const { text } = plainCaption(caption);
  const link = use.link !== undefined && valueOf(use.link, "href") !== src ? use.link : undefined;
  const image = create("p", {}, [link === undefined ? picture : { ...link, children: [picture] }]);
  const hasWords = caption.words.length > 0 || credit !== "";
  const fits =
    text.length <= MOST.caption && credit.length <= MOST.credit && alt.length <= MOST.alt;
  if (link === undefined && fits && place.allowsComponents && isPlainCaption(caption))
    return hasWords || isWide
      ? [component("Figure", { src, alt, caption: text, credit, wide: isWide ? true : undefined })]
      : [image];
  if (!hasWords) return [image];
  const words = runningText([
    ...caption.words,
    ...(credit === "" ? [] : [textNode(" "), create("small", {}, [textNode(credit)])]),
  ]);
  return [htmlBlock("figure", {}, [image, htmlLine("figcaption", {}, words)])];
}

/** Most pictures of a gallery. */
const MOST_IMAGES = 20;

/** Pictures that belong together; what is not a picture follows them. */
export const galleryBlocks: BlockKind = (node, place, around) => {
  const outer = captionOf(node);
  const isMarked = isNamed(node, "stet-gallery");
  const text = (name: string): string => onOneLine(valueOf(node, name));
  const content = node.children.filter((one) => !isNamed(one, "figcaption"));
  const made = place.blocksOf(content.map(asFigure), place, around);
  const figures: Element[] = [];
  const others: ElementContent[] = [];
  for (const block of made.flatMap(separateImages)) {
    const values = block.type === "element" ? block.data?.component : undefined;
    if (values?.name === "Figure" && block.type === "element") figures.push(block);
    else others.push(block);
  }
  const { text: caption, credit } = isMarked
    ? { text: text("dataCaption"), credit: text("dataCredit") }
    : plainCaption(outer);
  const words = outer.all.length > 0 ? [create("p", {}, outer.all)] : [];
  const fits =
    isPlainCaption(outer) && caption.length <= MOST.caption && credit.length <= MOST.credit;
  if (!place.allowsComponents || figures.length < 2)
    return [
      ...lines(text("dataTitle")),
      ...made,
      ...(isMarked ? [...lines(caption), ...lines(credit)] : place.blocksOf(words, place)),
    ];
  const parts = Math.ceil(figures.length / MOST_IMAGES);
  const galleries = Array.from({ length: parts }, (_, at) =>
    component(
      "Gallery",
      {
        title: at === 0 && text("dataTitle").length <= 120 ? text("dataTitle") : undefined,
        ...(at === parts - 1 && fits ? { caption, credit } : {}),
      },
      figures.slice(
        Math.round((at * figures.length) / parts),
        Math.round(((at + 1) * figures.length) / parts),
      ),
    ),
  );
  return [...galleries, ...(fits ? [] : place.blocksOf(words, place)), ...others];
};

function lines(text: string): ElementContent[] {
  return text === "" ? [] : [create("p", {}, [textNode(text)])];
}

/** A picture alone, or in a list of pictures, as a figure. */
function asFigure(node: ElementContent): ElementContent {
  return isNamed(node, "ul", "ol", "li", "div")
    ? create("div", {}, node.children.map(asFigure))
    : node;
}

/** Pictures of one paragraph as a figure each; other blocks as they are. */
function separateImages(block: ElementContent): ElementContent[] {
  if (!isNamed(block, "p") || onOneLine(rawText(block)) !== "") return [block];
  const images = elementsIn(block).filter((one) => isNamed(one, "img"));
  const links = elementsIn(block).filter((one) => isNamed(one, "a"));
  const leadsElsewhere = links.some(
    (one) => !images.some((image) => valueOf(image, "src") === valueOf(one, "href")),
  );
  if (images.length === 0 || leadsElsewhere) return [block];
  return images.map((image) =>
    component("Figure", {
      src: valueOf(image, "src"),
      alt: valueOf(image, "alt").slice(0, MOST.alt),
    }),
  );
}
