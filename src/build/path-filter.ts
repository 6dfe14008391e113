import type { AstroIntegration } from "astro";

/** What a build is told while Astro works. */
export interface RenderListener {
  /** The code is bundled; rendering begins. */
  onBundled(): void;
  /** One more path is rendered. */
  onRendered(): void;
}

/**
 * Lets Astro render only the paths that are wanted, and tells of each one rendered.
 *
 * Wraps Astro's own prerenderer (`setPrerenderer` in `astro:build:start`): all paths are known to Astro, and
 * those that stand already are not passed on. `wanted` holds paths below the base without closing slash.
 */
export function pathFilter(
  wanted: ReadonlySet<string>,
  listener: RenderListener,
): AstroIntegration {
  return {
    name: "stet:path-filter",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          name: "stet:path-filter",
          getStaticPaths: async () => {
            listener.onBundled();
            const paths = await prerenderer.getStaticPaths();
            return paths.filter(({ pathname }) => wanted.has(filterName(pathname)));
          },
          render: async (request, options) => {
            const rendered = await prerenderer.render(request, options);
            listener.onRendered();
            return rendered;
          },
        }));
      },
    },
  };
}

/** How a path is compared: decoded, without closing slash and without the ending of the 404 page. */
export function filterName(path: string): string {
  const plain = decodeURI(path)
    .replace(/\/$/, "")
    .replace(/^\/404\.html$/, "/404");
  return plain.startsWith("/") ? plain : `/${plain}`;
}
