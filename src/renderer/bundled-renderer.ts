import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AstroPrerenderer, RouteData } from "astro";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import type { PathWithRoute, StaticPathsApp } from "astro/runtime/prerender/static-paths.js";
import { comparedPath } from "./compared-path.ts";
import { stringPages } from "./string-pages.ts";

// All that the press takes from Astro's insides, as they are in Astro 7.3 (`node_modules/astro/dist/`):
// - core/build/default-prerenderer.js: the prerenderer holds the built app as `app`;
// - core/build/static-build.js: the app is exported by `.prerender/prerender-entry.*.mjs` in the output folder;
// - core/build/app.js: `getOptions`, `setOptions`, `setInternals`, `getComponentByRoute` and `routeCache` of that
//   app;
// - core/build/environment.js: of what they hold, a page's head asks for `pagesByKeys` and `settings.scripts`;
// - core/render/route-cache.js: the paths of a route are kept until `clearAll`.
// Each is looked at before it is used, and tests/build/all-cores.long.test.ts compares what comes of it with what Astro
// prints by itself.

/** The press as Astro has bundled it, in the process that holds it. */
export interface BundledRenderer {
  /** The paths of the plan that was handed over last, each with its route. */
  paths: () => Promise<PathWithRoute[]>;
  /** The pages and files at these paths, to be rendered; `byAstro` says that all are rendered by Astro's own way. */
  pages: (options: { byAstro: boolean }) => Promise<RendererPage[]>;
}

/** A page or file that a press can render. */
export interface RendererPage {
  pathname: string;
  /** Throws what a component throws, and where the answer is not a page. */
  render: () => Promise<RenderedPage>;
}

/** What was rendered. */
export interface RenderedPage {
  bytes: Buffer;
  /** Where Astro had to render it: which route, and what of it the string runtime does not know. */
  beyond?: string;
}

/** What another process needs to open the same press; plain data. */
export interface RendererParts {
  /** Address of the module that Astro has built. */
  entry: string;
  /** The style sheets of each page, by Astro's name for it. */
  styles: [page: string, sheets: unknown[]][];
  /** Scripts that integrations put on every page. */
  scripts: unknown[];
  /** Where the publication stands: `https://paper.example`. */
  origin: string;
}

