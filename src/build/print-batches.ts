import type { RouteName, RoutePlan } from "../views/route-plan.ts";

/** A part of a plan that one thread prints at a time: every route, with few paths or none. Plain data. */
export type Batch = RoutePlan["routes"];

/** Work of one batch, in articles: less than a tenth of a second, so that all cores end at about the same time. */
const BATCH_WORK = 100;

/** A feed of twenty texts beside the page of one article. */
const FEED_WORK = 10;

/** They show the whole texts of articles, so they come first: what is long at the end leaves cores idle. */
const FEEDS = ["feed"] as const;

/**
 * Splits the paths that are wanted into batches. A route's paths keep their order, since neighbours show the same
 * articles. Entries that run code are left out: only Astro itself can render them.
 */
export function printBatches(
  routes: RoutePlan["routes"],
  isWanted: (path: string) => boolean,
): Batch[] {
  const batches: Batch[] = [];
  let batch = withoutPaths(routes);
  let work = 0;
  const close = (): void => {
    if (work > 0) batches.push(batch);
    batch = withoutPaths(routes);
    work = 0;
  };
  const add = <Name extends RouteName>(name: Name): void => {
    for (const planned of routes[name]) {
      if (!isWanted(planned.path)) continue;
      batch[name].push(planned);
      work += isFeed(name) ? FEED_WORK : 1;
      if (work >= BATCH_WORK) close();
    }
  };
  const others = (Object.keys(routes) as RouteName[]).filter(
    (name) => name !== "code" && !isFeed(name),
  );
  for (const name of [...FEEDS, ...others]) add(name);
  close();
  return batches;
}

/** Every route with no path. */
export function withoutPaths(routes: RoutePlan["routes"]): RoutePlan["routes"] {
  return Object.fromEntries(
    Object.keys(routes).map((name) => [name, []]),
  ) as unknown as RoutePlan["routes"];
}

function isFeed(name: RouteName): boolean {
  return FEEDS.some((feed) => feed === name);
}
