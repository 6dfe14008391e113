import type { Element, ElementContent, Properties, Root } from "hast";
import type { Place } from "../../domain/body.ts";
import { addressKind, whyNowhere } from "../addresses.ts";
import { COMPONENTS, findComponent } from "../components/registry.ts";
import {
  allowedProperties,
  COMPONENT_PREFIX,
  isAllowedElement,
  isFormulaElement,
  MODERN_NAMES,
  removalOf,
} from "../html-allowed.ts";
import { lenient, placeOf } from "../places.ts";
import { textOf } from "../text.ts";
import {
  asBlocks,
  element,
  hasClass,
  isBlank,
  isBlock,
  rewriteTree,
  stringProperty,
  textNode,
  walk,
} from "../tree.ts";
import type { Holder } from "../tree.ts";
import { embeddedAddresses, firstOfSet, linkInPlace } from "./embedded.ts";
import type { Embedded } from "./embedded.ts";
import type { ParseContext } from "./transform.ts";

const ADDRESS_PROPERTIES = ["href", "src", "cite"];

/**
 * Leaves only what `html-allowed.ts` lists. What goes is reported if it meant something: an element,
 * a handler, an address that runs code. Mere looks go without a word.
 */
export function sanitize(tree: Root, context: ParseContext): void {
  renameOldElements(tree);
  const embedded = embeddedAddresses(tree);
  const dropped = dropWithContent(tree, context);
  const hasFormulas = /<math/i.test(context.source);
  rewriteTree(tree, (node, parents) => {
    if (node.type === "comment" || node.type === "raw") return [];
    if (node.type === "component") return checkComponentAddresses(node, context);
    if (node.type !== "element") return undefined;
    if (dropped.has(node)) return node.children;
    const inFormula =
      hasFormulas && parents.some((one) => one.type === "element" && one.tagName === "math");
    if (inFormula && !isFormulaElement(node.tagName)) return node.children;
    if (!inFormula && !isAllowedElement(node.tagName) && !isFootnoteSection(node)) {
      return removeElement(node, parents, embedded, context);
    }
    if (node.tagName === "img" && isTrackingPixel(node)) {
      report(node, parents, context, "an invisible picture that tells another host who reads this");
      return [];
    }
    cleanProperties(node, parents, context);
    // What was unwrapped can have held blocks where its parser saw none.
    if (node.tagName === "p" && node.children.some(isBlock)) return asBlocks(node.children);
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
    if (node.tagName === "img") node.properties["src"] ??= laterSource(node);
  });
}

/** Where a picture lies that a script was to load, or that has its address among those of its forms only. */
function laterSource(node: Element): string | undefined {
  return stringProperty(node, "dataSrc") ?? stringProperty(node, "dataLazySrc") ?? firstOfSet(node);
}

/** Elements that say of others how they are shown or what they load; what that is, is told of those. */
const SILENT = /^(?:source|track|param|meta|annotation(?:-xml)?)$/;

/** Empties what goes with all it holds, so that nothing inside is reported on its own. */
function dropWithContent(tree: Root, context: ParseContext): ReadonlySet<Element> {
  const dropped = new Set<Element>();
  walk(tree, (node, parents) => {
    if (node.type !== "element" || isAllowedElement(node.tagName)) return;
    const removal = removalOf(node.tagName);
    if (removal !== "drop" && removal !== "text") return;
    dropped.add(node);
    const text = removal === "text" ? wordsIn(node) : "";
    node.children = text === "" ? [] : [textNode(text)];
    if (!SILENT.test(node.tagName)) {
      const outcome = text === "" ? undefined : "Its words are kept.";
      const fix =
        removal === "text"
          ? "Put the drawing into a file beside the article, and write `![what it shows](./drawing.svg)`."
          : undefined;
      report(node, parents, context, "an element that an article may not hold", outcome, fix);
    }
    return "skip";
  });
  return dropped;
}

