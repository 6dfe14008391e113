import type { Link, Nodes, Parents, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkStringify from "remark-stringify";
import type { Options } from "remark-stringify";
import { unified } from "unified";
import { canMark } from "./emphasis.ts";

type Handlers = NonNullable<Options["handlers"]>;
type Handle = NonNullable<Handlers["text"]>;
type State = Parameters<Handle>[2];
type Info = Parameters<Handle>[3];

/** Columns up to which a tag stands on one line. */
const WIDTH = 100;

const HANDLERS: Handlers = {
  delete: (node: Parents, _, state, info) => marked(node, ["~~"], "del", state, info),
  emphasis: (node: Parents, _, state, info) => marked(node, ["*", "_"], "em", state, info),
  strong: (node: Parents, _, state, info) => marked(node, ["**", "__"], "strong", state, info),
  paragraph: (node: Parents, parent: Parents | undefined, state, info) => {
    const exit = state.enter("paragraph");
    const leave = state.enter("phrasing");
    const written = state.containerPhrasing(
      node as Parameters<State["containerPhrasing"]>[0],
      info,
    );
    leave();
    exit();
    const isTask = parent?.type === "listItem" && typeof parent.checked === "boolean";
    const task =
      isTask && parent.children[0] === node ? `[${parent.checked === true ? "x" : " "}] ` : "";
    if (isElementsOnly(node.children) && written.startsWith("<")) return `${task}<p>${written}</p>`;
    // Such a line would be code of a module.
    const isCode = task === "" && /^(?:import|export)\b/.test(written);
    return isCode
      ? `&#x${written.charCodeAt(0).toString(16)};${written.slice(1)}`
      : `${task}${written}`;
  },
  link: (node: Link, _, state, info) => {
    const exit = state.enter("link");
    const leave = state.enter("label");
    const words = state.containerPhrasing(node, { ...info, before: "[", after: "]" });
    leave();
    exit();
    return `[${words}](${destination(node.url)})`;
  },
  mdxJsxFlowElement: (node: JsxNode, _, state, info) => {
    const isTop = !state.stack.some((one) => one === "blockquote" || one === "listItem");
    if (node.children.length === 0) return tag(node, "/", isTop);
    const exit = state.enter("mdxJsxFlowElement");
    const content = state.containerFlow(node as Parameters<State["containerFlow"]>[0], info);
    exit();
    return `${tag(node, "", isTop)}\n\n${content}\n\n</${node.name}>`;
  },
  mdxJsxTextElement: (node: JsxNode, _, state, info) => {
    if (node.children.length === 0) return tag(node, "/");
    return `${tag(node, "")}${insideTag(node, state, info)}</${node.name}>`;
  },
  text: (node: { value: string }, _, state, info) =>
    asWords(withoutNeedlessEscapes(state.safe(node.value, info), info.after)),
};

const peek = (sign: string) => ({ peek: () => sign });
Object.assign(HANDLERS["delete"] ?? {}, peek("~"));
Object.assign(HANDLERS["emphasis"] ?? {}, peek("*"));
Object.assign(HANDLERS["strong"] ?? {}, peek("*"));
Object.assign(HANDLERS["link"] ?? {}, peek("["));
Object.assign(HANDLERS["mdxJsxFlowElement"] ?? {}, peek("<"));
Object.assign(HANDLERS["mdxJsxTextElement"] ?? {}, peek("<"));

const WRITER = unified()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkMdx)
  .use(remarkStringify, {
    bullet: "-",
    fences: true,
    handlers: HANDLERS,
    incrementListMarker: true,
    listItemIndent: "one",
    resourceLink: true,
    rule: "-",
  })
  .freeze();

/** A tree as the text of an `.mdx` file, without front matter. */
export function writeMdx(tree: Root): string {
  return WRITER.stringify(tree);
}

interface JsxNode extends Pick<Parents, "children"> {
  type: "mdxJsxFlowElement" | "mdxJsxTextElement";
  name: string;
  attributes: { name: string; value: string | null }[];
}

/**
 * Whether a paragraph holds several elements and nothing else, some of them emphasis. Where that is written as HTML they
 * would be taken for blocks.
 */
function isElementsOnly(children: readonly Nodes[]): boolean {
  const isEmphasis = ({ type }: Nodes): boolean =>
    type === "strong" || type === "emphasis" || type === "delete";
  return (
    children.length > 1 &&
    children.some(isEmphasis) &&
    children.every(
      (one) =>
        isEmphasis(one) ||
        one.type === "mdxJsxTextElement" ||
        (one.type === "text" && one.value.trim() === ""),
    )
  );
}

