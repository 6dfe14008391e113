import { rule } from "../../checks/markdown/unclosed.ts";
import { walk } from "../tree.ts";
import type { BodyCheck } from "./text-check.ts";

const FENCE = /^(`{3,}|~{3,})/;

/** Blocks of code whose closing line is missing, so that all that follows is code. */
export const unclosedCode: BodyCheck = (tree, { source, format, locator, report }) => {
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
    if (!isClosed) {
      const location = locator.placeAt(start, fence.length);
      report(rule.inBody(location, format, { kind: "code", fence }));
    }
    return "skip";
  });
};
