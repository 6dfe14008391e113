import type { RoutePlan } from "./route-plan.ts";

/**
 * Loads the components of the publication's own into a process that renders its texts. Without any, nothing is loaded
 * that reads texts.
 */
export async function loadComponentsOf({ components }: RoutePlan["texts"]): Promise<void> {
  if (components === undefined) return;
  const { loadOwnComponents } = await import("../loader/own-components.ts");
  await loadOwnComponents(components);
}
