import { findComponent } from "../../markdown/components/find-component.ts";
import { isAllowedElement, propertyFor } from "../../markdown/html-allowed.ts";
import { isOnlyComments } from "../../markdown/literal.ts";
import { shortened } from "./construct.ts";
import type { ConstructContext } from "./construct.ts";
import { htmlTags } from "./html-tags.ts";
import type { HtmlTag } from "./html-tags.ts";
import { importedNames, isImageImport } from "./mdx-imports.ts";
import type { Edit } from "./source-edits.ts";
import { eachNode } from "./syntax-tree.ts";
import type { TreeNode } from "./syntax-tree.ts";
import { destination, fenced, figure, film, inlineCode, markdownText } from "./written-forms.ts";

/** Components that only arrange what they hold: their tags go, what is between them stays. */
const ARRANGING =
  /^(?:Tabs|TabItem|Columns?|Row|Card|CardGrid|Grid|Fragment|BrowserWindow|Steps|Layout)$/;

/**
 * Edits that make of MDX with code the MDX that Stet takes. Components that Stet has for the same are written; all other
 * code is shown as code, and noted.
 */
export function mdxSourceEdits(tree: TreeNode, context: ConstructContext): Edit[] {
  return new MdxSource(context).edits(tree);
}

class MdxSource {
  readonly #context: ConstructContext;
  readonly #imports = new Map<string, string>();
  readonly #edits: Edit[] = [];
  /** Imports that something of theirs was shown as code for. */
  readonly #shown = new Set<string>();

  constructor(context: ConstructContext) {
    this.#context = context;
  }

