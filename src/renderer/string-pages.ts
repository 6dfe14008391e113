import type { RouteData, SSRManifest } from "astro";
import { renderElement } from "astro/runtime/server/render/util.js";
import type { PlannedProps } from "../views/render-context.ts";
import { astroGlobal, BeyondStrings, renderToText } from "./string-runtime.ts";
import type { CompiledComponent, RouteContext } from "./string-runtime.ts";

/** A page or file of the plan, with all that it is written from. */
export interface StringPage {
  /** As it was planned, or as Astro has it for a route without parameters. */
  pathname: string;
  route: RouteData;
  /**
   * Gives its bytes, the same that Astro answers a request with. Throws BeyondStrings where only Astro can, and what
   * components throw.
   */
  write: () => Promise<Buffer>;
}

/** What is needed of the app that Astro builds. */
export interface StringApp {
  manifest: SSRManifest;
  getComponentByRoute: (route: RouteData) => Promise<unknown>;
}

/** A module of `src/pages/`. */
interface RouteModule {
  default?: CompiledComponent & { isAstroComponentFactory?: boolean; moduleId?: string };
  partial?: boolean;
  getStaticPaths?: () => PlannedProps[];
  GET?: (context: object) => unknown;
}

/** Every path of the plan that was handed over last. Throws where a route has paths of its own. */
export async function stringPages(app: StringApp): Promise<StringPage[]> {
  const pages: StringPage[] = [];
  for (const info of app.manifest.routes) {
    const route = info.routeData;
    if (route.origin === "internal" || !["page", "endpoint"].includes(route.type)) continue;
    const module = (await app.getComponentByRoute(route)) as RouteModule;
    let context: RouteContext | undefined;
    for (const { path, props } of pathsOf(route, module)) {
      const write = async (): Promise<Buffer> => {
        if (route.type === "endpoint") return answerOf(module, props);
        context ??= contextOf(app.manifest, info, module);
        if (module.default === undefined) throw new BeyondStrings("a page without a component");
        return Buffer.from(await renderToText(module.default, props, context));
      };
      pages.push({ pathname: path, route, write });
    }
  }
  return pages;
}

function pathsOf(
  { pathname, component }: RouteData,
  { getStaticPaths }: RouteModule,
): { path: string; props: object }[] {
  if (pathname !== undefined) return [{ path: pathname, props: {} }];
  const paths = getStaticPaths?.();
  if (Array.isArray(paths) && paths.every(({ path }) => typeof path === "string")) return paths;
  throw new Error(
    `${component} must take its paths from the plan: staticPaths of views/render-context.ts.`,
  );
}

async function answerOf({ GET }: RouteModule, props: object): Promise<Buffer> {
  const answer = await GET?.(astroGlobal(props));
  if (!(answer instanceof Response) || !answer.ok)
    throw new BeyondStrings("an answer that is no file");
  return Buffer.from(await answer.arrayBuffer());
}

function contextOf(
  manifest: SSRManifest,
  { styles, scripts, links }: SSRManifest["routes"][number],
  { default: page, partial }: RouteModule,
): RouteContext {
  const { base, entryModules, componentMetadata } = manifest;
  const refuse = (what: string): never => {
    throw new BeyondStrings(what);
  };
  if (!("\0noop-middleware" in entryModules)) refuse("middleware");
  if (manifest.shouldInjectCspMetaTags || manifest.csp !== undefined)
    refuse("a policy in the head");
  if (manifest.assetsPrefix !== undefined || manifest.compressHTML !== true)
    refuse("another configuration of Astro");
  if (scripts.length + links.length > 0) refuse("scripts of an integration");
  if (page?.isAstroComponentFactory !== true || partial === true)
    refuse("a page that is no component");
  const { containsHead = false, propagation = "none" } =
    componentMetadata.get(page?.moduleId ?? "") ?? {};
  if (!containsHead || propagation !== "none") refuse("a head of Astro's own");
  // As createAssetLink does in core/render/ssr-element.js.
  const addressOf = (file: string): string =>
    base.replace(/\/?$/, "/") + new URL(file, "https://a.example").pathname.slice(1);
  const sheets = styles.map((sheet) => {
    if (sheet.type === "inline") throw new BeyondStrings("a style sheet in the head");
    const props = { rel: "stylesheet", href: addressOf(sheet.src) };
    return renderElement("link", { props, children: "" });
  });
  return {
    head: [...new Set(sheets)].join(""),
    manifest,
    scriptAddress: (module) => {
      const file = entryModules[module];
      if (file === undefined || file === "") throw new BeyondStrings("a script without a file");
      return addressOf(file);
    },
  };
}
