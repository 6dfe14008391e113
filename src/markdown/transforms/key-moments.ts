import type { ElementContent, Root } from "hast";
import { dayEnd } from "../../i18n/shown-dates.ts";
import type { BodyTargets } from "../body.ts";
import { momentIn } from "../components/live-update.ts";
import { updateIn, updateOpening } from "../live-updates.ts";
import { element, textNode } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

/** The list of a live blog's key moments for the page, before the first update. */
export const keyMomentsForPage: RenderTransform = (tree, targets) => {
  const { keyMoments } = targets.words.live;
  insert(tree, targets, (moments) => {
    const items = moments.map(({ href, title, instant }) => {
      const { clock, iso } = momentIn(instant, targets);
      return element("li", {}, [
        element("a", { href }, [
          element("time", { dateTime: iso }, [textNode(clock)]),
          textNode(` ${title}`),
        ]),
      ]);
    });
    return [
      element("nav", { className: ["key-moments", "in-margin"], ariaLabel: keyMoments }, [
        element("p", { className: ["key-moments-title"] }, [textNode(keyMoments)]),
        element("ol", {}, items),
      ]),
    ];
  });
};

/** The same for a feed, with the times as text. */
export const keyMomentsForFeed: RenderTransform = (tree, targets) => {
  insert(tree, targets, (moments) => [
    element("h2", {}, [textNode(targets.words.live.keyMoments)]),
    element(
      "ul",
      {},
      moments.map(({ href, title, instant }) => {
        const { day, clock } = momentIn(instant, targets);
        const moment = `${day}${dayEnd(targets.language)} ${clock}`;
        return element(
          "li",
          {},
          // Nothing may be known of a picture, and a link needs words.
          title === ""
            ? [element("a", { href }, [textNode(moment)])]
            : [textNode(`${moment}: `), element("a", { href }, [textNode(title)])],
        );
      }),
    ),
  ]);
};

interface Moment {
  href: string;
  title: string;
  instant: number;
}

function insert(
  tree: Root,
  targets: BodyTargets,
  listOf: (moments: Moment[]) => ElementContent[],
): void {
  const moments = tree.children.flatMap((node) => {
    const found = updateIn(node);
    if (found?.update.key !== true) return [];
    const { id, instant, title = updateOpening(found.node, targets) } = found.update;
    return [{ href: `#${id}`, title, instant }];
  });
  if (moments.length === 0) return;
  const first = tree.children.findIndex((node) => updateIn(node) !== undefined);
  tree.children.splice(first, 0, ...listOf(moments));
}
