import type { LiveUpdate } from "../domain/live-update.ts";
import type { Body, BodyTargets, ComponentNode } from "./body.ts";
import { updateContent, updateIn, updateOpening, updateText } from "./live-updates.ts";
import { feedNodes } from "./render-body.ts";
import { treeHtml } from "./tree-html.ts";

/** An update of a live blog with its text. */
export interface UpdateText extends Pick<LiveUpdate, "id" | "instant" | "title" | "by"> {
  /** On one line, without its headline, time and author. */
  text: string;
  /** What stands for a headline that it lacks; empty where it has no words at all. */
  opening: string;
}

/** The updates of a live blog with their texts, newest first. */
export function updateTexts(body: Body, targets: BodyTargets): UpdateText[] {
  return withTexts(body, targets).map(({ update }) => update);
}

/**
 * The updates of a live blog for a feed of their own, newest first: each with its text, and as HTML in the form of
 * feeds, without its headline, time and author, which an entry has elsewhere. `targets` are those of the article's
 * own entry.
 */
export function liveUpdates(body: Body, targets: BodyTargets): (UpdateText & { html: string })[] {
  return withTexts(body, targets).map(({ update, node }) => ({
    ...update,
    html: treeHtml(feedNodes({ type: "root", children: updateContent(node) }, targets)).trim(),
  }));
}

function withTexts(
  { tree }: Body,
  targets: BodyTargets,
): { update: UpdateText; node: ComponentNode }[] {
  return tree.children.flatMap((child) => {
    const found = updateIn(child);
    if (found === undefined) return [];
    const { node } = found;
    const { id, instant, title, by } = found.update;
    const update = {
      id,
      instant,
      ...(title === undefined ? {} : { title }),
      ...(by === undefined ? {} : { by }),
      text: updateText(node, targets),
      opening: updateOpening(node, targets),
    };
    return [{ update, node }];
  });
}
