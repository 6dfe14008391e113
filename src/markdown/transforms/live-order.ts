import type { Root } from "hast";
import { newestUpdateFirst } from "../../domain/live-update.ts";
import type { LiveUpdate } from "../../domain/live-update.ts";
import type { ComponentNode } from "../body.ts";
import { tagPlace, updateIn } from "../live-updates.ts";
import type { FoundUpdate } from "../live-updates.ts";
import { hasClass, isBlank, walk } from "../tree.ts";
import type { ParseContext } from "./transform.ts";

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Puts the updates of a live blog behind its introduction, the oldest first, and reports those that no permalink can
 * lead to. In that order ids are given, so that what one update calls a thing of its own does not change when another
 * follows.
 */
export function oldestFirst(tree: Root, context: ParseContext): void {
  const found = order(tree, (a, b) => newestUpdateFirst(b, a));
  checkNames(found, context);
  walk(tree, (node, parents) => {
    const found = parents.at(-1)?.type === "element" ? updateIn(node) : undefined;
    if (found === undefined) return;
    context.report({
      ...tagPlace(found.node),
      code: "component/misplaced",
      severity: "error",
      message: "<LiveUpdate> stands in a list, a quotation or another block of the text.",
      fix: "Put it on lines of its own, without a mark or an indent before it.",
    });
  });
}

/** Turns the updates round, as readers are shown them. */
export function newestFirst(tree: Root): void {
  order(tree, newestUpdateFirst);
}

/** Puts introduction, updates and notes one after another, and gives the updates as they stand then. */
function order(tree: Root, compare: (a: LiveUpdate, b: LiveUpdate) => number): FoundUpdate[] {
  const updates: FoundUpdate[] = [];
  const others: Root["children"] = [];
  const notes: Root["children"] = [];
  for (const node of tree.children) {
    const found = updateIn(node);
    if (found !== undefined) updates.push(found);
    else if (node.type === "element" && hasClass(node, "footnotes")) notes.push(node);
    else if (!isBlank(node)) others.push(node);
  }
  if (updates.length === 0) return updates;
  updates.sort((a, b) => compare(a.update, b.update));
  tree.children = [...others, ...updates.map(({ node }) => node), ...notes];
  return updates;
}

function checkNames(updates: readonly FoundUpdate[], context: ParseContext): void {
  const seen = new Set<string>();
  for (const { update, node } of updates) {
    const { id } = node.values;
    const report = (code: "live/name" | "live/same-name", message: string, fix: string): void => {
      const place = node.places[id === undefined ? "time" : "id"] ?? tagPlace(node);
      context.report({ ...place, code, severity: "error", message, fix });
    };
    const named = typeof id === "string";
    const isBad = named && !NAME.test(id);
    if (isBad) {
      report(
        "live/name",
        `The permalink of this update cannot be called \`${id}\`.`,
        "Use small letters, digits and single hyphens, as in `lock-open`.",
      );
    } else if (seen.has(update.id)) {
      report(
        "live/same-name",
        named
          ? `Two updates are called \`${id}\`, so a link to it could lead to either.`
          : "Two updates have the same second, so one permalink would lead to either.",
        named
          ? "Give one of them another `id`."
          : 'Give one of them a name, `id="…"`, or a second of its own.',
      );
    }
    // Told once: the ids of the body are looked at after this.
    if (isBad || seen.has(update.id)) withoutId(node);
    seen.add(update.id);
  }
}

function withoutId({ children: [heading] }: ComponentNode): void {
  if (heading?.type === "element") delete heading.properties["id"];
}
