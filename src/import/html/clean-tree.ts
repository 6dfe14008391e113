import type { Element, ElementContent, Root } from "hast";
import type { BodyNote } from "../converted-body.ts";
import { linkTarget } from "./addresses.ts";
import { hasFallback, isBlockElement, isSilentElement } from "./block-elements.ts";
import { addNote } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";
import { frameNodes, mediaNodes, playerNodes } from "./embeds.ts";
import {
  create,
  firstValue,
  isNamed,
  onOneLine,
  rawText,
  textNode,
  valueOf,
} from "./html-nodes.ts";
import { formula, htmlAttributes } from "./html-attributes.ts";
import { languageOf } from "./language.ts";
import { isEmoji, isTrackingPixel, imageNodes } from "./images.ts";
import { bareAddresses } from "./bare-addresses.ts";
import { isCredit } from "./captions.ts";
import { isHidden, meaningsOf } from "./styled-marks.ts";
import { elementText } from "./visible-text.ts";

/**
 * The tree with what the new text can say: final addresses, elements of today, no programs and no looks. What is left out
 * and meant something is noted.
 */
export function cleanTree(tree: Root, conversion: Conversion): ElementContent[] {
  return cleanAll(tree.children as ElementContent[], conversion);
}

function cleanAll(nodes: readonly ElementContent[], conversion: Conversion): ElementContent[] {
  const cleaned: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text") cleaned.push(...bareAddresses(node, conversion));
    if (node.type === "element") cleaned.push(...cleanElement(node, conversion));
  }
  return cleaned;
}

function cleanElement(node: Element, conversion: Conversion): ElementContent[] {
  const { tagName } = node;
  if (isSilentElement(tagName)) {
    if (/^(?:script|style)$/.test(tagName)) noteProgram(node, conversion);
    return [];
  }
  const cleaned = Object.hasOwn(SPECIAL, tagName)
    ? SPECIAL[tagName]?.(node, conversion)
    : undefined;
  return withTarget(node, cleaned ?? plainElement(node, conversion), conversion);
}

function noteProgram(node: Element, conversion: Conversion): void {
  if (node.tagName === "style" || /json/i.test(valueOf(node, "type"))) return;
  const src = valueOf(node, "src");
  if (src === "" && rawText(node).trim() === "") return;
  // It only replaces a quoted post by the network's own.
  if (/twitter\.com\/widgets|instagram\.com\/embed|tiktok\.com\/embed/.test(src)) return;
  addNote(conversion, "lost", `A program (script)${src === "" ? "" : `: ${src}`}`);
}

/** Elements that become something else than an element of running text or a block. */
const SPECIAL: Readonly<
  Record<string, (node: Element, conversion: Conversion) => ElementContent[]>
> = {
  a: (node, conversion) => {
    const children = cleanAll(node.children, conversion);
    const key = valueOf(node, "dataStetFile");
    if (key !== "") return fileLink(key, children, conversion);
    if (valueOf(node, "href").trim() === "") return children;
    const href = linkTarget(valueOf(node, "href"), conversion);
    return href === undefined ? children : [create("a", { href }, children)];
  },
  audio: mediaNodes,
  br: () => [create("br")],
  canvas: (node, conversion) => dropped(node, "A drawing of a program (canvas)", conversion),
  embed: frameNodes,
  iframe: frameNodes,
  img: (node, conversion) => {
    if (isEmoji(node)) return [textNode(valueOf(node, "alt"))];
    if (!isTrackingPixel(node)) return imageNodes(node, conversion);
    addNote(conversion, "lost", `A picture that only counts readers: ${valueOf(node, "src")}`);
    return [];
  },
  input: (node, conversion) => {
    const type = valueOf(node, "type").toLowerCase();
    if (type === "checkbox" || type === "radio") return [node];
    if (type === "hidden") return [];
    return dropped(node, `A field of a form (input ${type || "text"})`, conversion);
  },
  math: (node) => [formula(node)],
  object: frameNodes,
  "stet-break": (node, conversion) => {
    if (valueOf(node, "dataKind") === "page")
      addNote(conversion, "changed", "A page break: the text is on one page now");
    return [];
  },
  "stet-file": (node, conversion) =>
    fileLink(valueOf(node, "dataFileKey"), cleanAll(node.children, conversion), conversion),
  "stet-note": (node, conversion) => {
    const kind = valueOf(node, "dataKind");
    if (isNoteKind(kind)) addNote(conversion, kind, valueOf(node, "dataWhat"));
    return [];
  },
  "stet-player": (node, conversion) => {
    const src = valueOf(node, "dataSrc");
    return playerNodes(
      {
        kind: valueOf(node, "dataKind") === "audio" ? "audio" : "video",
        fileKey: valueOf(node, "dataFileKey"),
        addresses: src === "" ? [] : [src],
        title: onOneLine(valueOf(node, "dataTitle")),
        poster: valueOf(node, "dataPoster"),
        captions: valueOf(node, "dataCaptions"),
        caption: onOneLine(valueOf(node, "dataCaption")),
        credit: onOneLine(valueOf(node, "dataCredit")),
        transcript: cleanAll(node.children, conversion),
      },
      conversion,
    );
  },
  "stet-figure": (node, conversion) => [
    create("stet-figure", { ...node.properties }, [
      ...imageNodes(
        create("img", {
          src: valueOf(node, "dataSrc"),
          dataFileKey: valueOf(node, "dataFileKey"),
          alt: valueOf(node, "dataAlt"),
        }),
        conversion,
      ),
      ...cleanAll(node.children, conversion),
    ]),
  ],
  "stet-unknown": (node, conversion) => {
    const name = valueOf(node, "dataName");
    addNote(conversion, "look", `${name} is nothing that Stet has; its text is kept`);
    return [create("div", {}, cleanAll(node.children, conversion))];
  },
  "stet-reference": (node) => [node],
  svg: (node, conversion) => dropped(node, "A drawing in the text (svg)", conversion),
  video: mediaNodes,
};

