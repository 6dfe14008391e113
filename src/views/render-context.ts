import type { RouteName } from "../urls/routes.ts";
import type { PlannedPath, RoutePlan } from "./route-plan.ts";
import type { RouteViews } from "./route-views.ts";
import type { SiteShell } from "./site-shell.ts";

/**
 * Where the plan of the running build lies. The build plans in its own modules; routes run in modules that Astro
 * has bundled, so a module variable would not be the same one.
 */
const PLAN_KEY = Symbol.for("stet.route-plan");

interface RenderContext {
  [PLAN_KEY]?: RoutePlan;
}

/** Gives the plan to the routes of this process; in development again after each change. */
export function setRoutePlan(plan: RoutePlan): void {
  (globalThis as RenderContext)[PLAN_KEY] = plan;
}

/** The plan that routes render from. Throws where Astro was started without the press. */
export function getRoutePlan(): RoutePlan {
  const plan = (globalThis as RenderContext)[PLAN_KEY];
  if (plan !== undefined) return plan;
  throw new Error(
    "There is no publication to render. Run `npm run build` or `npm run dev`, not Astro itself.",
  );
}

/** Content paths of the entries that may run code; none where development has nothing to show yet. */
export function codeEntries(): RoutePlan["code"] {
  return (globalThis as RenderContext)[PLAN_KEY]?.code ?? [];
}

/** What every page gets: its own view, and what stands around every page. */
export interface PageProps<View> {
  view: View;
  shell: SiteShell;
}

/** A path as `getStaticPaths` gives it, with its whole view. Astro takes no notice of `path`. */
export interface PlannedProps<View = unknown> {
  path: string;
  params: Record<string, string>;
  props: PageProps<View>;
}

/** The paths of a route for `getStaticPaths`. */
export function staticPaths<Name extends RouteName>(name: Name): PlannedProps<RouteViews[Name]>[] {
  const { routes, shell } = getRoutePlan();
  const paths: PlannedPath<RouteViews[Name]>[] = routes[name];
  return paths.map((planned) => {
    // Most are made when they are asked for, and in development only one is shown.
    let view: RouteViews[Name] | undefined;
    return {
      path: planned.path,
      params: planned.params,
      props: {
        get view() {
          return (view ??= planned.view);
        },
        shell,
      },
    };
  });
}

/** Props of a route without parameters. */
export function fixedProps<Name extends RouteName>(name: Name): PageProps<RouteViews[Name]> {
  const { routes, shell } = getRoutePlan();
  const [only]: PlannedPath<RouteViews[Name]>[] = routes[name];
  if (only === undefined) throw new Error(`The plan has no path for the route ${name}.`);
  return { view: only.view, shell };
}
