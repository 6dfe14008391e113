import type { Nodes, Root } from "hast";
import { markdownToHast } from "satteri";
import type { BodyDiagnostic } from "./body.ts";
import { rule as unclosed } from "../checks/html/unclosed.ts";
import { rule as tooComplex } from "../checks/body/too-complex.ts";
import { LIMITS } from "./limits.ts";
import { literalTags } from "./literal-tags.ts";
import { parseMarked } from "./parse-marked.ts";
import type { MarkedTree } from "./parse-marked.ts";
import { PARSER_FEATURES } from "./parser-features.ts";
import type { Locator } from "./node-location.ts";
import { parseRawHtml } from "./raw-html.ts";
import { unquotedValues } from "./unquoted-values.ts";

/** Parses Markdown; raw HTML in it becomes nodes like any other, with true places, and what only looks like it is text. */
export function parseMd(
  source: string,
  locator: Locator,
): MarkedTree & { diagnostics: BodyDiagnostic[] } {
  const diagnostics: BodyDiagnostic[] = [];
  const report = (diagnostic: BodyDiagnostic): void => void diagnostics.push(diagnostic);
  const tags = literalTags(source, locator, report);
  const { tree, marked } = parseMarked(source, markdownTree, unquotedValues(source), [
    (tree, marked) =>
      !source.includes("<") || countRaw(tree) > LIMITS.rawNodes ? [] : tags(tree, marked),
  ]);
  const rawNodes = countRaw(tree);
  if (rawNodes === 0) {
    marked.restore(tree);
    return { tree, marked, diagnostics };
  }
  if (rawNodes > LIMITS.rawNodes) {
    const diagnostic = tooComplex.inBody({ line: 1, column: 1 }, "md", {
      kind: "tags",
      most: LIMITS.rawNodes,
    });
    return { tree: { type: "root", children: [] }, marked, diagnostics: [diagnostic] };
  }
  const parsed = parseRawHtml(tree, marked, ({ offset = 0, at, end, name }) => {
    report(unclosed.inBody(locator.placeAt(offset, end - at), "md", { name }));
  });
  marked.restore(parsed);
  return { tree: parsed, marked, diagnostics };
}

function markdownTree(text: string): Root {
  return rootOf(markdownToHast(text, { features: PARSER_FEATURES }));
}

function rootOf(node: Nodes): Root {
  return node.type === "root" ? node : { type: "root", children: [node] };
}

function countRaw(node: Nodes): number {
  if (node.type === "raw") return 1;
  if (!("children" in node)) return 0;
  let count = 0;
  for (const child of node.children) count += countRaw(child);
  return count;
}