/** The words of a drawing, each of which may stand anywhere in it. */
function wordsIn(node: Element): string {
  const words: string[] = [];
  walk(node, (one) => {
    if (one.type === "element" && /^(?:script|style)$/.test(one.tagName)) return "skip";
    if (one.type === "text" && !isBlank(one)) words.push(one.value.trim());
    return;
  });
  return words.join(" ");
}

function removeElement(
  node: Element,
  parents: readonly Holder[],
  embedded: Embedded,
  context: ParseContext,
): ElementContent[] {
  const removal = removalOf(node.tagName);
  const addresses = embedded.get(node) ?? [];
  if (removal === "unwrap-quietly") return [...pictureOf(node, addresses), ...node.children];
  if (removal !== "link") {
    const called = node.tagName.replace(COMPONENT_PREFIX, "");
    const component = COMPONENTS.find(({ name }) => name.toLowerCase() === called)?.name;
    report(
      node,
      parents,
      context,
      component === undefined
        ? "an element that an article may not hold"
        : "a component, and components work in .mdx only",
      node.children.every(isBlank) ? undefined : "What stands in it is kept.",
      component === undefined ? withoutTags(node) : "Rename the file so that it ends in `.mdx`.",
      component,
    );
    return heldBy(node);
  }
  const { nodes, address, component } = linkInPlace(node, addresses, parents);
  const kept = nodes.length > 0 ? "What stands in it is kept." : undefined;
  report(
    node,
    parents,
    context,
    "an element that loads something from elsewhere",
    address === undefined ? kept : "A link takes its place.",
    component === undefined
      ? address && `Write a link, \`[title](${address})\`.`
      : `Rename the file to \`.mdx\`, and write \`${component}\`.`,
  );
  return nodes;
}

/** Most characters of an element's words that a remedy repeats. */
const FEW = 60;

/** What to do about an element that says nothing by itself. */
function withoutTags({ children }: Element): string {
  if (children.every(isBlank)) return "Remove its tags.";
  const isText = children.every((child) => child.type === "text");
  const words = isText ? textOf(children) : "";
  const isShort = words !== "" && words.length <= FEW;
  return isShort
    ? `Write \`${words}\` alone, or say it in Markdown.`
    : "Remove its tags, or say it in Markdown.";
}

/** The picture of a `picture` that only offers forms of one. */
function pictureOf(node: Element, [address]: readonly string[]): ElementContent[] {
  if (node.tagName !== "picture" || address === undefined) return [];
  if (node.children.some((child) => child.type === "element" && child.tagName === "img")) return [];
  const picture = element("img", { src: address, alt: "" }, []);
  if (node.position !== undefined) picture.position = node.position;
  return [picture];
}

/** What an element holds, or says by its attributes. */
function heldBy(node: Element): ElementContent[] {
  const { tagName, children, properties } = node;
  // Choices and headings stand on lines of their own.
  if (/^(?:option|optgroup|legend)$/.test(tagName)) return [...children, textNode(" ")];
  if ((tagName !== "progress" && tagName !== "meter") || !children.every(isBlank)) return children;
  const [value, max] = [properties["value"], properties["max"]];
  if (value === undefined || value === null) return [];
  return [textNode(max === undefined || max === null ? String(value) : `${value}/${max}`)];
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
      if (typeof value !== "string") continue;
      const place = placeOf(node, parents);
      if (name === "href" && leadsNowhere(value, place, context)) continue;
      if (keepsAddress(value, place, context)) kept[name] = value.trim();
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

/** Whether a link leads nowhere. Then its text stays alone. */
function leadsNowhere(address: string, place: Place, context: ParseContext): boolean {
  const why = whyNowhere(address);
  if (why === undefined) return false;
  context.report({
    ...place,
    code: "link/empty",
    severity: "warning",
    message: `The address of this link ${why}. The link is left out, its text stays.`,
    fix: "Write the whole address, as in `[words](https://…)`, or the words alone.",
  });
  return true;
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
  fix = "Remove it, or say it in Markdown.",
  name = node.tagName,
): void {
  context.report({
    ...placeOf(node, parents),
    code: "html/element-removed",
    severity: lenient(context.format),
    message: `\`<${name}>\` is ${what}. ${outcome}`,
    fix,
  });
}
