import type { Element, ElementContent } from "hast";
import { addNote } from "./conversion.ts";
import { component } from "./components.ts";
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
import type { BlockKind } from "./place.ts";

/** A block of code with its language, as it is written; poems marked as such are verse. */
export const codeBlock: BlockKind = (node, place, around) => {
  if (hasClassLike(node, /(?:^|-)verse$/)) return verse(node, place, around);
  const text = rawText(node).replace(/^\n/, "").trimEnd();
  if (text.trim() === "") return [];
  const inside = elementsIn(node);
  if (inside.some((one) => isNamed(one, "a", "img")))
    addNote(place.conversion, "lost", `Links or pictures in a block of code: ${text}`);
  const code = create("pre", { dataLanguage: languageOfCode([node, ...inside]) }, [textNode(text)]);
  const title = onOneLine(valueOf(node, "dataTitle"));
  const caption = onOneLine(valueOf(node, "dataCaption"));
  if (title !== "" && title.length <= 120 && caption.length <= 400 && place.allowsComponents)
    return [component("Code", { title, caption }, [code])];
  return [...paragraph(title), code, ...paragraph(caption)];
};

function paragraph(text: string): ElementContent[] {
  return text === "" ? [] : [create("p", {}, [textNode(text)])];
}

/** A poem or the like: a paragraph whose lines are kept. */
export const verse: BlockKind = (node, place, around) => {
  const lines = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((one): ElementContent[] => {
      if (one.type === "element") return [{ ...one, children: lines(one.children) }];
      if (one.type !== "text") return [];
      return one.value
        .split("\n")
        .flatMap((line, at) => [...(at === 0 ? [] : [create("br")]), textNode(line)]);
    });
  return place.blocksOf([create("p", {}, lines(node.children))], place, around);
};

/** Names that programs give to no language at all. */
const NO_LANGUAGE = /^(?:none|raw|generic|text|plain|plaintext|auto|nohighlight)$/i;

/** The language that a block of code or what it holds says it is in; empty where none does. */
function languageOfCode(elements: readonly Element[]): string {
  for (const one of elements) {
    if (!isNamed(one, "pre", "code", "stet-code", "listing", "xmp")) continue;
    const classes = valueOf(one, "className");
    const found =
      /(?:^|\s)(?:language|lang)-([\w+#.-]+)/.exec(classes)?.[1] ??
      /brush:\s*([\w+#.-]+)/.exec(classes)?.[1] ??
      [
        valueOf(one, "dataLanguage"),
        valueOf(one, "dataLang"),
        valueOf(one, "dataEnlighterLanguage"),
        valueOf(one, "lang"),
      ]
        .map((name) => name.trim())
        .find((name) => /^[\w+#.-]+$/.test(name));
    if (found !== undefined) return NO_LANGUAGE.test(found) ? "" : found.toLowerCase();
  }
  return "";
}
