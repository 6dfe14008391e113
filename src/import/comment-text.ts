import { fromHtml } from "hast-util-from-html";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

/** Longest text of a comment, as the check takes it. */
const LONGEST = 20_000;

const toMarkdown = unified()
  .use(rehypeRemark, { document: false, nodeHandlers: { comment: () => undefined } })
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: "-", emphasis: "*", fences: true, rule: "-" });

/** A reader's comment as Markdown, of HTML in which blank lines may stand for paragraphs. */
export function commentText(html: string): string {
  const blocks = /<(?:p|div|ul|ol|blockquote|pre)\b/i.test(html)
    ? html
    : html
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => `<p>${paragraph.trim().replaceAll("\n", "<br>")}</p>`)
        .join("\n");
  const tree = toMarkdown.runSync(fromHtml(blocks, { fragment: true }));
  const text = toMarkdown.stringify(tree).trim();
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
