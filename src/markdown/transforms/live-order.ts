import type { Root } from "hast";
import { rule as misplaced } from "../../checks/component/misplaced.ts";
import { rule as badName } from "../../checks/live/name.ts";
import { rule as sameName } from "../../checks/live/same-name.ts";
import { FreeNames } from "../../domain/free-names.ts";
import { newestUpdateFirst } from "../../domain/live-update.ts";
import type { LiveUpdate } from "../../domain/live-update.ts";
import type { ComponentNode } from "../body.ts";
import { tagLocation, updateIn } from "../live-updates.ts";
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
    const details = { kind: "in-block", tag: "LiveUpdate" } as const;
    context.report(misplaced.inBody(tagLocation(found.node), context.format, details));
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
  const { format, report } = context;
  /** Lines of the updates by their ids. */
  const seen = new Map<string, number>();
  const names = new FreeNames(updates.map(({ update }) => update.id.replace(/^update-/, "")));
  for (const { update, node } of updates) {
    const { id, title } = node.values;
    const location = node.places[id === undefined ? "time" : "id"] ?? tagLocation(node);
    const other = seen.get(update.id);
    const named = typeof id === "string" ? id : undefined;
    const isBad = named !== undefined && !NAME.test(named);
    if (isBad) report(badName.inBody(location, format, { id: named, meant: slugOf(named) }));
    else if (other !== undefined) {
      const base = named ?? (slugOf(typeof title === "string" ? title : "") || "second");
      const meant = names.like(base, { first: named === undefined ? 1 : 2 });
      report(sameName.inBody(location, format, { id: named, other, meant }));
    }
    // Told once: the ids of the body are looked at after this.
    if (isBad || other !== undefined) withoutId(node);
    seen.set(update.id, tagLocation(node).line);
  }
}

/** A name in the form that permalinks have. */
function slugOf(words: string): string {
  return words
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9\s_-]+/g, "")
    .split(/[\s_-]+/)
    .filter((part) => part !== "")
    .slice(0, 6)
    .join("-");
}

function withoutId({ children: [heading] }: ComponentNode): void {
  if (heading?.type === "element") delete heading.properties["id"];
}
