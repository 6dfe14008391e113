import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { BodyNotes } from "../body-work.ts";
import { cardHtml } from "./card-html.ts";
import { HeadingIds } from "./heading-ids.ts";
import { isSet, asRow, jsonValue, numberIn, rowsOf, textIn } from "./row.ts";
import type { Row } from "./row.ts";

/** Elements by the bits of a text's format, the outermost first. */
const FORMATS: readonly [number, string][] = [
  [1, "strong"],
  [2, "em"],
  [4, "s"],
  [8, "u"],
  [16, "code"],
  [32, "sub"],
  [64, "sup"],
  [128, "mark"],
];

/** What the editor keeps for itself: places of the cursor, and links that were not finished. */
const UNSEEN = new Set(["at-link", "at-link-search", "zwnj"]);

const RUNNING = /^(?:extended-)?text$|^(?:tk|tab|linebreak|link|autolink|zwnj|at-link.*)$/;

/** A document of Ghost's editor since version 5 as marked HTML; undefined where the text is none. */
export function lexicalHtml(text: string, notes: BodyNotes): string | undefined {
  const root = asRow(asRow(jsonValue(text))["root"]);
  if (!Array.isArray(root["children"])) return undefined;
  return new LexicalWriter(notes).blocks(rowsOf(root["children"]));
}

class LexicalWriter {
  readonly #notes: BodyNotes;
  readonly #ids = new HeadingIds();

  constructor(notes: BodyNotes) {
    this.#notes = notes;
  }

  blocks(nodes: readonly Row[]): string {
    let html = "";
    for (let at = 0; at < nodes.length; at += 1) {
      const run: Row[] = [];
      for (; at < nodes.length && isRunning(nodes[at]); at += 1) run.push(nodes[at] ?? {});
      if (run.length > 0) html += `<p>${this.#line(run)}</p>`;
      const node = nodes[at];
      if (node !== undefined) html += this.#block(node);
    }
    return html;
  }

  #block(node: Row): string {
    const type = textIn(node, "type").replace(/^extended-/, "");
    const children = rowsOf(node["children"]);
    if (type === "paragraph") return `<p>${this.#line(children)}</p>`;
    if (type === "heading") {
      const tag = /^h[1-6]$/.exec(textIn(node, "tag"))?.[0] ?? "h2";
      return `<${tag} id="${escapedHtml(this.#ids.idOf(plain(children)))}">${this.#line(children)}</${tag}>`;
    }
    if (type === "quote") return `<blockquote>${this.#mixed(children)}</blockquote>`;
    if (type === "aside") return markedHtml(MARKED_ELEMENTS.pullQuote, {}, this.#mixed(children));
    if (type === "list") return this.#list(node);
    if (Array.isArray(node["children"])) return this.blocks(children);
    return cardHtml({ name: type, fields: node }, this.#notes);
  }

  /** Running text in a block that may hold blocks too. */
  #mixed(children: readonly Row[]): string {
    return children.every(isRunning) ? `<p>${this.#line(children)}</p>` : this.blocks(children);
  }

  #list(node: Row): string {
    const tag = textIn(node, "listType") === "number" || textIn(node, "tag") === "ol" ? "ol" : "ul";
    const start = numberIn(node, "start");
    const items: string[] = [];
    for (const item of rowsOf(node["children"])) {
      const children = rowsOf(item["children"]);
      const lists = children.filter((child) => textIn(child, "type") === "list");
      const words = this.#line(children.filter((child) => textIn(child, "type") !== "list"));
      const nested = lists.map((list) => this.#list(list)).join("");
      const box = Object.hasOwn(item, "checked")
        ? `<input type="checkbox"${isSet(item, "checked") ? " checked" : ""}> `
        : "";
      // A list below an item is an item of its own in Lexical.
      if (words === "" && nested !== "" && items.length > 0)
        items.push((items.pop() ?? "") + nested);
      else items.push(box + words + nested);
    }
    const from = tag === "ol" && start > 1 ? ` start="${start}"` : "";
    return `<${tag}${from}>${items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`;
  }

  /** Running text; formats stay open from one text to the next. */
  #line(nodes: readonly Row[]): string {
    let html = "";
    const open: string[] = [];
    const closeTo = (length: number): void => {
      while (open.length > length) html += `</${open.pop()}>`;
    };
    for (const node of nodes) {
      const type = textIn(node, "type").replace(/^extended-/, "");
      if (UNSEEN.has(type)) continue;
      if (type === "linebreak") html += "<br>";
      else if (type === "tab") html += "\t";
      else if (type === "text" || type === "tk") {
        const bits = numberIn(node, "format");
        const wanted = FORMATS.filter(([bit]) => (bits & bit) !== 0).map(([, tag]) => tag);
        const same = open.findIndex((tag) => !wanted.includes(tag));
        closeTo(same === -1 ? open.length : same);
        for (const tag of wanted.filter((one) => !open.includes(one))) {
          html += `<${tag}>`;
          open.push(tag);
        }
        html += escapedHtml(rawIn(node));
      } else {
        closeTo(0);
        const children = rowsOf(node["children"]);
        if (type === "link" || type === "autolink") {
          const url = textIn(node, "url");
          const words = this.#line(children);
          html += url === "" ? words : `<a href="${escapedHtml(url)}">${words}</a>`;
        } else html += children.length > 0 ? this.#mixed(children) : this.#block(node);
      }
    }
    closeTo(0);
    return html;
  }
}

function isRunning(node: Row | undefined): boolean {
  return node !== undefined && RUNNING.test(textIn(node, "type"));
}

/** The text of a node with the blanks around it. */
function rawIn(node: Row): string {
  return typeof node["text"] === "string" ? node["text"] : "";
}

function plain(nodes: readonly Row[]): string {
  return nodes.map((node) => rawIn(node) + plain(rowsOf(node["children"]))).join("");
}
