import type { Element, ElementContent, Properties, Root } from "hast";
import { rule as attributeRemoved } from "../../checks/html/attribute-removed.ts";
import { rule as elementRemoved } from "../../checks/html/element-removed.ts";
import type { Details, Instead } from "../../checks/html/element-removed.ts";
import { rule as emptyLink } from "../../checks/link/empty.ts";
import { rule as badScheme } from "../../checks/link/scheme.ts";
import { rule as scriptLink } from "../../checks/link/script.ts";
import type { SourceEdit } from "../../domain/source-edit.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import { isTypable } from "../../checks/quoted.ts";
import { addressKind, hostOf, ownFile, schemeMended, whyNowhere } from "../addresses.ts";
import { COMPONENTS } from "../components/registry.ts";
import { findComponent } from "../components/find-component.ts";
import {
  allowedProperties,
  COMPONENT_PREFIX,
  isAllowedElement,
  isFormulaElement,
  MODERN_NAMES,
  removalOf,
} from "../html-allowed.ts";
import { locationOf } from "../node-location.ts";
import { textOf } from "../text.ts";
import { editBetween } from "../source-edits.ts";
import { DefinedAddresses, writtenAddress } from "../written-address.ts";
import { writtenAttribute } from "../written-attribute.ts";
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
      report(node, parents, context, {
        kind: "left-out",
        name: node.tagName,
        what: "tracker",
        outcome: "left-out",
        instead: { kind: "remove", written: writtenOf(node, context) },
      });
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
      report(node, parents, context, {
        kind: "left-out",
        name: node.tagName,
        what: "element",
        outcome: text === "" ? "left-out" : "words-kept",
        instead:
          removal === "text"
            ? { kind: "drawing" }
            : { kind: "remove", written: writtenOf(node, context) },
      });
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
  if (removal === "unwrap-quietly") return [...imageOf(node, addresses), ...node.children];
  if (removal !== "link") {
    const called = node.tagName.replace(COMPONENT_PREFIX, "");
    const component = COMPONENTS.find(({ name }) => name.toLowerCase() === called)?.name;
    report(node, parents, context, {
      kind: "left-out",
      name: component ?? node.tagName,
      what: component === undefined ? "element" : "component",
      outcome: node.children.every(isBlank) ? "left-out" : "content-kept",
      instead: component === undefined ? withoutTags(node) : { kind: "rename" },
    });
    return heldBy(node);
  }
  const { nodes, address, component } = linkInPlace(node, addresses, parents);
  report(node, parents, context, {
    kind: "left-out",
    name: node.tagName,
    what: "loads",
    outcome: address !== undefined ? "linked" : nodes.length > 0 ? "content-kept" : "left-out",
    instead:
      address === undefined
        ? withoutTags(node)
        : component === undefined
          ? { kind: "write", meant: `[${titleOf(node, address)}](${address})` }
          : { kind: "write", inMdx: true, meant: component },
  });
  return nodes;
}

/** What to do about an element that says nothing by itself. */
function withoutTags({ tagName, children }: Element): Instead {
  const isText = children.length > 0 && children.every((child) => child.type === "text");
  const words = isText ? textOf(children) : "";
  return words !== "" && isTypable(words)
    ? { kind: "write", meant: words }
    : { kind: "remove-tags", start: `<${tagName}>`, end: `</${tagName}>` };
}

/** The picture of a `picture` that only offers forms of one. */
function imageOf(node: Element, [address]: readonly string[]): ElementContent[] {
  if (node.tagName !== "picture" || address === undefined) return [];
  if (node.children.some((child) => child.type === "element" && child.tagName === "img")) return [];
  const image = element("img", { src: address, alt: "" }, []);
  if (node.position !== undefined) image.position = node.position;
  return [image];
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
      const location = locationOf(node, parents);
      if (name === "href" && leadsNowhere(value, node, location, context)) continue;
      if (keepsAddress(value, node, location, context)) kept[name] = value.trim();
    } else if (allowed.has(name)) kept[name] = value;
    else if (/^on/i.test(name) || name === "srcDoc") {
      const lower = name.toLowerCase();
      const range = writtenAttribute(node, lower, context.source)?.whole;
      const location =
        range === undefined ? locationOf(node, parents) : context.locator.spanAt(...range);
      const written = range === undefined ? lower : context.source.slice(...range);
      const details = { kind: "acts", tag: node.tagName, name: lower, written } as const;
      context.report(attributeRemoved.inBody(location, context.format, details));
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
        /^\s*text-align:\s*(left|right|center)\s*(?:;\s*)?$/.exec(style)?.[1] ??
        stringProperty(node, "align");
      return side !== undefined && /^(?:left|right|center)$/.test(side) ? [`align-${side}`] : [];
    }
    default:
      return [];
  }
}

