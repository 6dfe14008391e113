import type { Element, ElementContent, Properties, Root } from "hast";
import type { Place } from "../../domain/body.ts";
import { addressKind } from "../addresses.ts";
import { findComponent } from "../components/registry.ts";
import { allowedProperties, isAllowedElement, MODERN_NAMES, removalOf } from "../html-allowed.ts";
import { lenient, placeOf } from "../places.ts";
import { element, hasClass, rewriteTree, stringProperty, textNode, walk } from "../tree.ts";
import type { Holder } from "../tree.ts";
import { textOf } from "../text.ts";
import type { ParseContext } from "./transform.ts";

const ADDRESS_PROPERTIES = ["href", "src", "cite"];

/**
 * Leaves only what `html-allowed.ts` lists. What goes is reported if it meant something: an element,
 * a handler, an address that runs code. Mere looks go without a word.
 */
export function sanitize(tree: Root, context: ParseContext): void {
  renameOldElements(tree);
  const dropped = dropWithContent(tree, context);
  rewriteTree(tree, (node, parents) => {
    if (node.type === "comment" || node.type === "raw") return [];
    if (node.type === "component") return checkComponentAddresses(node, context);
    if (node.type !== "element") return undefined;
    if (!isAllowedElement(node.tagName) && !isFootnoteSection(node)) {
      return removeElement(node, parents, dropped, context);
    }
    if (node.tagName === "img" && isTrackingPixel(node)) {
      report(node, parents, context, "an invisible picture that tells another host who reads this");
      return [];
    }
    cleanProperties(node, parents, context);
    if (node.tagName === "span" && Object.keys(node.properties).length === 0) return node.children;
    return undefined;
  });
}

function renameOldElements(tree: Root): void {
  walk(tree, (node) => {
    if (node.type !== "element") return;
    const modern = Object.hasOwn(MODERN_NAMES, node.tagName)
      ? MODERN_NAMES[node.tagName]
      : undefined;
    if (modern !== undefined) node.tagName = modern;
  });
}

/** Empties what goes with all it holds, so that nothing inside is reported on its own. */
function dropWithContent(tree: Root, context: ParseContext): WeakSet<Element> {
  const dropped = new WeakSet<Element>();
  walk(tree, (node, parents) => {
    if (node.type !== "element" || isAllowedElement(node.tagName)) return;
    if (removalOf(node.tagName) !== "drop") return;
    dropped.add(node);
    node.children = [];
    const silent = /^(?:source|track|param|meta|title|head)$/.test(node.tagName);
    if (!silent) report(node, parents, context, "an element that an article may not hold");
    return "skip";
  });
  return dropped;
}

function removeElement(
  node: Element,
  parents: readonly Holder[],
  dropped: WeakSet<Element>,
  context: ParseContext,
): ElementContent[] {
  if (dropped.has(node)) return [];
  const removal = removalOf(node.tagName);
  if (removal === "unwrap-quietly") return node.children;
  if (removal !== "link") {
    report(
      node,
      parents,
      context,
      "an element that an article may not hold",
      "What stands in it is kept.",
    );
    return node.children;
  }
  const address = embedAddress(node);
  if (address === undefined || addressKind(address) !== "plain") {
    report(node, parents, context, "an element that loads something from elsewhere");
    return [];
  }
  report(
    node,
    parents,
    context,
    "an element that loads something from elsewhere",
    "A link takes its place.",
  );
  const words = stringProperty(node, "title")?.trim() || textOf(node) || address;
  const link = element("a", { href: address }, [textNode(words)]);
  if (node.position !== undefined) link.position = node.position;
  if (parents.some((parent) => parent.type === "element" && parent.tagName === "a"))
    return [textNode(words)];
  const parent = parents.at(-1);
  const alone =
    parent === undefined ||
    parent.type !== "element" ||
    /^(?:div|blockquote|figure|li|dd)$/.test(parent.tagName);
  return alone ? [element("p", {}, [link])] : [link];
}

function embedAddress(node: Element): string | undefined {
  const own = stringProperty(node, "src") ?? stringProperty(node, "data");
  return own === undefined || own.trim() === "" ? undefined : own.trim();
}

function isTrackingPixel({ properties }: Element): boolean {
  const tiny = (value: unknown): boolean =>
    value !== undefined && Number(value) <= 1 && value !== "";
  return tiny(properties["width"]) && tiny(properties["height"]);
}

