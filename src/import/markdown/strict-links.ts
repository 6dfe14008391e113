import { MISSING_ALT } from "../../domain/missing-alt.ts";
import { nameOf } from "../../domain/path-parts.ts";
import { addressKind } from "../../markdown/addresses.ts";
import { htmlTags } from "./html-tags.ts";
import type { HtmlTag } from "./html-tags.ts";
import type { Edit } from "./source-edits.ts";
import type { StrictContext } from "./strict-context.ts";
import { eachNode } from "./syntax-tree.ts";
import type { TreeNode } from "./syntax-tree.ts";
import { withoutQuery } from "./text-scan.ts";
import { attribute, destination, inlineCode, markdownText, plainText } from "./written-forms.ts";
import { wordsEnd } from "./written-links.ts";

/**
 * Edits that take from a source, with new addresses in it, the links and pictures that the check refuses there: the words of
 * links stay, and the words of pictures stand in their place, or a link to one of another host. Each is noted.
 */
export function strictEdits(source: string, tree: TreeNode, context: StrictContext): Edit[] {
  return new StrictLinks(source, context).edits(tree);
}

class StrictLinks {
  readonly #source: string;
  readonly #context: StrictContext;
  readonly #edits: Edit[] = [];
  readonly #defined = new Map<string, string>();
  /** Names of definitions that nothing refers to any longer. */
  readonly #dropped = new Set<string>();

  constructor(source: string, context: StrictContext) {
    this.#source = source;
    this.#context = context;
  }

