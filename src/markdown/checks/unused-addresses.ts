import type { MdastNode } from "satteri";
import type { ParseContext } from "../transforms/transform.ts";

type Definition = Extract<MdastNode, { type: "definition" }>;

/** The name of an address in its brackets, as it is written. */
const NAME = /^\[(?:\\[^]|[^\]\\])+\]/;

/** What addresses look like, as against words behind a name in brackets. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|[/#.?]|www\.)|\/|[\p{L}\d]\.[a-z]{2,}$/iu;

/** Lines such as `[Update]: Closed.`, which are addresses for links to Markdown and so are not printed. */
export function unusedAddresses(tree: MdastNode, context: ParseContext): void {
  const definitions: Definition[] = [];
  const used = new Set<string>();
  visit(tree, definitions, used);
  for (const definition of definitions) {
    const { identifier, url, position } = definition;
    if (position === undefined || used.has(identifier) || ADDRESS.test(url)) continue;
    const [start, end] = context.marked.rangeOf(definition);
    const name = NAME.exec(context.source.slice(start, end))?.[0] ?? `[${identifier}]`;
    context.report({
      ...context.locator.placeAt(start, name.includes("\n") ? undefined : name.length + 1),
      code: "markdown/reference",
      severity: "warning",
      message: `\`${name}:\` at the beginning of a line gives an address to links, and no link has this name: the line is not printed.`,
      fix: `Write \`\\${name}:\` if readers are to see it; else remove it.`,
    });
  }
}

function visit(node: MdastNode, definitions: Definition[], used: Set<string>): void {
  if (node.type === "definition") definitions.push(node);
  if (node.type === "linkReference" || node.type === "imageReference") used.add(node.identifier);
  if ("children" in node) for (const child of node.children) visit(child, definitions, used);
}
