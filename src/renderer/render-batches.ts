import type { RouteName } from "../urls/routes.ts";
import type { RoutePlan } from "../views/route-plan.ts";

/** A part of a plan that is printed at a time: every route, with few paths or none. Plain data. */
export type Batch = RoutePlan["routes"];

/** Work of one batch, in articles: less than a tenth of a second, so that all cores end at about the same time. */
const BATCH_WORK = 100;

/** A feed of twenty texts beside the page of one article. */
const FEED_WORK = 10;

/** The other forms of a feed are made of entries that are rendered by then. */
const TWIN_WORK = 2;

/** They show the whole texts of articles, so they come first: what is long at the end leaves cores idle. */
const FEEDS = ["feed", "jsonFeed"] as const;

/**
 * Splits the paths that are wanted into batches. A route's paths keep their order, since neighbours show the same
 * articles. Entries that run code are left out: only Astro itself can render them.
 */
export function renderBatches(
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
  for (const forms of feedsByList(routes, isWanted)) {
    for (const [at, { name, planned }] of forms.entries()) {
      batch[name].push(planned);
      work += at === 0 ? FEED_WORK : TWIN_WORK;
    }
    if (work >= BATCH_WORK) close();
  }
  const add = <Name extends RouteName>(name: Name): void => {
    for (const planned of routes[name]) {
      if (!isWanted(planned.path)) continue;
      batch[name].push(planned);
      work += 1;
      if (work >= BATCH_WORK) close();
    }
  };
  for (const name of Object.keys(routes) as RouteName[])
    if (name !== "code" && !isFeed(name)) add(name);
  close();
  return batches;
}

/** Every route with no path. */
export function withoutPaths(routes: RoutePlan["routes"]): RoutePlan["routes"] {
  return Object.fromEntries(
    Object.keys(routes).map((name) => [name, []]),
  ) as unknown as RoutePlan["routes"];
}

/** The forms of each feed together, so that one process renders its entries once for all of them. */
function feedsByList(routes: RoutePlan["routes"], isWanted: (path: string) => boolean) {
  const all = FEEDS.flatMap((name) =>
    routes[name].filter(({ path }) => isWanted(path)).map((planned) => ({ name, planned })),
  );
  const folders = Map.groupBy(all, ({ planned: { path } }) => path.slice(0, path.lastIndexOf("/")));
  return folders.values();
}

function isFeed(name: RouteName): boolean {
  return FEEDS.some((feed) => feed === name);
}
