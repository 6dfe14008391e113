import type { ElementContent, Root, RootContent } from "hast";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { addressKind, whyNowhere } from "../markdown/addresses.ts";
import { create, valueOf } from "./html/html-nodes.ts";
import { parseHtml } from "./html/parse-html.ts";
import { isWebAddress } from "./web-address.ts";

/** Longest text of a comment, as the check takes it. */
const LONGEST = 100_000;

const toMarkdown = unified()
  .use(rehypeRemark, { document: false, nodeHandlers: { comment: () => undefined } })
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: "-", emphasis: "*", fences: true, rule: "-" });

/**
 * A reader's comment as Markdown, of HTML in which blank lines may stand for paragraphs. Links that run code or lead
 * nowhere are taken off their words, and a picture is a link.
 */
export function commentText(html: string): string {
  const blocks = /<(?:p|div|ul|ol|blockquote|pre)\b/i.test(html)
    ? html
    : html
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => `<p>${paragraph.trim().replaceAll("\n", "<br>")}</p>`)
        .join("\n");
  const { tree } = parseHtml(blocks);
  const harmless: Root = { type: "root", children: tree.children.flatMap(withoutHarm) };
  const text = toMarkdown.stringify(toMarkdown.runSync(harmless)).trim();
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** A node with the links and pictures below it as they may stand in a comment. */
function withoutHarm<Node extends RootContent>(node: Node): (Node | ElementContent)[] {
  if (node.type !== "element") return [node];
  if (node.tagName === "img") return imageLink(valueOf(node, "src").trim(), valueOf(node, "alt"));
  const children = node.children.flatMap(withoutHarm);
  if (node.tagName === "a" && !leadsAnywhere(valueOf(node, "href"))) return children;
  return [{ ...node, children }];
}

function imageLink(src: string, alt: string): ElementContent[] {
  const words = alt.trim();
  if (isWebAddress(src))
    return [create("a", { href: src }, [{ type: "text", value: words || src }])];
  return words === "" ? [] : [{ type: "text", value: words }];
}

function leadsAnywhere(href: string): boolean {
  const written = href.trim();
  return written !== "" && addressKind(written) === "plain" && whyNowhere(written) === undefined;
}
