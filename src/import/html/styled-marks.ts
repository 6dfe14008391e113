import type { Element } from "hast";
import { valueOf } from "./html-nodes.ts";

/** Elements of running text under the names of today. */
const MODERN: Readonly<Record<string, string>> = {
  b: "strong",
  i: "em",
  s: "del",
  strike: "del",
  tt: "code",
  acronym: "abbr",
};

/** Elements that have looks only, and take their meaning from their style where it has one. */
const LOOKS_ONLY = new Set(["span", "font", "big", "nobr", "blink", "label", "data", "bdi"]);

/** Elements of running text that Stet shows as they are. */
const KEPT = new Set(
  "abbr bdo cite code del dfn em ins kbd mark q samp small strong sub sup time u var".split(" "),
);

/**
 * What an element of running text means: the names of the elements that say so today, the outermost first; none where it
 * only has looks. Its style counts for more than its name, as where `b` is not bold.
 */
export function meaningsOf(node: Element): string[] {
  const name = Object.hasOwn(MODERN, node.tagName) ? (MODERN[node.tagName] ?? "") : node.tagName;
  const style = styleOf(node);
  const meanings = KEPT.has(name) ? [name] : [];
  const isUnbolded = /^(?:normal|[1-4]00|lighter)$/.test(style.get("font-weight") ?? "");
  const isUpright = style.get("font-style") === "normal";
  const kept = meanings.filter(
    (one) => !(one === "strong" && isUnbolded) && !(one === "em" && isUpright),
  );
  if (!LOOKS_ONLY.has(node.tagName) && !/^(?:strong|em|del|u)$/.test(name)) return kept;
  if (/^(?:bold|bolder|[6-9]00)$/.test(style.get("font-weight") ?? "")) kept.push("strong");
  if (/^(?:italic|oblique)/.test(style.get("font-style") ?? "")) kept.push("em");
  if (/line-through/.test(style.get("text-decoration") ?? style.get("text-decoration-line") ?? ""))
    kept.push("del");
  if (/^(?:sub|super)$/.test(style.get("vertical-align") ?? ""))
    kept.push(style.get("vertical-align") === "sub" ? "sub" : "sup");
  return [...new Set(kept)];
}

/** Whether a style hides an element. */
export function isHidden(node: Element): boolean {
  return (
    node.properties["hidden"] === true ||
    node.properties["hidden"] === "" ||
    styleOf(node).get("display") === "none"
  );
}

/** The declarations of an element's `style`, in lower case. */
export function styleOf(node: Element): ReadonlyMap<string, string> {
  const style = valueOf(node, "style").toLowerCase();
  if (style === "") return NO_STYLE;
  const found = new Map<string, string>();
  for (const declaration of style.split(";")) {
    const at = declaration.indexOf(":");
    if (at > 0)
      found.set(
        declaration.slice(0, at).trim(),
        declaration
          .slice(at + 1)
          .replace("!important", "")
          .trim(),
      );
  }
  return found;
}

const NO_STYLE: ReadonlyMap<string, string> = new Map();
