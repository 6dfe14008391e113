import { MISSING_ALT } from "../../domain/missing-alt.ts";
import { htmlTags } from "./html-tags.ts";
import type { Edit } from "./source-edits.ts";
import { eachNode } from "./syntax-tree.ts";
import type { TreeNode } from "./syntax-tree.ts";
import { attribute, destination } from "./written-forms.ts";

/** The new address for one as it is written; undefined where it stays. */
export type NewAddress = (written: string, isImage: boolean) => string | undefined;

/** What stands behind the words of a link or a picture: its address, between angle brackets or not. */
const DESTINATION = /^\s*(<[^<>\n]*>|(?:\\[^]|[^\s()\\]|\((?:\\[^]|[^\s()\\])*\))+)/;

const LINK_IN_HTML = /(!?)\[[^[\]\n]*\]\((<[^<>\n]*>|[^\s()<>]+)(?=[)\s])/g;

const DEFINED = /^\[(?:\\[^]|[^\]\\])*\]:\s*(<[^<>\n]*>|\S+)/;

/** Edits that give the links and pictures of a source their new addresses, and pictures without words a mark for them. */
export function linkEdits(source: string, tree: TreeNode, newAddress: NewAddress): Edit[] {
  const edits: Edit[] = [];
  const put = (
    from: number,
    written: string,
    isImage: boolean,
    form: (text: string) => string,
  ): void => {
    const bare = written.startsWith("<") ? written.slice(1, -1) : written;
    const next = newAddress(unescaped(bare), isImage);
    if (next !== undefined) edits.push({ from, to: from + written.length, text: form(next) });
  };
  eachNode(tree, (node, parents) => {
    const { type, from, to, children } = node;
    const written = source.slice(from, to);
    if (type === "link" || type === "image") {
      const search = type === "link" ? (children.at(-1)?.to ?? from + 1) - from : 1;
      const behind = type === "link" ? written.indexOf("](", search) : wordsEnd(written);
      const found = behind < 0 ? null : DESTINATION.exec(written.slice(behind + 2));
      if (found !== null && /^!?\[/.test(written)) {
        const [whole, address = ""] = found;
        put(
          from + behind + 2 + whole.length - address.length,
          address,
          type === "image",
          destination,
        );
      } else if (type === "link") {
        // A bare address, or one in angle brackets, shows itself.
        const next = newAddress(node.url ?? "", false);
        const shown = written.replace(/^<|>$/g, "");
        if (next !== undefined) edits.push({ from, to, text: `[${shown}](${destination(next)})` });
      }
      if (type === "image" && (node.alt ?? "").trim() === "" && behind >= 2)
        edits.push({ from: from + 2, to: from + behind, text: MISSING_ALT });
    } else if (type === "definition") {
      const [whole, address = ""] = DEFINED.exec(written) ?? [];
      if (whole !== undefined) {
        const isImage = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/i.test(
          address.replace(/>$/, ""),
        );
        put(from + whole.length - address.length, address, isImage, destination);
      }
    } else if (
      type === "html" ||
      type.startsWith("mdxJsx") ||
      (type === "text" && written.includes("<"))
    ) {
      // Some generators read Markdown in blocks of HTML: there it is text, but its addresses are the old site's.
      if (type === "html" && !written.startsWith("<!--"))
        for (const { 0: whole, 1: mark, 2: address = "", index } of written.matchAll(LINK_IN_HTML))
          put(from + index + whole.length - address.length, address, mark === "!", destination);
      // The parser takes a tag with values without quotation marks for text, which Stet does not.
      const end = type === "html" || type === "text" ? to : startTagEnd(source, from, to);
      for (const tag of htmlTags(source.slice(from, end), from)) {
        if (tag.isClosing || source.charAt(tag.from - 1) === "\\") continue;
        for (const { name, value, valueFrom, valueTo } of tag.attributes) {
          if (!/^(?:href|src|data-src|poster|cite|data)$/i.test(name)) continue;
          const isImage = !/^(?:href|cite)$/i.test(name);
          const next = newAddress(value.replaceAll("&amp;", "&"), isImage);
          if (next !== undefined)
            edits.push({ from: valueFrom, to: valueTo, text: attribute(next) });
        }
      }
    }
    return parents.length > 100 ? "skip" : undefined;
  });
  return edits;
}

/** Where the tag of an element of MDX ends that begins there. */
function startTagEnd(source: string, from: number, to: number): number {
  const [tag] = htmlTags(source.slice(from, to), 0);
  return tag === undefined || tag.from !== 0 ? to : from + tag.to;
}

/** Where the words of a picture end, at the bracket that closes the one it begins with; -1 where no address follows. */
export function wordsEnd(written: string): number {
  let depth = 0;
  for (let at = 1; at < written.length; at += 1) {
    const sign = written.charAt(at);
    if (sign === "\\") at += 1;
    else if (sign === "[") depth += 1;
    else if (sign === "]" && (depth -= 1) === 0) return written.charAt(at + 1) === "(" ? at : -1;
  }
  return -1;
}

function unescaped(address: string): string {
  return address.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("&amp;", "&");
}
