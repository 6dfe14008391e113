import type { Nodes, Root } from "hast";
import { raw } from "hast-util-raw";
import { markdownToHast } from "satteri";
import { VFile } from "vfile";
import type { BodyProblem } from "./body.ts";
import { LIMITS, limitProblem } from "./limits.ts";
import { parseMarked } from "./parse-marked.ts";
import { PARSER_FEATURES } from "./parser-features.ts";

/** Parses Markdown; raw HTML in it becomes nodes like any other, with true places. */
export function parseMd(source: string): { tree: Root; problems: BodyProblem[] } {
  const { tree, marked } = parseMarked(source, markdownTree);
  const rawNodes = countRaw(tree);
  if (rawNodes === 0) {
    marked.restore(tree);
    return { tree, problems: [] };
  }
  if (rawNodes > LIMITS.rawNodes) {
    const problem = limitProblem(
      { line: 1, column: 1 },
      `The file has more than ${LIMITS.rawNodes.toLocaleString("en")} HTML tags`,
      "Split it into several articles, or write it in Markdown.",
    );
    return { tree: { type: "root", children: [] }, problems: [problem] };
  }
  // Elements keep their places only when the HTML parser can see the file they came from.
  const parsed = rootOf(raw(tree, { file: new VFile(marked.text) }));
  marked.restore(parsed);
  return { tree: parsed, problems: [] };
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