function isNoteKind(kind: string): kind is BodyNote["kind"] {
  return kind === "lost" || kind === "changed" || kind === "look";
}

function dropped(node: Element, what: string, conversion: Conversion): ElementContent[] {
  const text = onOneLine(firstValue(node, "ariaLabel", "placeholder", "value") || rawText(node));
  addNote(conversion, "lost", text === "" ? what : `${what}: ${text}`);
  return [];
}

function fileLink(
  key: string,
  children: ElementContent[],
  conversion: Conversion,
): ElementContent[] {
  const found = conversion.context.fileOf(key);
  if (found === undefined) {
    addNote(conversion, "lost", `A link to a file that is not in the archive: ${key}`);
    return children;
  }
  conversion.files.add(found.file.key);
  return [create("a", { href: found.src }, children)];
}

/** Elements of forms, whose words stay. */
const FORM = new Set("form button select textarea output progress meter fieldset".split(" "));

function plainElement(node: Element, conversion: Conversion): ElementContent[] {
  const { tagName } = node;
  if (FORM.has(tagName)) {
    const words = onOneLine(elementText(node));
    addNote(
      conversion,
      "changed",
      `A part of a form (${tagName}), of which words are kept: ${words}`,
    );
  }
  if (tagName === "noscript")
    addNote(conversion, "changed", "What was shown without scripts is shown to all (noscript)");
  if (hasFallback(tagName)) return [];
  if (isHidden(node) && onOneLine(elementText(node)) !== "")
    addNote(conversion, "look", `Text that was hidden is shown: ${onOneLine(elementText(node))}`);
  const children = cleanAll(node.children, conversion);
  if (isBlockElement(tagName)) {
    const copy = create(tagName, { ...node.properties }, children);
    return [copy];
  }
  if (/^(?:ruby|rt|rp)$/.test(tagName)) return [create(tagName, htmlAttributes(node), children)];
  const meanings = meaningsOf(node);
  if (isCredit(node)) meanings.unshift("stet-credit");
  const language = languageOf(node, conversion.context.language);
  const marks = meanings.map((name) =>
    create(name, name === tagName ? { ...markAttributes(node), ...language } : {}),
  );
  if (Object.keys(language).length > 0 && !meanings.includes(tagName))
    marks.unshift(create("span", language));
  // Choices of a form stand on lines of their own.
  const spaced = /^(?:option|optgroup|button)$/.test(tagName)
    ? [textNode(" "), ...children, textNode(" ")]
    : children;
  return marks.reduceRight<ElementContent[]>(
    (inner, mark) => [{ ...mark, children: inner }],
    spaced,
  );
}

/** What is kept of an element of running text; the language of code stands in its class. */
function markAttributes(node: Element): Element["properties"] {
  const { className } = node.properties;
  return isNamed(node, "code") ? { className } : htmlAttributes(node);
}

/** Puts the place that links of the text lead to before what stands there. */
function withTarget(
  node: Element,
  cleaned: ElementContent[],
  conversion: Conversion,
): ElementContent[] {
  const ids = [valueOf(node, "id"), isNamed(node, "a") ? valueOf(node, "name") : ""];
  const places = [...new Set(ids)].filter(
    (id) => conversion.targets.has(id) && !conversion.placedTargets.has(id),
  );
  if (places.length === 0) return cleaned;
  for (const id of places) conversion.placedTargets.add(id);
  const targets = places.map((id) => create("stet-target", { id }));
  const [first] = cleaned;
  if (cleaned.length === 1 && first?.type === "element" && HOLDS_TARGET.test(first.tagName)) {
    first.children.unshift(...targets);
    return cleaned;
  }
  return [...targets, ...cleaned];
}

/** Elements that a place can stand at the beginning of. */
const HOLDS_TARGET = /^(?:p|h[1-6]|div|li|td|th|blockquote|section|article|dd|dt|strong|em|a)$/;
