import type { AstroIntegration } from "astro";

/** As the layout imports it, and where Vite takes it to lie. */
const NAME = "virtual:theme.css";
const PLACE = "/__theme.css";

/** Whether a module of Vite's is that style sheet, in whichever form it was asked for. */
export function isThemeStyles(id: string): boolean {
  return id === PLACE || id.startsWith(`${PLACE}?`);
}

/** Lets the layout import the publication's colours and type, `virtual:theme.css`, as it imports its other styles. */
export function themeStyles(css: () => string): AstroIntegration {
  return {
    name: "stet:theme-styles",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        const plugin = {
          name: "stet:theme-styles",
          resolveId: (name: string) => (name === NAME ? PLACE : undefined),
          load: (id: string) => (id === PLACE ? css() : undefined),
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
