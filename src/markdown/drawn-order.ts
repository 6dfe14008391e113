import type { BodyTree, BodyTargets } from "./body.ts";
import type { ChartOrder } from "./chart/draw-chart.ts";
import { chart, chartOrder } from "./components/chart.ts";
import { walk } from "./tree.ts";

/** What is drawn under a name in a body; `undefined` where there is no such drawing. */
export function drawnOrder(
  body: BodyTree,
  name: string,
  targets: Pick<BodyTargets, "data" | "language">,
): ChartOrder | undefined {
  let found: ChartOrder | undefined;
  walk(body.tree, (node) => {
    if (node.type !== "component" || node.name !== chart.name || found !== undefined) return;
    if (chart.drawn?.(node.values).name === name) found = chartOrder(node, targets);
  });
  return found;
}
