import type { LiveUpdate } from "../domain/live-update.ts";
import { showMoment } from "../i18n/shown-dates.ts";
import type { BodyTargets, BodyTree, ComponentNode } from "./body.ts";
import { updateContent, updateIn, updateOpening, updateText } from "./live-updates.ts";
import { feedNodes } from "./render-body.ts";
import { treeHtml } from "./tree-html.ts";

/** An update of a live blog with its text. */
export interface UpdateText extends Pick<LiveUpdate, "id" | "instant" | "by"> {
  /** What it is called where it stands by itself; no two of a live blog are called alike. */
  name: string;
  /** On one line, without its headline, time and author. */
  text: string;
}

/** The updates of a live blog with their texts, newest first. */
export function updateTexts(body: BodyTree, targets: BodyTargets): UpdateText[] {
  return withTexts(body, targets).map(({ update }) => update);
}

/**
 * The updates of a live blog for a feed of their own, newest first: each with its text, and as HTML in the form of
 * feeds, without its headline, time and author, which an entry has elsewhere. `targets` are those of the article's
 * own entry.
 */
export function liveUpdates(
  body: BodyTree,
  targets: BodyTargets,
): (UpdateText & { html: string })[] {
  return withTexts(body, targets).map(({ update, node }) => ({
    ...update,
    html: treeHtml(feedNodes({ type: "root", children: updateContent(node) }, targets)).trim(),
  }));
}

function withTexts(
  { tree }: BodyTree,
  targets: BodyTargets,
): { update: UpdateText; node: ComponentNode }[] {
  const taken = new Set<string>();
  return tree.children
    .flatMap((child) => updateIn(child) ?? [])
    .reverse()
    .map(({ update: { id, instant, title, by }, node }) => {
      const name = freeName(
        title ?? updateOpening(node, targets),
        showMoment(instant, targets.language, targets.timezone),
        id,
        taken,
      );
      taken.add(name);
      const text = updateText(node, targets);
      return { update: { id, instant, name, ...(by === undefined ? {} : { by }), text }, node };
    })
    .reverse();
}

/**
 * The headline of an update, or what stands for one, with its time where an older one is called the same, and else with
 * its id. Without any words it is called by its time. The oldest is named first: so it keeps its name when others follow.
 */
function freeName(words: string, moment: string, id: string, taken: ReadonlySet<string>): string {
  const own = words === "" ? [moment] : [words, `${words} (${moment})`];
  return own.find((name) => !taken.has(name)) ?? `${own.at(-1) ?? moment} (${id})`;
}
