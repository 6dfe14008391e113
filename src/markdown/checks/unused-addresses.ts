import type { MdastNode } from "satteri";
import { rule } from "../../checks/markdown/reference.ts";
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
    const line = context.source.slice(start, end);
    const name = NAME.exec(line)?.[0] ?? `[${identifier}]`;
    const location = context.locator.spanAt(start, end);
    context.report(rule.inBody(location, context.format, { kind: "unused", name, line }));
  }
}

function visit(node: MdastNode, definitions: Definition[], used: Set<string>): void {
  if (node.type === "definition") definitions.push(node);
  if (node.type === "linkReference" || node.type === "imageReference") used.add(node.identifier);
  if ("children" in node) for (const child of node.children) visit(child, definitions, used);
}
