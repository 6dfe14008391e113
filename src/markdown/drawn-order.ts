import type { BodyTree, BodyTargets } from "./body.ts";
import type { ChartOptions } from "./chart/draw-chart.ts";
import { chart, chartOptions } from "./components/chart.ts";
import { walk } from "./tree.ts";

/** What is drawn under a name in a body; `undefined` where there is no such drawing. */
export function drawnOrder(
  body: BodyTree,
  name: string,
  targets: Pick<BodyTargets, "data" | "language">,
): ChartOptions | undefined {
  let found: ChartOptions | undefined;
  walk(body.tree, (node) => {
    if (node.type !== "component" || node.name !== chart.name || found !== undefined) return;
    if (chart.drawn?.(node.values).name === name) found = chartOptions(node, targets);
  });
  return found;
}
