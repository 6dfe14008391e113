import type { Element, ElementContent, Root as HastRoot } from "hast";
import type { Nodes, PhrasingContent, Root, RootContent, Table, TableRow } from "mdast";
import rehypeRemark from "rehype-remark";
import type { Options } from "rehype-remark";
import type {} from "remark-mdx";
import { VFile } from "vfile";
import type { Conversion } from "./conversion.ts";
import { elementsIn, isNamed, rawText, valueOf } from "./html-nodes.ts";

type Handle = NonNullable<NonNullable<Options["handlers"]>[string]>;
type State = Parameters<Handle>[0];
type Attributes = { type: "mdxJsxAttribute"; name: string; value: string | null }[];

/** The Markdown tree of arranged blocks. */
export function markdownTree(blocks: ElementContent[], conversion: Conversion): Root {
  const tree: HastRoot = { type: "root", children: blocks };
  for (const one of elementsIn(tree)) one.tagName = CARRIERS[one.tagName] ?? one.tagName;
  return rehypeRemark({ handlers: handlersFor(conversion), document: false })(tree, new VFile());
}

/**
 * Names for our own blocks by which the converter knows that they are blocks: among elements of running text, its work on
 * blanks grows with the square of their number. Nothing else has these names once blocks are arranged.
 */
const CARRIERS: Readonly<Record<string, string>> = {
  "stet-block": "article",
  "stet-component": "section",
  "stet-line": "header",
};

/** Elements of running text that Markdown has no sign for, written as HTML. */
const AS_HTML =
  "abbr bdo cite dfn ins kbd mark q samp small span sub sup time u var ruby rt rp".split(" ");

function handlersFor(conversion: Conversion): Record<string, Handle> {
  return {
    ...Object.fromEntries(AS_HTML.map((name) => [name, htmlText])),
    br: () => ({ type: "break" }),
    code: (_, node) => ({ type: "inlineCode", value: rawText(node).replaceAll("\n", " ") }),
    math: formula,
    ol: list,
    p: (state, node) => paragraph(phrasing(state, node)),
    pre: (_, node) => ({
      type: "code",
      lang: valueOf(node, "dataLanguage") || null,
      meta: null,
      value: rawText(node),
    }),
    table,
    ul: list,
    article: (state, node) => ({
      type: "mdxJsxFlowElement",
      name: valueOf(node, "dataElement"),
      attributes: attributesOf(node),
      children: state.toFlow(state.all(node)),
    }),
    section: (state, node) => ({
      type: "mdxJsxFlowElement",
      name: node.data?.component?.name ?? null,
      attributes: Object.entries(node.data?.component?.values ?? {}).flatMap(([name, value]) =>
        value === undefined ? [] : [attribute(name, value)],
      ),
      children: state.toFlow(state.all(node)),
    }),
    // A line of its own that holds an element alone is that element, not a paragraph.
    header: (state, node) => ({
      type: "paragraph",
      children: [
        {
          type: "mdxJsxTextElement",
          name: valueOf(node, "dataElement"),
          attributes: attributesOf(node),
          children: phrasing(state, node),
        },
      ],
    }),
    "stet-reference": (_, node) => {
      const label = conversion.footnotes.get(valueOf(node, "dataId"))?.label;
      return label === undefined
        ? undefined
        : { type: "footnoteReference", identifier: label, label };
    },
    "stet-target": (_, node) => ({
      type: "mdxJsxTextElement",
      name: "span",
      attributes: [attribute("id", valueOf(node, "id"))],
      children: [],
    }),
  };
}

function phrasing(state: State, node: Element): PhrasingContent[] {
  return state.all(node) as PhrasingContent[];
}

const htmlText: Handle = (state, node) => ({
  type: "mdxJsxTextElement",
  name: node.tagName,
  attributes: attributesOf(node),
  children: phrasing(state, node),
});

/** A formula is written as it is: Markdown in it would be read as such. */
const formula: Handle = (state, node) => ({
  type: "mdxJsxTextElement",
  name: node.tagName,
  attributes: attributesOf(node),
  children: node.children.flatMap((child): PhrasingContent[] => {
    if (child.type === "text" && child.value.trim() !== "")
      return [{ type: "text", value: child.value.trim() }];
    return child.type === "element"
      ? ([formula(state, child, node)].flat() as PhrasingContent[])
      : [];
  }),
});

function attribute(name: string, value: string | true): Attributes[number] {
  return { type: "mdxJsxAttribute", name, value: value === true ? null : value };
}

function attributesOf(node: Element): Attributes {
  return Object.entries(node.properties).flatMap(([name, value]) => {
    if (name.startsWith("data") || value === null || value === undefined || value === false)
      return [];
    return [attribute(name, value === true ? true : String(value))];
  });
}

/**
 * A paragraph. Elements that stand alone in it would be taken for blocks, and the words of neighbours parted: `p` around
 * them says what they are.
 */
function paragraph(children: PhrasingContent[]): RootContent {
  const isBare = children.every(
    (one) => one.type === "mdxJsxTextElement" || (one.type === "text" && one.value.trim() === ""),
  );
  if (!isBare) return { type: "paragraph", children };
  return {
    type: "paragraph",
    children: [{ type: "mdxJsxTextElement", name: "p", attributes: [], children }],
  };
}

const list: Handle = (state, node) => {
  const items = node.children.filter((one) => isNamed(one, "li")) as Element[];
  const isSpread = items.some(
    ({ children }) =>
      children.filter((one) => !isNamed(one, "ul", "ol")).length > 1 ||
      children.some((one) => isNamed(one, "article", "section")),
  );
  return {
    type: "list",
    ordered: isNamed(node, "ol"),
    start: isNamed(node, "ol") ? Number(valueOf(node, "start") || 1) : null,
    spread: isSpread,
    children: items.map((item) => {
      const checked = valueOf(item, "dataChecked");
      return {
        type: "listItem" as const,
        spread: isSpread,
        checked: checked === "" ? null : checked === "yes",
        children: state.toFlow(state.all(item)),
      };
    }),
  };
};

/** The same with breaks as elements: a row of a table is one line. */
function withHtmlBreaks(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === "break")
      return { type: "mdxJsxTextElement", name: "br", attributes: [], children: [] };
    return "children" in node
      ? ({
          ...node,
          children: withHtmlBreaks(node.children as PhrasingContent[]),
        } as PhrasingContent)
      : node;
  });
}

const table: Handle = (state, node): Nodes => {
  const rows = node.children.map((row): TableRow => ({
    type: "tableRow",
    children: (row.type === "element" ? row.children : []).map((cell) => ({
      type: "tableCell" as const,
      children: cell.type === "element" ? withHtmlBreaks(phrasing(state, cell)) : [],
    })),
  }));
  const align = valueOf(node, "dataAlign")
    .split(" ")
    .map((side) => (side === "left" || side === "right" || side === "center" ? side : null));
  const result: Table = { type: "table", align, children: rows };
  return result;
};