/** Whether a link leads nowhere. Then its text stays alone. */
function leadsNowhere(
  address: string,
  holder: Element | undefined,
  location: SourceLocation,
  context: ParseContext,
): boolean {
  const nowhere = whyNowhere(address);
  if (nowhere === undefined) return false;
  const words = wordsOf(holder);
  const details = { kind: "nowhere", address: address.trim(), words, ...nowhere } as const;
  context.report({
    ...emptyLink.inBody(location, context.format, details),
    ...addressEdit(address, nowhere.meant, holder, context),
  });
  return true;
}

function keepsAddress(
  address: string,
  holder: Element | undefined,
  location: SourceLocation,
  context: ParseContext,
): boolean {
  const kind = addressKind(address);
  if (kind === "plain") return true;
  const { format } = context;
  const told = { address, words: wordsOf(holder), isImage: holder?.tagName === "img" };
  if (kind === "script") context.report(scriptLink.inBody(location, format, told));
  else {
    const meant = schemeMended(address);
    context.report({
      ...badScheme.inBody(location, format, { ...told, meant, own: ownFile(address) }),
      ...addressEdit(address, meant, holder, context),
    });
  }
  return false;
}

/** Of the source that was asked for last: texts are read one after the other. */
let defined = new DefinedAddresses("");
let definedOf = "";

function definedIn(source: string): DefinedAddresses {
  if (definedOf !== source) [defined, definedOf] = [new DefinedAddresses(source), source];
  return defined;
}

/** The edit that writes an address as it can only be meant: the words of a link stay as they are marked. */
function addressEdit(
  address: string,
  meant: string | undefined,
  holder: Element | undefined,
  { source, locator }: ParseContext,
): { edits?: SourceEdit[] } {
  if (meant === undefined || holder === undefined) return {};
  const name = holder.tagName === "img" ? "src" : "href";
  const [from, to] = writtenAddress(holder, name, source, definedIn(source)) ?? [];
  if (from === undefined || source.slice(from, to) !== address) return {};
  return { edits: [editBetween(locator, from, from + address.length, meant)] };
}

function checkComponentAddresses(
  node: Extract<ElementContent, { type: "component" }>,
  context: ParseContext,
): undefined {
  for (const [name, { type }] of Object.entries(findComponent(node.name)?.attributes ?? {})) {
    const address = node.values[name];
    if (typeof address !== "string" || (type !== "image" && type !== "link")) continue;
    keepsAddress(address, undefined, node.valueLocations[name] ?? locationOf(node), context);
  }
  return undefined;
}

function report(
  node: Element,
  parents: readonly Holder[],
  context: ParseContext,
  details: Details,
): void {
  context.report(elementRemoved.inBody(locationOf(node, parents), context.format, details));
}

/** What a link or a picture says in words. */
function wordsOf(holder: Element | undefined): string {
  if (holder === undefined) return "";
  return holder.tagName === "img" ? (stringProperty(holder, "alt") ?? "") : textOf(holder);
}

/** An element as it stands in the source; its tag where it has no place there. */
function writtenOf({ tagName, position }: Element, { source }: ParseContext): string {
  const written = source.slice(position?.start.offset, position?.end.offset);
  return position?.start.offset !== undefined && isTypable(written) ? written : `<${tagName}>`;
}

/** Words for a link in the place of an element. */
function titleOf(node: Element, address: string): string {
  return stringProperty(node, "title") ?? hostOf(address);
}
