import type { Element, Nodes, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { markdownToHast } from "satteri";
import { unified } from "unified";

const stringify = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();
const plainRemark = unified()
  .use(remarkParse)
  .use(remarkRehype, { allowDangerousHtml: true })
  .freeze();
const gfmRemark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" })
  .freeze();

/** Which dialect both parsers are set to. */
export type Dialect = "commonmark" | "gfm";

/** What remark makes of the source, normalised. */
export function remarkHtml(source: string, dialect: Dialect): string {
  const processor = dialect === "gfm" ? gfmRemark : plainRemark;
  return normalised(processor.runSync(processor.parse(source)) as Root);
}

/** What Sätteri makes of the source, normalised. */
export function satteriHtml(source: string, dialect: Dialect): string {
  const gfm = dialect === "gfm" ? { footnotes: { clobberPrefix: "" } } : false;
  return normalised(markdownToHast(source, { features: { gfm, frontmatter: false } }) as Root);
}

/**
 * Both trees are written by one serialiser, so that only what the parsers understood can differ. One thing is
 * evened out: the alignment of cells, an attribute to remark and a style to Sätteri, which the
 * press replaces by a class.
 */
function normalised(tree: Root): string {
  evenOut(tree);
  return stringify.stringify(tree as never).trim();
}

function evenOut(node: Nodes): void {
  if (node.type === "element") alignment(node);
  if (!("children" in node)) return;
  for (const child of node.children) evenOut(child);
}

function alignment(node: Element): void {
  const style = node.properties["style"];
  const side = typeof style === "string" ? /^text-align: (\w+)$/.exec(style)?.[1] : undefined;
  if (side === undefined) return;
  delete node.properties["style"];
  node.properties["align"] = side;
}
