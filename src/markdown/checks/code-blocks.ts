import { walk } from "../tree.ts";
import type { BodyCheck } from "./text-check.ts";

const FENCE = /^(`{3,}|~{3,})/;

/** Blocks of code whose closing line is missing, so that all that follows is code. */
export const unclosedCode: BodyCheck = (tree, { source, locator, report }) => {
  walk(tree, (node) => {
    if (node.type !== "element" || node.tagName !== "pre") return;
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return "skip";
    const written = source.slice(start, end);
    const fence = FENCE.exec(written)?.[1];
    if (fence === undefined) return "skip";
    const last = written
      .slice(written.lastIndexOf("\n") + 1)
      .replace(/^[\s>]*/, "")
      .trimEnd();
    const isClosed =
      written.includes("\n") &&
      last.length >= fence.length &&
      last === fence.charAt(0).repeat(last.length);
    if (isClosed) return "skip";
    report({
      ...locator.placeAt(start, fence.length),
      code: "markdown/unclosed",
      severity: "warning",
      message: "This block of code has no closing line, so what follows is taken for code.",
      fix: `Put a line ${fence} where the code ends.`,
    });
    return "skip";
  });
};
