import { memoize } from "../domain/memoize.ts";
import type { ListedPage, Route, RoutePage, RouteParams, RouteSources } from "./route-types.ts";
import { ROUTES } from "./routes.ts";
import type { RouteName } from "./routes.ts";

/** A page of a route with its path below the base. */
export interface RoutePath {
  path: string;
  params: RouteParams;
}

/** All routes, in the order of the table. */
export const ROUTE_NAMES = Object.keys(ROUTES) as RouteName[];

/** The entry of a route. */
export function routeOf(name: RouteName): Route {
  return ROUTES[name];
}

/** Every page that a route has of a publication. */
export function pathsOf(name: RouteName, sources: RouteSources): RoutePath[] {
  return Array.from(pagesOf(name, sources), ({ params }) => ({
    path: routePath(name, params),
    params,
  }));
}

/** The pages of a publication that are not derived from others, in the order of the table. */
export const listedPages = memoize((sources: RouteSources): ListedPage[] =>
  ROUTE_NAMES.filter((name) => routeOf(name).derived === undefined).flatMap((name) => {
    const { feeds: ofRoute = [], inSitemap, linkable } = routeOf(name);
    return Array.from(pagesOf(name, sources), ({ params, feeds = ofRoute }) => ({
      path: routePath(name, params),
      feeds,
      inSitemap,
      linkable,
    }));
  }),
);

/** The path of the page of a route that has these parameters. */
export function routePath(name: RouteName, params: RouteParams = {}): string {
  let path = "";
  for (const part of PARTS[name]) path += typeof part === "string" ? part : params[part.name];
  return path;
}

/** The routes that a path can belong to by its form alone, the most particular first. */
export function routesOf(path: string): { name: RouteName; params: RouteParams }[] {
  return BY_FORM.flatMap(({ name, form }) => {
    const found = form.exec(path);
    return found === null ? [] : [{ name, params: { ...found.groups } }];
  });
}

function pagesOf(name: RouteName, sources: RouteSources): Iterable<RoutePage> {
  const { pages, derived } = routeOf(name);
  if (derived !== undefined) return derived(listedPages(sources), sources);
  return pages === undefined ? [{ params: {} }] : pages(sources);
}

/** A parameter of a path. */
interface Parameter {
  name: string;
  /** Whether it may have slashes. */
  isRest: boolean;
}

function partsOf({ path }: Route): (string | Parameter)[] {
  return path
    .split(/(\[[^[\]]+\])/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("[")
        ? { name: part.replace(/[[\].]/g, ""), isRest: part.startsWith("[...") }
        : part,
    );
}

const PARTS = Object.fromEntries(
  ROUTE_NAMES.map((name) => [name, partsOf(routeOf(name))]),
) as Readonly<Record<RouteName, (string | Parameter)[]>>;

/** What the value of a parameter looks like; any other is one segment, or as many as it likes. */
const VALUES: Readonly<Record<string, string>> = {
  year: String.raw`\d{4}`,
  month: String.raw`\d\d`,
  period: String.raw`\d{4}(?:/\d\d)?`,
};

const BY_FORM = ROUTE_NAMES.map((name) => {
  const form = PARTS[name].map((part) =>
    typeof part === "string"
      ? part.replaceAll(".", String.raw`\.`)
      : `(?<${part.name}>${VALUES[part.name] ?? (part.isRest ? ".+" : "[^/]+")})`,
  );
  return { name, form: new RegExp(`^${form.join("")}$`), rank: rankOf(PARTS[name]) };
}).sort((a, b) => b.rank - a.rank);

/** How particular a form is: what is written out counts most, then what looks like a date; what takes anything, least. */
function rankOf(parts: readonly (string | Parameter)[]): number {
  return parts
    .map((part) => {
      if (typeof part === "string") return part.replaceAll("/", "").length * 100;
      if (Object.hasOwn(VALUES, part.name)) return 10;
      return part.isRest ? -1000 : 0;
    })
    .reduce((sum, one) => sum + one, 0);
}
