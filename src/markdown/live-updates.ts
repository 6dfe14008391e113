import type { ElementContent, Nodes, Root } from "hast";
import { composed } from "../domain/composed.ts";
import { parseDate } from "../domain/dates.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { updateId } from "../domain/live-update.ts";
import type { LiveUpdate } from "../domain/live-update.ts";
import type { BodyTargets, ComponentNode } from "./body.ts";
import { opening } from "./opening.ts";
import { locationOf } from "./node-location.ts";
import { textOf } from "./text.ts";
import { stringProperty, walk } from "./tree.ts";

/** An update of a live blog in the tree: what it says of itself, and its node. */
export interface FoundUpdate {
  update: LiveUpdate;
  node: ComponentNode;
}

/** The update that a node is; `undefined` for anything else, and where its time is none, which is reported. */
export function updateIn(node: Nodes): FoundUpdate | undefined {
  if (node.type !== "component" || node.name !== "LiveUpdate") return undefined;
  const { time, title, id, key, by } = node.values;
  const moment = typeof time === "string" ? parseDate(time, "UTC") : undefined;
  if (moment === undefined) return undefined;
  const update = {
    id: updateId(moment.instant, typeof id === "string" ? id : undefined),
    instant: moment.instant,
    ...(typeof title === "string" ? { title } : {}),
    ...(key === true ? { key } : {}),
    ...(typeof by === "string" ? { by: composed(by) } : {}),
    ...tagLocation(node),
  };
  return { update, node };
}

/** Where the tag of a component begins. */
export function tagLocation(node: ComponentNode): SourceLocation {
  const { line, column } = locationOf(node);
  return { line, column, length: node.name.length + 1 };
}

/** What an update holds besides the heading that its component arranges. */
export function updateContent({ children }: ComponentNode): ElementContent[] {
  return children.slice(1);
}

/**
 * The text of an update without its headline, time and author, on one line. Components in it say what they can with
 * these targets.
 */
export function updateText(node: ComponentNode, targets?: BodyTargets): string {
  return textOf(updateContent(node), targets);
}

/** What stands for the headline of an update that has none: its first words, or else what its pictures show. */
export function updateOpening(node: ComponentNode, targets?: BodyTargets): string {
  return opening(updateText(node, targets) || shownIn(node));
}

/** What is said of the pictures in an update. */
function shownIn(update: ComponentNode): string {
  const said: string[] = [];
  walk({ type: "root", children: updateContent(update) }, (node) => {
    if (node.type === "component") {
      const { alt, title } = node.values;
      said.push(...[alt, title].filter((text) => typeof text === "string").slice(0, 1));
    }
    if (node.type === "element" && node.tagName === "img")
      said.push(stringProperty(node, "alt") ?? "");
  });
  return said.filter((text) => text !== "").join(" ");
}

/** The source of a live blog without some of its updates, by fragment. `tree` is what was made of that source. */
export function withoutUpdates(source: string, tree: Root, ids: readonly string[]): string {
  const stretches: { from: number; to: number }[] = [];
  walk(tree, (node) => {
    const found = updateIn(node);
    const { start, end } = node.position ?? {};
    if (found === undefined || !ids.includes(found.update.id)) return;
    if (start?.offset !== undefined && end?.offset !== undefined)
      stretches.push({ from: start.offset, to: end.offset });
    return "skip";
  });
  // From the last to the first, so that offsets stay true.
  return stretches
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to }) => text.slice(0, from) + text.slice(to), source);
}