  edits(tree: TreeNode): Edit[] {
    eachNode(tree, ({ type, identifier = "", url = "" }) => {
      if (type === "definition" && !this.#defined.has(identifier))
        this.#defined.set(identifier, url);
    });
    eachNode(tree, (node, parents) => this.#visit(node, parents));
    eachNode(tree, (node) => {
      if (node.type === "definition") this.#definition(node);
    });
    return this.#edits;
  }

  #visit(node: TreeNode, parents: readonly TreeNode[]): "skip" | void {
    const { type, url = "", identifier = "" } = node;
    switch (type) {
      case "link":
        return this.#link(node, url);
      case "linkReference": {
        const address = this.#defined.get(identifier);
        if (address === undefined || this.#strict(address) !== null) return;
        this.#dropped.add(identifier);
        return this.#withoutLink(node);
      }
      case "image":
        return this.#image(node, url, this.#altOf(node), parents);
      case "imageReference": {
        const address = this.#defined.get(identifier);
        if (address === undefined) return;
        if (this.#context.addresses.imageState(address) !== "shown") this.#dropped.add(identifier);
        return this.#image(node, address, node.alt ?? "", parents);
      }
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        return this.#element(node, parents);
      case "html":
      case "text":
        return this.#html(node);
      default:
        return;
    }
  }

  #strict(address: string): string | null {
    const { addresses, ids, note } = this.#context;
    const strict = addresses.strictLink(address, ids);
    if (strict === null)
      note(
        "lost",
        addressKind(address) === "plain"
          ? `a link leads to what is not in the archive, so its words stay without it: ${address}`
          : `a link that no browser should open was taken off its words: ${shortAddress(address)}`,
      );
    else if (strict !== address)
      note("changed", `a link leads to the text and not to a part of it: ${address}`);
    return strict;
  }

  #link(node: TreeNode, url: string): void {
    const strict = this.#strict(url);
    if (strict === null) this.#withoutLink(node);
    else if (strict !== url) this.#replaceIn(node, url, destination(strict));
  }

  /** Leaves of a link its words. */
  #withoutLink({ from, to, children }: TreeNode): void {
    const written = this.#source.slice(from, to);
    if (!written.startsWith("[")) {
      // A bare address becomes no link where it is code.
      this.#edits.push({ from, to, text: inlineCode(written.replace(/^<|>$/g, "")) });
      return;
    }
    const end = children.at(-1)?.to ?? from + 1;
    this.#edits.push({ from, to: from + 1, text: "" }, { from: end, to, text: "" });
    // Without the link around it, an address in the words would be one itself.
    for (const child of children)
      if (child.type === "text")
        for (const { 0: bare, index } of this.#source
          .slice(child.from, child.to)
          .matchAll(/(?:https?:\/\/|www\.)\S+/gi))
          this.#edits.push({
            from: child.from + index,
            to: child.from + index + bare.length,
            text: inlineCode(bare),
          });
  }

  /** The words of a picture: as they are written, because braces in them are no code. */
  #altOf({ from, to, alt = "" }: TreeNode): string {
    const written = this.#source.slice(from, to);
    const end = wordsEnd(written);
    return end < 0 ? alt : plainText(written.slice(2, end));
  }

  #image(node: TreeNode, url: string, alt: string, parents: readonly TreeNode[]): void {
    const words = this.#wordsOf(url, alt, parents);
    if (words !== undefined) this.#edits.push({ from: node.from, to: node.to, text: words });
  }

  /** What stands in the place of a picture; undefined for one that can be shown. */
  #wordsOf(url: string, alt: string, parents: readonly TreeNode[]): string | undefined {
    const { addresses, note } = this.#context;
    const file = addresses.unfitFile(url);
    const state = addresses.imageState(url);
    if (state === "shown" && file === undefined) return undefined;
    const isLinked = parents.some(({ type, name }) => type.startsWith("link") || name === "a");
    const said = alt.trim() === MISSING_ALT ? "" : alt.replace(/\s+/g, " ").trim();
    const named = this.#plain(said === "" ? nameOf(withoutQuery(url)) || "A picture" : said);
    if ((state === "elsewhere" || file !== undefined) && !isLinked) {
      note(
        file === undefined ? "lost" : "changed",
        `a picture ${file === undefined ? "of another host" : "that is none"} became a link: ${shortAddress(url)}`,
      );
      const href = file ?? url;
      return parents.some(({ type }) => type.startsWith("mdxJsx"))
        ? `<a href="${attribute(href)}">${named}</a>`
        : `[${named}](${destination(href)})`;
    }
    note(
      "lost",
      `a picture is not among the files, so its words stand there: ${shortAddress(url)}`,
    );
    return isLinked ? named : this.#plain(said);
  }

  /** Words in which nothing is markup, nor a link to what is not there. */
  #plain(words: string): string {
    return words
      .split(/((?:https?:\/\/|www\.)\S+)/i)
      .map((part, at) => (at % 2 === 1 ? inlineCode(part) : markdownText(part)))
      .join("");
  }

  #element(node: TreeNode, parents: readonly TreeNode[]): "skip" | void {
    const name = node.name ?? "";
    const value = (key: string): string | undefined => {
      const found = node.attributes?.find((one) => one.name === key)?.value;
      return typeof found === "string" ? found : undefined;
    };
    const written = this.#source.slice(node.from, node.to);
    if (name === "img" || name === "Figure") {
      const said = [value("caption"), value("credit")].filter((one) => one !== undefined);
      const alt = value("alt") ?? "";
      const words = this.#wordsOf(value("src") ?? "", alt, parents);
      if (words === undefined) return;
      const text = [words, ...said.map((one) => this.#plain(one))]
        .filter((one) => one !== "")
        .join(" ");
      this.#edits.push({ from: node.from, to: node.to, text });
      return "skip";
    }
    const [opening] = htmlTags(written, node.from);
    if (opening === undefined || opening.from !== node.from) return;
    const href = name === "a" ? value("href") : undefined;
    if (href !== undefined) this.#anchor(href, opening);
    const cite = value("cite");
    if (cite !== undefined && this.#strict(cite) === null) this.#withoutAttribute(opening, "cite");
  }

  /** An anchor without an address is no link, and what stands in it stays. */
  #anchor(href: string, opening: HtmlTag): void {
    const strict = this.#strict(href);
    if (strict === null) this.#withoutAttribute(opening, "href");
    const written = opening.attributes.find(({ name }) => name === "href");
    if (strict === null || strict === href || written === undefined) return;
    this.#edits.push({ from: written.valueFrom, to: written.valueTo, text: attribute(strict) });
  }

  /** Takes addresses from tags in Markdown that the check refuses there. */
  #html({ from, to }: TreeNode): void {
    const { addresses, note } = this.#context;
    for (const tag of htmlTags(this.#source.slice(from, to), from))
      for (const { name, value } of tag.attributes) {
        if (/^(?:href|cite)$/i.test(name) && this.#strict(value) === null)
          this.#withoutAttribute(tag, name);
        const isFit =
          addresses.imageState(value) === "shown" && addresses.unfitFile(value) === undefined;
        if (name.toLowerCase() !== "src" || isFit) continue;
        note("lost", `a picture is not among the files: ${shortAddress(value)}`);
        this.#withoutAttribute(tag, name);
      }
  }

  #withoutAttribute({ attributes }: HtmlTag, name: string): void {
    const found = attributes.find((one) => one.name === name);
    if (found !== undefined) this.#edits.push({ from: found.from - 1, to: found.to, text: "" });
  }

  #definition(node: TreeNode): void {
    const { from, to, url = "", identifier = "" } = node;
    if (this.#dropped.has(identifier)) {
      this.#edits.push({ from, to, text: "" });
      return;
    }
    const { addresses, ids } = this.#context;
    const strict = addresses.strictLink(url, ids);
    if (strict !== null && strict !== url) this.#replaceIn(node, url, destination(strict));
  }

  /** Writes another address where one stands last in a node. */
  #replaceIn({ from, to }: TreeNode, url: string, next: string): void {
    const at = this.#source.slice(from, to).lastIndexOf(url);
    if (at >= 0) this.#edits.push({ from: from + at, to: from + at + url.length, text: next });
  }
}

/** An address as it is quoted in a note: one that holds a whole picture is long. */
function shortAddress(address: string): string {
  return address.length > 200 ? `${address.slice(0, 197)}…` : address;
}