/** An address as the destination of a link: what would end it or be read as something else is encoded. */
function destination(url: string): string {
  const isBalanced =
    url.split("(").length === 2 &&
    url.split(")").length === 2 &&
    url.indexOf("(") < url.indexOf(")");
  return url
    .replace(isBalanced ? /[\s<>{}|`\\]/g : /[\s<>{}|`\\()]/g, (sign) =>
      /[()]/.test(sign) ? `\\${sign}` : encodeURIComponent(sign),
    )
    .replace(/&(?=#?\w+;)/g, "&amp;");
}

/** A start tag, or a tag without content where `end` is `/`. */
function tag({ name, attributes }: JsxNode, end: "" | "/", mayBreak = false): string {
  const written = attributes.map((one) =>
    one.value === null ? one.name : `${one.name}=${quotedValue(one.value)}`,
  );
  const line = `<${[name, ...written].join(" ")}${end === "" ? "" : " /"}>`;
  return mayBreak && line.length > WIDTH && attributes.length > 1
    ? `<${name}\n${written.map((one) => `  ${one}\n`).join("")}${end}>`
    : line;
}

/**
 * A value in quotation marks, on one line. A bar would end the cell of a table; a brace that is not closed would be taken
 * for the beginning of code by the check of limits.
 */
function quotedValue(value: string): string {
  const escaped = asWords(value.replace(/&(?=#|[a-z])/gi, "&amp;"))
    .replace(/\s+/g, (blanks) => (blanks === "\u00a0" ? blanks : " "))
    .replace(/[|{}]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);
  return escaped.includes('"') && !escaped.includes("'")
    ? `'${escaped}'`
    : `"${escaped.replaceAll('"', "&quot;")}"`;
}

/** A text in which what looks like a placeholder of the check is written so that it is none. */
function asWords(text: string): string {
  return text.replace(/\bWRITE[ -](?=(?:[A-Z]{1,20}[ -]){1,10}HERE\b)/g, (found) =>
    found.endsWith("-") ? "WRITE&#x2D;" : "WRITE&#x20;",
  );
}

function insideTag(node: Pick<Parents, "children">, state: State, info: Info): string {
  const exit = state.enter("mdxJsxTextElement");
  const content = state.containerPhrasing(node as Parameters<State["containerPhrasing"]>[0], {
    ...info,
    before: ">",
    after: "<",
  });
  exit();
  return content;
}

/** Emphasis by the first of the signs that is read as such where it stands, else as an element of HTML. */
function marked(
  node: Parents,
  signs: readonly string[],
  element: string,
  state: State,
  info: Info,
): string {
  const exit = state.enter(element === "strong" ? "strong" : "emphasis");
  for (const sign of signs) {
    const content = state.containerPhrasing(node as Parameters<State["containerPhrasing"]>[0], {
      ...info,
      before: sign,
      after: sign,
    });
    const { before, after } = info;
    if (canMark(sign.charAt(0) as "*" | "_" | "~", { before, content, after })) {
      exit();
      return `${sign}${content}${sign}`;
    }
  }
  exit();
  const isEmpty = node.children.length === 0;
  return isEmpty ? "" : `<${element}>${insideTag(node, state, info)}</${element}>`;
}

/**
 * The text without backslashes that say nothing. Stet makes links of bare addresses in any case; where one has further
 * backslashes, or marks of emphasis directly behind it, that at its beginning stays: else they would be taken for a part
 * of it.
 */
function withoutNeedlessEscapes(text: string, after: string): string {
  if (!text.includes("\\")) return text;
  return text
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, "_")
    .replace(/(?<=(?<!ww)w)\\\.(?=[-.\w])/gi, ".")
    .replace(/(?<=[\w.+-])\\@(?=[\w.-])/g, "@")
    .replace(
      /(?<=https?)\\:(\/\/\S*)|(?<=www)\\\.(\S*)/gi,
      (
        found: string,
        web: string | undefined,
        name: string | undefined,
        at: number,
        whole: string,
      ) => {
        const rest = web === undefined ? `.${name ?? ""}` : `:${web}`;
        const goesOn = at + found.length === whole.length && !/^(?:[\s<]|$)/.test(after);
        return rest.includes("\\") || goesOn ? found : rest;
      },
    );
}

/** The words of a tree, its blocks parted by empty lines. */
export function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "break") return "\n";
  if (!("children" in node)) return "";
  const isFlow =
    /^(?:root|blockquote|list|listItem|table|tableRow|mdxJsxFlowElement|footnoteDefinition)$/.test(
      node.type,
    );
  const shown =
    node.type === "mdxJsxFlowElement"
      ? node.attributes.flatMap(({ value, ...one }) =>
          "name" in one &&
          /^(?:caption|credit|title|by|role)$/.test(one.name) &&
          typeof value === "string"
            ? [value]
            : [],
        )
      : [];
  return [...shown, ...node.children.map((child) => plainText(child))].join(isFlow ? "\n\n" : "");
}
