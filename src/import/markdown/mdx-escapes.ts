import { propertyFor } from "../../markdown/html-allowed.ts";
import { VOID_ELEMENTS } from "../../markdown/tag-pairs.ts";
import { htmlTags } from "./html-tags.ts";
import { ATTRIBUTE_LIST } from "./kramdown.ts";
import type { Edit } from "./source-edits.ts";
import { eachNode } from "./syntax-tree.ts";
import type { TreeNode } from "./syntax-tree.ts";
import { fenced } from "./written-forms.ts";
import { wordsEnd } from "./written-links.ts";
import { countBefore, stretchesBetween, trimmedEnd } from "./text-scan.ts";

/**
 * Edits that make MDX of a source of Markdown with components in it: only what MDX would read otherwise is changed.
 * `note` is told of what is left out.
 */
export function mdxEdits(source: string, tree: TreeNode, note: (what: string) => void): Edit[] {
  const edits: Edit[] = [];
  eachNode(tree, (node, parents) => {
    const { type, from, to } = node;
    const written = source.slice(from, to);
    if (type === "text") edits.push(...textEdits(source, from, to, note));
    else if (type === "image") {
      // The words of a picture are no nodes of their own.
      const end = wordsEnd(written);
      if (end > 2) edits.push(...textEdits(source, from + 2, from + end, note));
    } else if (type === "html") edits.push(...htmlEdits(written, from, note));
    else if (type === "code" && !/^(?:`{3}|~{3})/.test(written)) {
      const start = source.lastIndexOf("\n", from - 1) + 1;
      const prefix = trimmedEnd(source.slice(start, from), " \t");
      const text = fenced(node.value ?? "")
        .split("\n")
        .map((line, at) => (at === 0 ? line : prefix + line))
        .join("\n");
      edits.push({ from: prefix === "" ? start : from, to, text });
    } else if (type === "link" && written.startsWith("<")) {
      const shown = written.slice(1, -1);
      edits.push({ from, to, text: `[${shown}](${node.url ?? shown})` });
    } else if (type === "paragraph" && parents.length === 1) {
      const word = /^(?:import|export)(?=[\s{*])/.exec(written)?.[0];
      if (word !== undefined) edits.push({ from, to: from + 1, text: `&#${word.charCodeAt(0)};` });
    }
  });
  return edits;
}

/** Signs of a text that MDX would take for code: they get a backslash. Lists of attributes go. */
function textEdits(source: string, from: number, to: number, note: (what: string) => void): Edit[] {
  const edits: Edit[] = [];
  const text = source.slice(from, to);
  const lists = [...text.matchAll(ATTRIBUTE_LIST)].map(({ 0: list, index }) => {
    note(`a list of attributes was left out: ${list}`);
    const before = countBefore(text, index, " \t");
    return { from: from + index - before, to: from + index + list.length, text: "" };
  });
  edits.push(...lists);
  for (const { index } of text.matchAll(/[{<]/g)) {
    const at = from + index;
    if (lists.some((list) => at >= list.from && at < list.to)) continue;
    const slashes = countBefore(source, at, "\\");
    if (slashes % 2 === 0) edits.push({ from: at, to: at, text: "\\" });
  }
  return edits;
}

/** HTML as MDX takes it: comments, tags without an end, attributes without quotation marks. */
function htmlEdits(html: string, from: number, note: (what: string) => void): Edit[] {
  const edits: Edit[] = [];
  let bare = html;
  for (const comment of stretchesBetween(html, "<!--", "-->")) {
    edits.push({
      from: from + comment.from,
      to: from + comment.to,
      text: `{/*${comment.inner.replaceAll("*/", "* /")}*/}`,
    });
    const blank = " ".repeat(comment.to - comment.from);
    bare = bare.slice(0, comment.from) + blank + bare.slice(comment.to);
  }
  const tags = htmlTags(bare, from);
  for (const tag of tags) {
    if (/^[A-Z]/.test(tag.name)) continue;
    for (const { name, from: start, to, value, quote, hasValue } of tag.attributes) {
      if (propertyFor(tag.name.toLowerCase(), name) === undefined) {
        note(`\`${name}\` of \`<${tag.name}>\` was left out`);
        edits.push({ from: start - 1, to, text: "" });
      } else if (hasValue && quote === "") {
        edits.push({ from: start, to, text: `${name}="${value}"` });
      }
    }
    if (VOID_ELEMENTS.has(tag.name.toLowerCase()) && !tag.isSelfClosing && !tag.isClosing)
      edits.push({ from: tag.to - 1, to: tag.to - 1, text: " /" });
  }
  for (const { index } of bare.matchAll(/\{/g)) {
    const at = from + index;
    if (!tags.some((tag) => at >= tag.from && at < tag.to))
      edits.push({ from: at, to: at + 1, text: "&#123;" });
  }
  return edits;
}
