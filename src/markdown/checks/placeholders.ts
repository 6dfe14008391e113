import type { Root } from "hast";
import { rule } from "../../checks/text/placeholder.ts";
import { placeholdersIn } from "../../domain/placeholder.ts";
import { textOf } from "../text.ts";
import { walk } from "../tree.ts";
import type { BodyCheck } from "./text-check.ts";

/** The front matter of a file, which is looked through by itself. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n[^]*?^---[ \t]*$/m;

/** Words that the check offered to be replaced, wherever they stand in a text; in code they are what it is about, unless it is nothing else. */
export const placeholders: BodyCheck = (tree, { source, format, locator, report }) => {
  const from = FRONT_MATTER.exec(source)?.[0].length ?? 0;
  let code: CodeRange[] | undefined;
  let next = 0;
  for (const { index, written } of placeholdersIn(source.slice(from))) {
    const [start, end] = [from + index, from + index + written.length];
    code ??= codeIn(tree);
    while ((code[next]?.end ?? Infinity) <= start) next += 1;
    const around = code[next];
    if (around !== undefined && around.start <= start && around.text !== written) continue;
    report(rule.inBody(locator.spanAt(start, end), format, { name: "the text", written }));
  }
};

/** Code as it stands in the source, in UTF-16 units, with what it says. */
interface CodeRange {
  start: number;
  end: number;
  text: string;
}

/** All code of a text, in order. */
function codeIn(tree: Root): CodeRange[] {
  const found: CodeRange[] = [];
  walk(tree, (node) => {
    if (node.type !== "element" || !/^(?:pre|code)$/.test(node.tagName)) return;
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return;
    found.push({ start, end, text: textOf(node).trim() });
    return "skip";
  });
  return found;
}
