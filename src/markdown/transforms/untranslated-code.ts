import { walk } from "../tree.ts";
import type { Holder } from "../tree.ts";

/** What is typed, pressed or printed by a machine. */
const CODE = new Set(["code", "kbd", "samp"]);

/**
 * Tells browsers that translate pages to leave code as it is (HTML, section 3.2.6.3, `translate`). What
 * stands in it follows it.
 */
export function untranslatedCode(tree: Holder): void {
  walk(tree, (node) => {
    if (node.type !== "element" || !CODE.has(node.tagName)) return undefined;
    node.properties["translate"] = "no";
    return "skip";
  });
}