  edits(tree: TreeNode): Edit[] {
    const modules: TreeNode[] = [];
    eachNode(tree, (node) => {
      if (node.type !== "mdxjsEsm") return;
      modules.push(node);
      for (const [name, from] of importedNames(node.value ?? "").sources)
        this.#imports.set(name, from);
    });
    eachNode(tree, (node, parents) => this.#visit(node, parents));
    for (const node of modules) this.#module(node);
    return this.#edits;
  }

  #module({ from, to, value = "" }: TreeNode): void {
    const { sources, onlyImports } = importedNames(value);
    const names = [...sources.keys()];
    const isNeeded = !onlyImports || names.some((name) => this.#shown.has(name));
    const end = isNeeded ? to : to + (/^\n*/.exec(this.#context.source.slice(to))?.[0].length ?? 0);
    this.#edits.push({ from, to: end, text: isNeeded ? `${fenced(value, "js")}\n` : "" });
    this.#context.note(
      isNeeded ? "look" : "changed",
      isNeeded
        ? `code of the old site, which does not run, is shown: ${shortened(value)}`
        : `an import was left out: ${shortened(value)}`,
    );
  }

  #visit(node: TreeNode, parents: readonly TreeNode[]): "skip" | void {
    const { source, note } = this.#context;
    const written = source.slice(node.from, node.to);
    switch (node.type) {
      case "mdxFlowExpression":
      case "mdxTextExpression": {
        if (isOnlyComments(node.value ?? "")) return;
        note("look", `code in the text, which does not run, is shown: ${shortened(written)}`);
        this.#edits.push({
          from: node.from,
          to: node.to,
          text: this.#isAlone(node) ? fenced(written, "jsx") : inlineCode(written),
        });
        return;
      }
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        return this.#tag(node, written, parents);
      default:
        return;
    }
  }

  /** Whether an expression is a block that has its lines to itself. */
  #isAlone({ type, from, to }: TreeNode): boolean {
    const { source } = this.#context;
    const end = source.indexOf("\n", to);
    const before = source.slice(source.lastIndexOf("\n", from - 1) + 1, from);
    const behind = source.slice(to, end === -1 ? source.length : end);
    return type === "mdxFlowExpression" && (before + behind).trim() === "";
  }

  #tag(node: TreeNode, written: string, parents: readonly TreeNode[]): "skip" | void {
    const { note } = this.#context;
    const name = node.name ?? "Fragment";
    const known = this.#knownElement(node, name);
    if (known !== undefined) {
      this.#edits.push({ from: node.from, to: node.to, text: known });
      return "skip";
    }
    if (ARRANGING.test(name)) {
      this.#arranged(node, name, written);
      return;
    }
    const isOwn = findComponent(name) !== undefined && !this.#imports.has(name);
    if (isAllowedElement(name)) this.#htmlAttributes(node, name, written);
    if (isOwn || isAllowedElement(name)) return;
    note("look", `a component of the old site is shown as code: ${shortened(written)}`);
    this.#shown.add(name.split(".")[0] ?? name);
    for (const { value } of node.attributes ?? [])
      if (typeof value === "object" && value !== null) this.#shown.add(value.value.trim());
    const isFlow =
      node.type === "mdxJsxFlowElement" && parents.every(({ type }) => type !== "paragraph");
    this.#edits.push({
      from: node.from,
      to: node.to,
      text: isFlow ? fenced(written, "jsx") : inlineCode(written),
    });
    return "skip";
  }

  /** A picture or a film by a component of another system, as Stet writes it. */
  #knownElement(node: TreeNode, name: string): string | undefined {
    const value = (key: string): string | undefined => this.#attribute(node, key);
    if (
      /^(?:Image|Picture|img|ThemedImage|Img|Figure)$/.test(name) &&
      findComponentIsOthers(name, this.#imports)
    ) {
      const src = value("src");
      if (src === undefined || (name === "img" && !this.#isExpression(node, "src")))
        return undefined;
      const picture = this.#context.picture(src);
      const shown = figure({
        src: picture,
        alt: value("alt") ?? "",
        caption: value("caption") ?? value("title"),
      });
      return shown.mdx ?? shown.md;
    }
    const id = value("id") ?? value("videoId") ?? value("url") ?? value("src");
    if (id === undefined) return undefined;
    const site = /youtube|lite-youtube/i.test(name)
      ? "https://www.youtube.com/watch?v="
      : /vimeo/i.test(name)
        ? "https://vimeo.com/"
        : undefined;
    const isFrame = name === "iframe";
    if (site === undefined && !isFrame) return undefined;
    const shown = film(/^https?:/.test(id) || site === undefined ? id : site + id, value("title"));
    if (shown !== undefined) return shown.mdx;
    if (!isFrame) return undefined;
    this.#context.note("changed", `a frame became a link: ${id}`);
    return `[${markdownText(value("title") ?? id)}](${destination(id)})`;
  }

  #attribute({ attributes = [] }: TreeNode, key: string): string | undefined {
    const value = attributes.find(({ name }) => name === key)?.value;
    if (typeof value === "string") return value;
    if (typeof value !== "object" || value === null) return undefined;
    const expression = value.value.trim();
    const required = /^require\(\s*["']([^"']+)["']\s*\)(?:\.default)?$/.exec(expression)?.[1];
    const imported = this.#imports.get(expression.replace(/\.src$/, ""));
    const quoted = /^(["'`])([^"'`$]*)\1$/.exec(expression)?.[2];
    return (
      required ??
      quoted ??
      (imported !== undefined && isImageImport(imported) ? imported : undefined)
    );
  }

  #isExpression({ attributes = [] }: TreeNode, key: string): boolean {
    return typeof attributes.find(({ name }) => name === key)?.value === "object";
  }

  #arranged(node: TreeNode, name: string, written: string): void {
    const tags = htmlTags(written, node.from);
    const opening = startTag(written, node.from);
    const closing = tags.findLast(
      (tag) => tag.isClosing && tag.name === name && tag.to === node.to,
    );
    const label =
      name === "TabItem"
        ? (this.#attribute(node, "label") ?? this.#attribute(node, "value"))
        : undefined;
    this.#edits.push({
      from: opening.from,
      to: opening.to,
      text: label === undefined ? "" : `**${label}**\n`,
    });
    if (closing !== undefined) this.#edits.push({ from: closing.from, to: closing.to, text: "" });
    if (name === "Tabs")
      this.#context.note("changed", "tabs became parts of the text, one below the other");
  }

  /** Takes attributes from an element of HTML that no text of Stet has. */
  #htmlAttributes(node: TreeNode, name: string, written: string): void {
    const opening = startTag(written, node.from);
    const kept = (node.attributes ?? []).flatMap(({ name: attribute, value }) => {
      if (
        attribute === undefined ||
        propertyFor(name, attribute) === undefined ||
        typeof value === "object"
      ) {
        this.#context.note("changed", `\`${attribute ?? "…"}\` of \`<${name}>\` was left out`);
        return [];
      }
      return [
        value === null || value === undefined
          ? attribute
          : `${attribute}="${String(value).replaceAll('"', "&quot;")}"`,
      ];
    });
    if (kept.length === (node.attributes ?? []).length) return;
    const end = /\/\s*>$/.test(written.slice(0, opening.to - node.from)) ? " />" : ">";
    const text = `<${[name, ...kept].join(" ")}${end}`;
    this.#edits.push({ from: opening.from, to: opening.to, text });
  }
}

/** Whether a component of that name is the one of another system. */
function findComponentIsOthers(name: string, imports: ReadonlyMap<string, string>): boolean {
  return imports.has(name) || findComponent(name) === undefined;
}

/** Where the start tag of an element stands: up to the angle bracket outside of its braces and quotation marks. */
function startTag(written: string, from: number): Pick<HtmlTag, "from" | "to"> {
  let depth = 0;
  let quote = "";
  for (let at = 1; at < written.length; at += 1) {
    const sign = written.charAt(at);
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (/["'`]/.test(sign)) quote = sign;
    else if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    else if (sign === ">" && depth === 0) return { from, to: from + at + 1 };
  }
  return { from, to: from + written.length };
}