/** Footnotes are the one part of the parser's own output that needs more than the list allows. */
function isFootnoteSection(node: Element): boolean {
  return node.tagName === "section" && hasClass(node, "footnotes");
}

function cleanProperties(node: Element, parents: readonly Holder[], context: ParseContext): void {
  const kept: Properties = {};
  const allowed = allowedProperties(node.tagName);
  for (const [name, value] of Object.entries(node.properties)) {
    if (value === null || value === undefined) continue;
    if (ADDRESS_PROPERTIES.includes(name) && allowed.has(name)) {
      if (typeof value === "string" && keepsAddress(value, placeOf(node, parents), context))
        kept[name] = value.trim();
    } else if (allowed.has(name)) kept[name] = value;
    else if (/^on/i.test(name) || name === "srcDoc") {
      context.report({
        ...placeOf(node, parents),
        code: "html/attribute-removed",
        severity: lenient(context.format),
        message: `<${node.tagName}> carries \`${name.toLowerCase()}\`, which would run a program on the reader's machine. It is left out.`,
        fix: `Remove \`${name.toLowerCase()}\`.`,
      });
    }
  }
  if (node.tagName === "a") {
    const anchor = kept["name"];
    delete kept["name"];
    if (kept["id"] === undefined && typeof anchor === "string") kept["id"] = anchor;
    if (node.properties["dataFootnoteRef"] !== undefined) kept["dataFootnoteRef"] = true;
    if (node.properties["dataFootnoteBackref"] !== undefined) kept["dataFootnoteBackref"] = true;
  }
  const classes = ownClasses(node);
  if (classes.length > 0) kept["className"] = classes;
  node.properties = kept;
}

/** Classes that the press itself gives a meaning: of code, task lists, footnotes and aligned cells. */
function ownClasses(node: Element): string[] {
  const names = node.properties["className"];
  const written = Array.isArray(names) ? names.map(String) : [];
  switch (node.tagName) {
    case "code":
      return written.filter((name) => /^language-[\w+#.-]+$/.test(name)).slice(0, 1);
    case "ul":
    case "ol":
      return written.filter((name) => name === "task-list");
    case "span":
      return written.filter((name) => name === "task");
    case "section":
      return ["footnotes"];
    case "td":
    case "th": {
      const style = stringProperty(node, "style") ?? "";
      const side =
        /^\s*text-align:\s*(left|right|center)\s*;?\s*$/.exec(style)?.[1] ??
        stringProperty(node, "align");
      return side !== undefined && /^(?:left|right|center)$/.test(side) ? [`align-${side}`] : [];
    }
    default:
      return [];
  }
}

function keepsAddress(address: string, place: Place, context: ParseContext): boolean {
  const kind = addressKind(address);
  if (kind === "plain") return true;
  const shown = address.length > 60 ? `${address.slice(0, 59)}…` : address;
  if (kind === "script") {
    context.report({
      ...place,
      code: "link/script",
      severity: "error",
      message: `The address \`${shown}\` would run or carry a program instead of leading somewhere.`,
      fix: "Use an address that begins with https://, or a path to another article or file.",
    });
  } else {
    context.report({
      ...place,
      code: "link/scheme",
      severity: lenient(context.format),
      message: `The address \`${shown}\` begins in a way that readers' browsers cannot follow. The link is left out, its text stays.`,
      fix: "Use an address that begins with https:// or mailto:, or a path.",
    });
  }
  return false;
}

function checkComponentAddresses(
  node: Extract<ElementContent, { type: "component" }>,
  context: ParseContext,
): undefined {
  for (const [name, { type }] of Object.entries(findComponent(node.name)?.attributes ?? {})) {
    const address = node.values[name];
    if (typeof address !== "string" || (type !== "picture" && type !== "link")) continue;
    keepsAddress(address, node.places[name] ?? placeOf(node), context);
  }
  return undefined;
}

function report(
  node: Element,
  parents: readonly Holder[],
  context: ParseContext,
  what: string,
  outcome = "It is left out.",
): void {
  context.report({
    ...placeOf(node, parents),
    code: "html/element-removed",
    severity: lenient(context.format),
    message: `\`<${node.tagName}>\` is ${what}. ${outcome}`,
    fix: "Remove it, or say it in Markdown.",
  });
}