/** The app that Astro builds. */
interface BuiltApp extends StaticPathsApp {
  routeCache: NonNullable<StaticPathsApp["routeCache"]>;
  getComponentByRoute: NonNullable<StaticPathsApp["getComponentByRoute"]>;
  logger: { options: { destination: unknown }; error(label: string, message: string): void };
  getOptions(): unknown;
  setOptions(options: unknown): void;
  setInternals(internals: unknown): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/** The press in the process that Astro runs in. Throws where Astro is not as it is known. */
export function rendererOf(prerenderer: AstroPrerenderer): BundledRenderer {
  const app = builtApp("app" in prerenderer ? prerenderer.app : undefined);
  return rendererWith(app, partsOfOptions(app.getOptions()).origin);
}

/** What other processes need. `staging` is the folder that Astro writes into. Throws where Astro is not as it is known. */
export function rendererParts(prerenderer: AstroPrerenderer, staging: string): RendererParts {
  const app = builtApp("app" in prerenderer ? prerenderer.app : undefined);
  const folder = join(staging, ".prerender");
  const entries = readdirSync(folder).filter((name) => /^prerender-entry\..*\.mjs$/.test(name));
  const [entry] = entries;
  if (entry === undefined || entries.length > 1)
    throw unknownForm(`${entries.length} modules .prerender/prerender-entry.*.mjs`);
  return { entry: pathToFileURL(join(folder, entry)).href, ...partsOfOptions(app.getOptions()) };
}

/** The press in another process. Throws where Astro is not as it is known. */
export async function openRenderer({
  entry,
  styles,
  scripts,
  origin,
}: RendererParts): Promise<BundledRenderer> {
  const module: unknown = await import(entry);
  const app = builtApp(isRecord(module) ? module["app"] : undefined);
  app.setInternals({
    pagesByKeys: new Map(styles.map(([page, sheets]) => [page, { styles: sheets }])),
  });
  app.setOptions({
    settings: { scripts },
    // It stays what it is: the console of the process, whose lines appear among those of the build.
    logger: { options: { destination: app.logger.options.destination } },
  });
  return rendererWith(app, origin);
}

/** Has errors of this process name the files that modules were bundled from, where these have source maps. */
export function nameSources(): void {
  process.setSourceMapsEnabled(true);
}

function rendererWith(app: BuiltApp, origin: string): BundledRenderer {
  /** What the string runtime does not know, by route. */
  const beyond = new Map<RouteData, string>();
  const paths = async (): Promise<PathWithRoute[]> => {
    app.routeCache.clearAll();
    return new StaticPaths(app).getAll();
  };
  return {
    paths,
    pages: async ({ byAstro }) => {
      if (byAstro) {
        return (await paths()).map((found) => ({
          pathname: found.pathname,
          render: async () => ({ bytes: await renderByAstro(app, found, origin) }),
        }));
      }
      let known: Promise<Map<string, PathWithRoute>> | undefined;
      const atPath = async (pathname: string): Promise<PathWithRoute> => {
        known ??= paths().then(
          (found) => new Map(found.map((path) => [comparedPath(path.pathname), path])),
        );
        const path = (await known).get(comparedPath(pathname));
        if (path === undefined) throw new Error(`Astro knows no path ${pathname}.`);
        return path;
      };
      return (await stringPages(app)).map(({ pathname, route, write }) => ({
        pathname,
        render: async () => {
          let why = beyond.get(route);
          if (why === undefined) {
            try {
              return { bytes: await write() };
            } catch (error) {
              why = error instanceof Error ? error.message : String(error);
            }
          }
          // What a component throws, it throws again here, and Astro tells of it.
          const bytes = await renderByAstro(app, await atPath(pathname), origin);
          beyond.set(route, why);
          return { bytes, beyond: `${route.component} (${why})` };
        },
      }));
    },
  };
}

/** What a component throws, Astro prints with its stack before it throws it again, to be told once. */
function quieten({ logger }: BuiltApp): void {
  const { destination } = logger.options;
  if (!isRecord(destination) || typeof destination["write"] !== "function") return;
  const write = destination["write"].bind(destination) as (event: unknown) => unknown;
  logger.options.destination = {
    ...destination,
    write: (event: unknown): unknown =>
      isRecord(event) && event["level"] === "error" && event["label"] === null
        ? true
        : write(event),
  };
}

async function renderByAstro(
  app: BuiltApp,
  { pathname, route }: PathWithRoute,
  origin: string,
): Promise<Buffer> {
  const ending = route.type === "endpoint" || pathname.endsWith("/") ? "" : "/";
  const request = pageRequest(app.manifest.base, pathname + ending, origin);
  const response = await app.render(request, { routeData: route }).catch((error: unknown) => {
    // As Astro does: what a component throws does not tell which page it was on.
    app.logger.error("build", `Caught error rendering ${pathname}: ${String(error)}`);
    throw error;
  });
  // The page of a missing address is one that answers so.
  if (response.ok || response.status === 404) return Buffer.from(await response.arrayBuffer());
  throw new Error(
    `${route.component} answered ${response.status} at ${pathname}; every planned path must be a page or a file.`,
  );
}

/**
 * The request that Astro answers with the page at a path below the base. Astro decodes the address of a request before
 * it takes off the base, which it does not decode, so an encoded base would stay in the path: those are left out.
 */
function pageRequest(base: string, path: string, origin: string): Request {
  const prefix = isEncodedBase(base) ? "" : base.replace(/\/$/, "");
  return new Request(new URL(prefix + path, origin));
}

/** A request of Astro's own, for a page that it renders itself, as it can answer it: see above. */
export function answerable(request: Request, base: string): Request {
  const { origin, pathname } = new URL(request.url);
  if (!isEncodedBase(base) || !pathname.startsWith(base)) return request;
  return pageRequest(base, pathname.slice(base.length - 1), origin);
}

/** Whether Astro cannot take a base off the addresses of requests, in development either: see above. */
export function isEncodedBase(base: string): boolean {
  return base.includes("%");
}

function builtApp(value: unknown): BuiltApp {
  if (!isRecord(value)) throw unknownForm("no built app");
  const methods = ["getOptions", "setOptions", "setInternals", "getComponentByRoute", "render"];
  const missing = methods.filter((name) => typeof value[name] !== "function");
  if (!isRecord(value["manifest"]) || typeof value["manifest"]["base"] !== "string")
    missing.push("manifest.base");
  if (!isRecord(value["routeCache"]) || typeof value["routeCache"]["clearAll"] !== "function")
    missing.push("routeCache.clearAll");
  const { logger } = value;
  if (!isRecord(logger) || !isRecord(logger["options"]) || typeof logger["error"] !== "function")
    missing.push("logger.options or logger.error");
  if (missing.length > 0) throw unknownForm(`an app without ${missing.join(", ")}`);
  const app = value as unknown as BuiltApp;
  quieten(app);
  return app;
}

function partsOfOptions(options: unknown): Omit<RendererParts, "entry"> {
  if (!isRecord(options) || !isRecord(options["allPages"]) || !isRecord(options["settings"]))
    throw unknownForm("options without allPages or settings");
  const { allPages, settings, origin } = options;
  const { scripts } = settings;
  if (typeof origin !== "string") throw unknownForm("options without an origin");
  if (!Array.isArray(scripts)) throw unknownForm("settings without scripts");
  const styles = Object.values(allPages).map((page): [string, unknown[]] => {
    if (!isRecord(page) || typeof page["key"] !== "string" || !Array.isArray(page["styles"]))
      throw unknownForm("a page without a key or styles");
    return [page["key"], page["styles"]];
  });
  return { styles, scripts, origin };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function unknownForm(found: string): Error {
  return new Error(
    `This version of Astro is not built as Stet expects: there is ${found}. ` +
      "Install the version named in package-lock.json (`npm ci`), or adapt src/renderer/ to the new one.",
  );
}
