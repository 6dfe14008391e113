import type { Element, ElementContent, Nodes } from "hast";
import { attributeOf, pushChildren, textOf, treeOf } from "../html-tree.ts";

/** Elements that show nothing to a reader, or only what another host would have to send. */
const SILENT = new Set(
  "script style template noscript iframe object embed svg math audio video canvas select textarea title head".split(
    " ",
  ),
);

/** Elements whose text stands on lines of its own, and how many line ends part it from what is before and behind. */
const LINE_ENDS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "div li dt dd tr section figure figcaption".split(" ").map((name) => [name, 1]),
  ),
  ...Object.fromEntries(
    "p blockquote ul ol dl pre table h1 h2 h3 h4 h5 h6 hr".split(" ").map((name) => [name, 2]),
  ),
};

/** What Bluesky writes for a picture of a post where that is quoted. */
const NOT_SAID = "[image or embed]";

/**
 * The text of a post that is written in HTML, as its author wrote it: paragraphs parted by an empty line, lines by a line
 * end, addresses of links whole, emoji and pictures within the text by their alternative texts. Nothing of the HTML is
 * left, whatever it holds; undefined where it is nested too deeply to be read. Of a link to the post itself, which
 * networks make of the whole text, the words are enough.
 */
export function postTextOf(
  html: string,
  isItself: (href: string) => boolean = () => false,
): string | undefined {
  const tree = treeOf(html);
  return tree === undefined ? undefined : textOfTree(tree, isItself);
}

function textOfTree(tree: Nodes, isItself: (href: string) => boolean): string {
  const lines = new Lines();
  const left: (Nodes | { ends: number })[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ("ends" in node) lines.end(node.ends);
    else if (node.type === "text") lines.add(node.value);
    else if (node.type === "element") {
      if (SILENT.has(node.tagName)) continue;
      if (node.tagName === "br") lines.breakLine();
      else if (node.tagName === "img") lines.add(attributeOf(node, "alt"));
      else if (node.tagName === "a") lines.add(linkText(node, isItself));
      else {
        const ends = LINE_ENDS[node.tagName] ?? 0;
        lines.end(ends);
        if (node.tagName === "pre") splitLines(node);
        if (node.tagName === "li") lines.add("- ");
        left.push({ ends });
        pushChildren(left, node);
      }
    } else pushChildren(left, node);
  }
  return lines.text();
}

/** Puts line breaks where a text that keeps its lines has them. */
function splitLines(element: Element): void {
  const left: Element[] = [element];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type === "element") left.push(child);
      if (child.type !== "text") return [child];
      return child.value
        .split("\n")
        .flatMap((value, at): ElementContent[] => [
          ...(at === 0
            ? []
            : [{ type: "element" as const, tagName: "br", properties: {}, children: [] }]),
          { type: "text", value },
        ]);
    });
  }
}

/** A text that grows by words and line ends; blanks count for one, at the ends of lines for none. */
class Lines {
  readonly #parts: string[] = [];
  #ends = 0;
  #blank = false;

  add(words: string): void {
    const line = words.replace(/\s+/g, " ");
    const bare = line.trim();
    if (bare === "") {
      this.#blank ||= line !== "";
      return;
    }
    if (this.#parts.length > 0) {
      if (this.#ends > 0) this.#parts.push("\n".repeat(this.#ends));
      else if (this.#blank || line.startsWith(" ")) this.#parts.push(" ");
    }
    this.#parts.push(bare);
    this.#ends = 0;
    this.#blank = line.endsWith(" ");
  }

  /** Ends the line, where something comes behind it; two ends leave an empty line between. */
  end(ends: number): void {
    this.#ends = Math.max(this.#ends, ends);
  }

  breakLine(): void {
    this.#ends = Math.min(2, this.#ends + 1);
  }

  text(): string {
    return this.#parts.join("");
  }
}

/** What a link shows, and where it leads if its author cannot be seen to have written just that. */
function linkText(link: Element, isItself: (href: string) => boolean): string {
  const shown = textOf(link);
  const href = attributeOf(link, "href").trim();
  if (shown === NOT_SAID) return "";
  if (isItself(href)) return shown;
  return wholeAddress(shown, /^https?:\/\//i.test(href) ? href : "");
}

/**
 * The words of a link with its address: the address alone where they are as much of it as a network shows, as they are
 * where they name an account or a tag, or no address is known. `href` is absolute or empty.
 */
export function wholeAddress(shown: string, href: string): string {
  if (href === "" || /^[@#＠＃♬]/u.test(shown)) return shown;
  if (shown === "") return href;
  const [bare, whole] = [shown, href].map(withoutScheme) as [string, string];
  const begun = /^(.{4,}?)(?:…|\.{3})$/u.exec(bare)?.[1];
  if (begun !== undefined && whole.startsWith(begun)) return href;
  if (bare === whole) return shown;
  // X shortens every address; where it led to cannot be told from the post.
  if (/^(?:pic\.|https?:\/\/t\.co\/)/.test(shown) || /^https?:\/\/t\.co\//.test(href)) return shown;
  return `${shown} (${href})`;
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
}
