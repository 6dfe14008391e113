import { createRequire } from "node:module";
import type { Element, ElementContent } from "hast";
import type * as lowlight from "lowlight";
import { walk } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

type Grammars = ReturnType<typeof lowlight.createLowlight>;

const require = createRequire(import.meta.url);
let usual: Grammars | undefined;
let every: Grammars | undefined;

/** Longest code that is coloured, in UTF-16 units, and longest line of it; longer code is data. */
const MAX_LENGTH = 20_000;
const MAX_LINE = 1_000;

/** Most code that is coloured in one text: grammars are not linear, and some take a second for the longest code. */
const MAX_TOGETHER = 100_000;

/**
 * Marks the parts of code by class, in the language its author named, whichever lowlight knows; other code stays as it
 * is. Code that is wider than the page can be scrolled by keyboard, whatever wrote it.
 */
export const highlightedCode: RenderTransform = (tree) => {
  let left = MAX_TOGETHER;
  walk(tree, (node) => {
    if (node.type !== "element" || node.tagName !== "pre") return;
    node.properties["tabIndex"] = 0;
    const [code] = node.children.filter((child) => child.type === "element");
    if (code?.tagName !== "code") return;
    const language = languageOf(code);
    const [only] = code.children;
    if (language === undefined || code.children.length !== 1 || only?.type !== "text")
      return "skip";
    const { value } = only;
    if (!isCode(value) || value.length > left) return "skip";
    const grammars = grammarsFor(language);
    if (grammars === undefined) return "skip";
    left -= value.length;
    code.children = grammars.highlight(language, value).children as ElementContent[];
    return "skip";
  });
};

function isCode(text: string): boolean {
  return text.length <= MAX_LENGTH && text.split("\n").every((line) => line.length <= MAX_LINE);
}

/**
 * The grammars that have a language. They are two hundred modules, loaded for the first code. Those that few use are
 * set up when one is asked for, and beside the usual ones, whose other names they would take: what code looks like
 * must not follow from what was coloured before it.
 */
function grammarsFor(language: string): Grammars | undefined {
  const { all, common, createLowlight } = require("lowlight") as typeof lowlight;
  usual ??= createLowlight(common);
  if (usual.registered(language)) return usual;
  every ??= createLowlight(all);
  return every.registered(language) ? every : undefined;
}

function languageOf(code: Element): string | undefined {
  const classes = code.properties["className"];
  const named = Array.isArray(classes)
    ? classes.map(String).find((name) => name.startsWith("language-"))
    : undefined;
  return named?.slice("language-".length).toLowerCase();
}
